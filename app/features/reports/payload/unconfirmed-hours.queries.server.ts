import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";

/**
 * Own hours until the end of `asOf` that are counted and not yet confirmed: a learner's hours of
 * a hand-over until they have answered, a trainer's until any of its learners has confirmed.
 */
export async function unconfirmedHours(
  db: Db,
  { projectId, asOf }: { projectId: string; asOf: IsoDate },
): Promise<{ minutes: number; amountOre: number }> {
  const [row] = await db.$queryRaw<{ minutes: bigint; amountOre: bigint }[]>`
    select coalesce(sum(worked.minutes), 0)::bigint as minutes,
      coalesce(sum(worked.amount_ore), 0)::bigint as "amountOre"
    from entries_of(${projectId}::uuid) worked
    join hand_over on hand_over.id = worked.source_id and worked.source_type = 'hand-over'
    left join hand_over_learner own on own.hand_over_id = hand_over.id
      and own.person_id = worked.person_id
    where worked.kind = 'own-hours' and worked.day <= ${asOf}::date
      and case when own.person_id is not null then own.confirmed_on is null
        else not exists (select 1 from hand_over_learner learner
          where learner.hand_over_id = hand_over.id and learner.confirmed_on is not null) end`;
  return { minutes: Number(row?.minutes ?? 0), amountOre: Number(row?.amountOre ?? 0) };
}
