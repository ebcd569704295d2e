import type { Db } from "~/platform/db.server";

/** How many courses that came back to those who logged them are on a line of a budget. */
export function returnedOnLine(db: Db, budgetLineId: string): Promise<number> {
  return db.trainingRecord.count({ where: { budgetLineId, kind: "course", status: "returned" } });
}
