import { commentsOnLine } from "~/features/reports/comments-on-line.server";
import { returnedOnLine } from "~/features/training/courses/returned-on-line.server";
import type { Db } from "~/platform/db.server";

/** What keeps a line in a budget beside its money: comments of reports, courses that came back. */
export async function lineHeldElsewhere(
  db: Db,
  budgetLineId: string,
): Promise<"line-commented" | "line-returned" | null> {
  if ((await commentsOnLine(db, budgetLineId)) > 0) return "line-commented";
  return (await returnedOnLine(db, budgetLineId)) > 0 ? "line-returned" : null;
}
