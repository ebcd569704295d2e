import type { Db } from "~/platform/db.server";

/** What stands on a budget line, withdrawn rows included: they remain in the trail. */
export type LineUse = { costs: number; ownHours: number; courses: number; comments: number };

/** How many costs, own hours, courses and comments of reports refer to a line. */
export async function lineUse(db: Db, budgetLineId: string): Promise<LineUse> {
  const where = { budgetLineId };
  const [costs, ownHours, courses, comments] = await Promise.all([
    db.cost.count({ where }),
    db.ownHours.count({ where }),
    db.trainingRecord.count({ where }),
    db.reportComment.count({ where }),
  ]);
  return { costs, ownHours, courses, comments };
}
