import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";

export type AwaitingHours = { count: number; minutes: number; amountOre: number };

/** The own hours of a project that were worked until the end of a day and didn't count by then. */
export async function awaitingHours(
  db: Db,
  { projectId, asOf }: { projectId: string; asOf: IsoDate },
): Promise<AwaitingHours> {
  const [row] = await db.$queryRaw<Record<keyof AwaitingHours, bigint>[]>`
    select count(*) as count, coalesce(sum(minutes), 0)::bigint as minutes,
      coalesce(sum(amount_ore), 0)::bigint as "amountOre"
    from awaiting_hours(${projectId}::uuid, ${asOf}::date)`;
  return {
    count: Number(row?.count ?? 0),
    minutes: Number(row?.minutes ?? 0),
    amountOre: Number(row?.amountOre ?? 0),
  };
}
