import type { Db } from "~/platform/db.server";

/** What stands on a budget line. */
export type LineUse = {
  costs: number;
  ownHours: number;
  /** Logged courses that wait for their manager. */
  courses: number;
};

/** What keeps a line from being taken out that rooms above know of; null for nothing. */
export type LineHeldElsewhere = (
  db: Db,
  budgetLineId: string,
) => Promise<"line-commented" | "line-returned" | null>;

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
