import type { Db } from "~/platform/db.server";
import { toDbDate, toIsoDate, type IsoDate } from "~/terms/day";
import type { Period } from "~/terms/period";

/** Own hours that were booked anew at another rate. */
export type RebookingView = {
  id: string;
  /** An instant. */
  madeAt: string;
  madeByName: string;
  firstDay: IsoDate;
  lastDay: IsoDate;
  rowCount: number;
  minutes: number;
  beforeOre: number;
  afterOre: number;
  reason: string;
};

/** What of a period's own hours was booked anew since an instant, the latest first. */
export async function rebookingsOf(
  db: Db,
  { projectId, period, since }: { projectId: string; period: Period; since: Date },
): Promise<RebookingView[]> {
  const rows = await db.rebooking.findMany({
    where: {
      ...{ projectId, madeAt: { gte: since } },
      firstDay: { lt: toDbDate(period.endsBefore) },
      lastDay: { gte: toDbDate(period.startsOn) },
    },
    orderBy: { madeAt: "desc" },
  });
  return rows.map(({ projectId: _projectId, ...row }) => ({
    ...row,
    madeAt: row.madeAt.toISOString(),
    firstDay: toIsoDate(row.firstDay),
    lastDay: toIsoDate(row.lastDay),
    beforeOre: Number(row.beforeOre),
    afterOre: Number(row.afterOre),
  }));
}
