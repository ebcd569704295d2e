import type { Db } from "~/platform/db.server";

/** What stands on a budget line. */
export type LineUse = {
  costs: number;
  ownHours: number;
  /** Logged courses that wait for their manager. */
  courses: number;
};

/** How many comments of reports stand beside a line, which rooms above know. */
export type CommentsOnLine = (db: Db, budgetLineId: string) => Promise<number>;

/** How much of each kind refers to a line; what has been taken back does not. */
export async function lineUse(db: Db, budgetLineId: string): Promise<LineUse> {
  const where = { budgetLineId, withdrawnAt: null };
  const [costs, ownHours, courses] = await Promise.all([
    db.cost.count({ where }),
    db.ownHours.count({ where }),
    db.commitment.count({ where }),
  ]);
  return { costs, ownHours, courses };
}
