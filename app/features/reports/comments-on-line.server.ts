import type { Db } from "~/platform/db.server";

/** How many comments of reports stand beside a line of the budget. */
export function commentsOnLine(db: Db, budgetLineId: string): Promise<number> {
  return db.reportComment.count({ where: { budgetLineId } });
}
