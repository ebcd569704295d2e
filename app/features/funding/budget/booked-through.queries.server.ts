import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";

/** Until the end of which day, `day` at the most, a project's ledger is known; null where none is. */
export async function bookedThrough(
  db: Db,
  { projectId, day }: { projectId: string; day: IsoDate },
): Promise<IsoDate | null> {
  const [row] = await db.$queryRaw<{ lastDay: IsoDate | null }[]>`
    select to_char(last_day, 'YYYY-MM-DD') as "lastDay"
    from booked_through(${projectId}::uuid, ${day}::date)`;
  return row?.lastDay ?? null;
}
