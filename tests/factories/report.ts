import type { Database } from "~/platform/db.server";
import { toDbDate } from "~/terms/day";
import { next } from "./sequence";

type Given = {
  projectId: string;
  kind?: "interim" | "final";
  title?: string;
  /** Half-open; spring of 2013 unless told otherwise. */
  startsOn?: string;
  endsBefore?: string;
  dueOn?: string;
  isShared?: boolean;
  activities?: string;
  results?: string;
  lessons?: string;
};

/** A report of a project: a draft without texts, due on 30 June 2013, unless told otherwise. */
export function makeReport(db: Database, { isShared, startsOn, ...given }: Given) {
  const { endsBefore, dueOn, ...rest } = given;
  return db.report.create({
    data: {
      kind: "interim",
      title: `Delredovisning ${next()}`,
      ...rest,
      startsOn: toDbDate(startsOn ?? "2013-03-01"),
      endsBefore: toDbDate(endsBefore ?? "2013-06-01"),
      dueOn: toDbDate(dueOn ?? "2013-06-30"),
      sharedAt: isShared ? new Date("2013-06-20T10:00:00Z") : null,
    },
  });
}
