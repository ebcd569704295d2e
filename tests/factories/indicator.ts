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
  higherIsBetter?: boolean;
  unit?: string;
  /** Day and value; decided since always unless told otherwise, and until when. */
  targets?: [day: string, value: number, decidedOn?: string, replacedOn?: string][];
  /** Day and value, in the order in which they were entered. */
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
      targets: {
        create: targets.map(([day, value, decidedOn = "1900-01-01", replacedOn]) => ({
          ...{ dueOn: toDbDate(day), value, decidedOn: toDbDate(decidedOn) },
          replacedOn: replacedOn === undefined ? null : toDbDate(replacedOn),
        })),
      },
      measurements: {
        create: measured.map(([day, value], index) => ({
          ...{ measuredOn: toDbDate(day), value },
          enteredAt: new Date(Date.UTC(2000, 0, 1, 0, index)),
        })),
      },
    },
  });
}
