import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { StandingReason } from "../rules/standing";
import type { TeachingRecord } from "../rules/valid-trainer";

type Asked = { competenceIds: string[]; personIds: string[]; asOf: IsoDate };

/**
 * What decides whether people may teach competences, as it is known at the end of a day. Ask for
 * today: a hand-over of last week that was confirmed yesterday is known today.
 */
export async function teachingRecords(
  db: Db,
  { competenceIds, personIds, asOf }: Asked,
): Promise<(competenceId: string, personId: string) => TeachingRecord> {
  const rows = await db.$queryRaw<(TeachingRecord & { competenceId: string; personId: string })[]>`
    select asked.competence_id as "competenceId", asked.person_id as "personId",
      to_char(acquired.acquired_on, 'YYYY-MM-DD') as "acquiredOn",
      to_char(start.may_teach_from, 'YYYY-MM-DD') as "mayTeachFrom"
    from (
      select competence_id, person_id
      from unnest(${competenceIds}::uuid[]) competence_id, unnest(${personIds}::uuid[]) person_id
    ) asked
    cross join lateral lineage_start_of(asked.person_id, asked.competence_id) start
    left join lateral (
      select acquired_on from acquired_by(${asOf}::date) acquired
      where acquired.competence_id = asked.competence_id and acquired.person_id = asked.person_id
    ) acquired on true`;
  const known = new Map(rows.map((row) => [`${row.competenceId} ${row.personId}`, row]));
  return (competenceId, personId) => {
    const { acquiredOn = null, mayTeachFrom = null } =
      known.get(`${competenceId} ${personId}`) ?? {};
    return { acquiredOn, mayTeachFrom };
  };
}

/** What a hand-over is as of a day: counted, or the first reason why it isn't. */
export type HandOverState = "counted" | StandingReason;

/** The states of standing hand-overs as of a day, by their ids; those not held yet have none. */
export async function handOverStates(
  db: Db,
  handOverIds: string[],
  asOf: IsoDate,
): Promise<Map<string, HandOverState>> {
  const rows = await db.$queryRaw<{ id: string; state: HandOverState }[]>`
    select hand_over_id as id, coalesce(reason, 'counted') as state
    from hand_overs_judged_by(${asOf}::date)
    where hand_over_id = any(${handOverIds}::uuid[])`;
  return new Map(rows.map(({ id, state }) => [id, state]));
}
