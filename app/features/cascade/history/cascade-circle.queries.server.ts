import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { CascadeGroup } from "../rules/cascade-group";
import { startOf } from "./circle-starts.server";

/** One person's part in a competence's history. */
export type CircleMember = {
  personId: string;
  joined: IsoDate;
  left: IsoDate | null;
  shouldHold: boolean;
  /** The first day of an attestation that no hand-over made: a course's, or a manager's word. */
  acquiredOn: IsoDate | null;
  mayTeachFrom: IsoDate | null;
};

export type Circle = {
  members: CircleMember[];
  /** The hand-overs held by the day in which a member taught. */
  handOverIds: string[];
};

/**
 * The circle of a group in one competence, as of the end of a day: the people near it, and all whom
 * its hand-overs join to them by then, at any remove. So nobody's lineage is cut off, and no history
 * of other units gets in that has nothing to do with them. Withdrawn hand-overs and parts that nobody
 * has said yes to join nobody.
 */
export async function circleOf(
  db: Db,
  { competenceId, group, asOf }: { competenceId: string; group: CascadeGroup; asOf: IsoDate },
): Promise<Circle> {
  const { shouldHold, near, circles } = startOf(group, asOf);
  const [circle] = await db.$queryRaw<{ members: MemberRow[]; handOverIds: string[] }[]>`
    with asked as (select ${competenceId}::uuid as competence_id),
    should_hold as materialized (${shouldHold}),
    near_all as materialized (select competence_id, person_id from should_hold union ${near}),
    circle as materialized (${circles}),
    member as (
      select person_id from near_all
      union
      select of_circle.person_id
      from circle
      join circles_by(${asOf}::date) of_circle using (competence_id, circle_id)
    )
    select
      (select coalesce(json_agg(json_build_array(
          member.person_id, employment.joined_on, employment.left_on,
          should_hold.person_id is not null, start.acquired_on, start.may_teach_from
        ) order by member.person_id), '[]')
        from member
        cross join lateral employment_of(member.person_id, ${asOf}::date) employment
        left join should_hold on should_hold.person_id = member.person_id
        cross join lateral lineage_start_of(member.person_id, ${competenceId}::uuid) start
      ) as members,
      array(select taken.hand_over_id::text
        from circle
        join hand_overs_judged_by(${asOf}::date) taken using (competence_id, circle_id)
      ) as "handOverIds"`;
  const { members = [], handOverIds = [] } = circle ?? {};
  return { members: members.map(memberOf), handOverIds };
}

/** A member as one JSON list: thousands of them in a row each would take their time to read. */
type MemberRow = [
  personId: string,
  joined: IsoDate,
  left: IsoDate | null,
  shouldHold: boolean,
  acquiredOn: IsoDate | null,
  mayTeachFrom: IsoDate | null,
];

function memberOf(row: MemberRow): CircleMember {
  const [personId, joined, left, shouldHold, acquiredOn, mayTeachFrom] = row;
  return { personId, joined, left, shouldHold, acquiredOn, mayTeachFrom };
}
