import type { Database } from "~/platform/db.server";
import { toDbDate } from "~/terms/day";
import { next } from "./sequence";

type Given = {
  projectId: string;
  name?: string;
  cumulation?: "sum" | "latest" | "average";
  source?: string;
  baseline?: number;
  baselineOn?: string;
  /** Day and value. */
  targets?: [string, number][];
  measured?: [string, number][];
};

/** An indicator of a project, from 0 on 1 January 2013 unless told otherwise. */
export function makeIndicator(db: Database, given: Given) {
  const { targets = [], measured = [], baselineOn = "2013-01-01", ...rest } = given;
  const number = next();
  return db.indicator.create({
    data: {
      position: number,
      name: `Indikator ${number}`,
      unit: "kontakter",
      cumulation: "sum",
      baseline: 0,
      ...rest,
      baselineOn: toDbDate(baselineOn),
      targets: { create: targets.map(([day, value]) => ({ dueOn: toDbDate(day), value })) },
      measurements: {
        create: measured.map(([day, value]) => ({ measuredOn: toDbDate(day), value })),
      },
    },
  });
}
