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
    select coalesce(sum(own_hours.minutes), 0)::bigint as minutes,
      coalesce(sum(own_hours.amount_ore), 0)::bigint as "amountOre"
    from own_hours
    join budget_line line on line.id = own_hours.budget_line_id and line.financing = 'in-kind'
    join hand_over on hand_over.id = own_hours.source_id and own_hours.source_type = 'hand-over'
    left join hand_over_learner own on own.hand_over_id = hand_over.id
      and own.person_id = own_hours.person_id
    where own_hours.project_id = ${projectId}::uuid and own_hours.withdrawn_at is null
      and own_hours.worked_on <= ${asOf}::date
      and case when own.person_id is not null then own.confirmed_on is null
        else not exists (select 1 from hand_over_learner learner
          where learner.hand_over_id = hand_over.id and learner.confirmed_on is not null) end`;
  return { minutes: Number(row?.minutes ?? 0), amountOre: Number(row?.amountOre ?? 0) };
}
