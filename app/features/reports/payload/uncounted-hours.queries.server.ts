import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";

/**
 * Own hours that count at the end of `asOf` and whose hand-over, though confirmed, counts for
 * nobody in the lineage: they were worked, and are to be looked at. With how many hand-overs.
 */
export async function uncountedHours(
  db: Db,
  { projectId, asOf }: { projectId: string; asOf: IsoDate },
): Promise<{ handOvers: number; minutes: number }> {
  const [row] = await db.$queryRaw<{ handOvers: number; minutes: number }[]>`
    select count(distinct booked.source_id)::int as "handOvers",
      coalesce(sum(booked.minutes), 0)::int as minutes
    from uncounted_for(${projectId}::uuid, ${asOf}::date) uncounted
    join hours_of_sources('hand_over') booked on booked.source_id = uncounted.hand_over_id
    where booked.counts_on <= ${asOf}::date`;
  return row ?? { handOvers: 0, minutes: 0 };
}
