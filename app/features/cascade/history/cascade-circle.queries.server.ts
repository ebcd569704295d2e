import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { startOfProject, startOfUnits, type CircleStart } from "./circle-starts.server";

/**
 * Whose cascade it is. A project: its frozen groups. Units: their people of today whose own unit,
 * or one above it, requires the competence. People: nobody should hold anything, only what these
 * learned and taught is asked for.
 */
export type CascadeGroup = { projectId: string } | { unitIds: string[] } | { personIds: string[] };

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
 * units gets in that has nothing to do with them. The circle of some people is only what led to
 * them: those they learned from or taught with, and so on upwards; what those above them taught
 * elsewhere is left out, because not every trainer of it is known. One statement, whose work
 * follows the circle and not the people of the authority. Withdrawn hand-overs and declined parts
 * join nobody.
 */
export async function circleOf(
  db: Db,
  { competenceIds, group, asOf }: CascadeQuestion,
): Promise<Circle> {
  const { shouldHold, near, circle } = circleSql(group, asOf);
  const circles = await db.$queryRaw<CircleRow[]>`
    with recursive asked as (
      select distinct unnest(${competenceIds}::uuid[]) as competence_id
    ),
    should_hold as materialized (${shouldHold}),
    near as materialized (
      select competence_id, person_id from should_hold
      union
      ${near}
    ),
    ${circle},
    listed as (
      select member.competence_id,
        json_agg(json_build_array(
          member.person_id, employment.joined_on, employment.left_on, should_hold.person_id is not null,
          near.person_id is not null, outside.learned_on, known.cleared_since
        ) order by member.person_id) as members
      from member
      cross join lateral employment_of(member.person_id, ${asOf}::date) employment
      left join should_hold using (competence_id, person_id)
      left join near using (competence_id, person_id)
      cross join lateral learned_outside_of(member.person_id, member.competence_id) outside
      cross join lateral known_of(member.person_id, member.competence_id, 'infinity') known
      group by member.competence_id
    )
    select competence_id as "competenceId", members, coalesce(ids, '{}') as "handOverIds"
    from listed left join (
      select competence_id, array_agg(hand_over_id::text) as ids from taken group by competence_id
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

type CircleSql = CircleStart & {
  /** Named queries, at last `member` (competence_id, person_id) and `taken` (…, hand_over_id). */
  circle: Prisma.Sql;
};

function circleSql(group: CascadeGroup, asOf: IsoDate): CircleSql {
  if ("personIds" in group) return circleOfPeople(group.personIds);
  if ("projectId" in group) return { ...startOfProject(group.projectId), circle: walked };
  const isLarge = group.unitIds.length > manyUnits;
  return { ...startOfUnits(group.unitIds, asOf), circle: isLarge ? joinedAtOnce : walked };
}

/** Over so many units it is quicker to read all hand-overs once than those of each person. */
const manyUnits = 20;

const joinedAtOnce = Prisma.sql`
  part as materialized (
    select hand_over.competence_id, hand_over.id as hand_over_id, participant.person_id
    from hand_over
    join (
      select hand_over_id, person_id from hand_over_trainer
      union all
      select hand_over_id, person_id from hand_over_learner where declined_on is null
    ) participant on participant.hand_over_id = hand_over.id
    where hand_over.withdrawn_at is null
      and hand_over.competence_id in (select competence_id from asked)
  ),
  member as (
    select competence_id, person_id from near
    union
    select member.competence_id, companion.person_id
    from member
    join part using (competence_id, person_id)
    join part companion on companion.hand_over_id = part.hand_over_id
  ),
  taken as (
    select distinct competence_id, part.hand_over_id
    from member join part using (competence_id, person_id)
  )`;

/**
 * From people to their hand-overs and from hand-overs to their people, each of them once. Two
 * things are as they are for the sake of the database's guesses: the condition stands in a
 * coalesce so that it is looked up in one hashed list (joined, it would read every hand-over of
 * every method that a person ever took part in), and the walk starts from arrays, which it takes
 * to be short (otherwise it clears room for millions before the first step).
 */
const isTaught = Prisma.sql`
  coalesce((circle.competence_id, hand_over_id) in (select competence_id, id from taught), false)`;

const walked = Prisma.sql`
  taught as materialized (
    select competence_id, id from hand_over
    where withdrawn_at is null and competence_id in (select competence_id from asked)
  ),
  circle as (
    select competence_id, false as is_hand_over, person_id as id
    from unnest(
      array(select competence_id from near order by competence_id, person_id),
      array(select person_id from near order by competence_id, person_id)
    ) as start (competence_id, person_id)
    union
    select circle.competence_id, not circle.is_hand_over, next.id
    from circle
    cross join lateral (
      select hand_over_id as id from hand_over_trainer
      where not circle.is_hand_over and person_id = circle.id and ${isTaught}
      union all
      select hand_over_id from hand_over_learner
      where not circle.is_hand_over and person_id = circle.id and declined_on is null
        and ${isTaught}
      union all
      select person_id from hand_over_trainer
      where circle.is_hand_over and hand_over_id = circle.id
      union all
      select person_id from hand_over_learner
      where circle.is_hand_over and hand_over_id = circle.id and declined_on is null
    ) next
  ),
  member as (select competence_id, id as person_id from circle where not is_hand_over),
  taken as (select competence_id, id as hand_over_id from circle where is_hand_over)`;

// "offset 0" keeps what is looked up of one person from being read of everybody at once.
function circleOfPeople(personIds: string[]): CircleSql {
  return {
    shouldHold: Prisma.sql`
      select null::uuid as competence_id, null::uuid as person_id where false`,
    near: Prisma.sql`
      select asked.competence_id, unnest(${personIds}::uuid[]) as person_id from asked`,
    circle: Prisma.sql`
      start as (
        select competence_id, person_id from near
        union
        select hand_over.competence_id, companion.person_id
        from hand_over_trainer part
        join hand_over on hand_over.id = part.hand_over_id and hand_over.withdrawn_at is null
          and hand_over.competence_id in (select competence_id from asked)
        join hand_over_trainer companion on companion.hand_over_id = hand_over.id
        where part.person_id = any(${personIds}::uuid[])
      ),
      member as (
        select competence_id, person_id from start
        union
        select member.competence_id, trainer.person_id
        from member
        cross join lateral (
          select teacher.person_id
          from hand_over_learner part
          join hand_over on hand_over.id = part.hand_over_id
          join hand_over_trainer teacher on teacher.hand_over_id = hand_over.id
          where part.person_id = member.person_id and part.declined_on is null
            and hand_over.competence_id = member.competence_id and hand_over.withdrawn_at is null
          offset 0
        ) trainer
      ),
      taken as (
        select hand_over.competence_id, hand_over.id as hand_over_id
        from (
          select near.competence_id, part.hand_over_id
          from near join hand_over_trainer part using (person_id)
          union
          select member.competence_id, part.hand_over_id
          from member
          cross join lateral (
            select hand_over_id from hand_over_learner
            where person_id = member.person_id and declined_on is null
            offset 0
          ) part
        ) part
        join hand_over on hand_over.id = part.hand_over_id
          and hand_over.competence_id = part.competence_id and hand_over.withdrawn_at is null
      )`,
  };
}
