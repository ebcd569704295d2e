import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { CascadeGroup } from "../rules/cascade-group";
import { startOf } from "./circle-starts.server";

export type CascadeQuestion = { competenceIds: string[]; group: CascadeGroup; asOf: IsoDate };

/** One person's part in one competence's history. */
export type CircleMember = {
  competenceId: string;
  personId: string;
  joined: IsoDate;
  left: IsoDate | null;
  shouldHold: boolean;
  /** Belongs to the group, its units or its project's hand-overs: not only met through others. */
  near: boolean;
  /** The first day of an attestation that no hand-over made: a course's, or a manager's word. */
  acquiredOn: IsoDate | null;
  mayTeachFrom: IsoDate | null;
};

export type Circle = {
  members: CircleMember[];
  /** The hand-overs in which a member learned or taught. */
  handOverIds: string[];
};

/**
 * The circle of a group, for each competence by itself: the people near it, and all whom its
 * hand-overs join to them, at any remove. So nobody's lineage is cut off, and no history of other
 * units gets in that has nothing to do with them. Withdrawn hand-overs and declined parts join
 * nobody.
 */
export async function circleOf(
  db: Db,
  { competenceIds, group, asOf }: CascadeQuestion,
): Promise<Circle> {
  const { shouldHold, near } = startOf(group, asOf);
  const circles = await db.$queryRaw<CircleRow[]>`
    with asked as (select distinct unnest(${competenceIds}::uuid[]) as competence_id),
    should_hold as materialized (${shouldHold}),
    near as materialized (select competence_id, person_id from should_hold union ${near}),
    circle as materialized (
      select distinct competence_id, circle_id from near
      join in_circle(near.competence_id, near.person_id) using (competence_id)
    ),
    member as (
      select competence_id, person_id from near
      union
      select circle.competence_id, of_circle.person_id
      from circle cross join lateral people_of_circle(circle.competence_id, circle.circle_id) of_circle
    ),
    listed as (
      select member.competence_id,
        json_agg(json_build_array(
          member.person_id, employment.joined_on, employment.left_on,
          should_hold.person_id is not null, near.person_id is not null,
          known.acquired_on, known.may_teach_from
        ) order by member.person_id) as members
      from member
      cross join lateral employment_of(member.person_id, ${asOf}::date) employment
      left join should_hold using (competence_id, person_id)
      left join near using (competence_id, person_id)
      cross join lateral lineage_start_of(member.person_id, member.competence_id) known
      group by member.competence_id
    )
    select competence_id as "competenceId", members, coalesce(ids, '{}') as "handOverIds"
    from listed left join (
      select circle.competence_id, array_agg(taken.hand_over_id::text) as ids
      from circle
      cross join lateral hand_overs_of_circle(circle.competence_id, circle.circle_id) taken
      group by circle.competence_id
    ) gathered using (competence_id)`;
  return {
    members: circles.flatMap(membersOf),
    handOverIds: circles.flatMap(({ handOverIds }) => handOverIds),
  };
}

type CircleRow = { competenceId: string; members: MemberRow[]; handOverIds: string[] };

/** A member as one JSON list: thousands of them in a row each would take their time to read. */
type MemberRow = [
  personId: string,
  joined: IsoDate,
  left: IsoDate | null,
  shouldHold: boolean,
  near: boolean,
  acquiredOn: IsoDate | null,
  mayTeachFrom: IsoDate | null,
];

function membersOf({ competenceId, members }: CircleRow): CircleMember[] {
  return members.map(
    ([personId, joined, left, shouldHold, near, acquiredOn, mayTeachFrom]): CircleMember => ({
      competenceId,
      personId,
      joined,
      left,
      shouldHold,
      near,
      acquiredOn,
      mayTeachFrom,
    }),
  );
}
