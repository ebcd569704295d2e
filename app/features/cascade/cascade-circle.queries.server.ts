import { Prisma } from "~/generated/prisma/client";
import type { IsoDate } from "~/platform/clock";
import type { Db } from "~/platform/db.server";

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

/**
 * The circle of a group, for each competence by itself: the people near it, and all whom its
 * hand-overs join to them, at any remove. So nobody's lineage is cut off, and no history of other
 * units gets in that has nothing to do with them. The circle of some people is only what led to
 * them: those they learned from or taught with, and so on upwards. One statement, whose work
 * follows the circle and not the authority. Withdrawn hand-overs and declined parts join nobody.
 */
export function circleOf(
  db: Db,
  { competenceIds, group, asOf }: CascadeQuestion,
): Promise<CircleMember[]> {
  const { shouldHold, near, taughtWith, joined } = startOf(group, asOf);
  return db.$queryRaw<CircleMember[]>`
    with recursive asked as (
      select unnest(${competenceIds}::uuid[]) as competence_id
    ),
    should_hold as materialized (${shouldHold}),
    near as materialized (
      select competence_id, person_id from should_hold
      union
      ${near}
    ),
    start as (
      select competence_id, person_id from near
      union
      ${taughtWith}
    ),
    circle as (
      select competence_id, person_id from start
      union
      ${joined}
    )
    select circle.competence_id as "competenceId", circle.person_id as "personId",
      to_char(person.joined_on, 'YYYY-MM-DD') as joined,
      to_char(person.left_on, 'YYYY-MM-DD') as left,
      should_hold.person_id is not null as "shouldHold",
      near.person_id is not null as near,
      to_char(known.acquired_on, 'YYYY-MM-DD') as "acquiredOn",
      to_char(known.may_teach_from, 'YYYY-MM-DD') as "mayTeachFrom"
    from circle
    join person on person.id = circle.person_id
    left join should_hold using (competence_id, person_id)
    left join near using (competence_id, person_id)
    cross join lateral (
      select
        min(attested_on) filter (where source in ('course', 'manager') and level >= 1)
          as acquired_on,
        min(attested_on) filter (where level = 4 or source = 'teach-back') as may_teach_from
      from attestation
      where person_id = circle.person_id and competence_id = circle.competence_id
        and withdrawn_at is null
    ) known
    order by circle.competence_id, circle.person_id`;
}

type Start = {
  shouldHold: Prisma.Sql;
  near: Prisma.Sql;
  /** Who else belongs to the circle from the start. */
  taughtWith: Prisma.Sql;
  /** Whom the hand-overs of one in the circle join to them. */
  joined: Prisma.Sql;
};

const nobody = Prisma.sql`select null::uuid as competence_id, null::uuid as person_id where false`;

function startOf(group: CascadeGroup, asOf: IsoDate): Start {
  if ("personIds" in group) return startOfPeople(group.personIds);
  const start =
    "unitIds" in group ? startOfUnits(group.unitIds, asOf) : startOfProject(group.projectId);
  return { ...start, taughtWith: nobody, joined: companions };
}

const companions = Prisma.sql`
  select circle.competence_id, companion.person_id
  from circle
  cross join lateral (
    select hand_over.id
    from hand_over_trainer part join hand_over on hand_over.id = part.hand_over_id
    where part.person_id = circle.person_id
      and hand_over.competence_id = circle.competence_id and hand_over.withdrawn_at is null
    union
    select hand_over.id
    from hand_over_learner part join hand_over on hand_over.id = part.hand_over_id
    where part.person_id = circle.person_id and part.declined_on is null
      and hand_over.competence_id = circle.competence_id and hand_over.withdrawn_at is null
  ) taken
  cross join lateral (
    select person_id from hand_over_trainer where hand_over_id = taken.id
    union
    select person_id from hand_over_learner where hand_over_id = taken.id and declined_on is null
  ) companion`;

function startOfPeople(personIds: string[]): Start {
  return {
    shouldHold: nobody,
    near: Prisma.sql`
      select asked.competence_id, unnest(${personIds}::uuid[]) as person_id from asked`,
    taughtWith: Prisma.sql`
      select hand_over.competence_id, companion.person_id
      from hand_over_trainer part
      join hand_over on hand_over.id = part.hand_over_id and hand_over.withdrawn_at is null
        and hand_over.competence_id in (select competence_id from asked)
      join hand_over_trainer companion on companion.hand_over_id = hand_over.id
      where part.person_id = any(${personIds}::uuid[])`,
    joined: Prisma.sql`
      select circle.competence_id, trainer.person_id
      from circle
      cross join lateral (
        select teacher.person_id
        from hand_over_learner part
        join hand_over on hand_over.id = part.hand_over_id
        join hand_over_trainer teacher on teacher.hand_over_id = hand_over.id
        where part.person_id = circle.person_id and part.declined_on is null
          and hand_over.competence_id = circle.competence_id and hand_over.withdrawn_at is null
      ) trainer`,
  };
}

type GroupStart = Pick<Start, "shouldHold" | "near">;

function startOfProject(projectId: string): GroupStart {
  const units = Prisma.sql`(
    with recursive below as (
      select unit_id as id from project where id = ${projectId}::uuid
      union
      select unit.id from unit join below on unit.parent_id = below.id
    )
    select id from below)`;
  return {
    shouldHold: Prisma.sql`
      select frozen_group.competence_id, group_member.person_id
      from frozen_group join group_member on group_member.group_id = frozen_group.id
      where frozen_group.project_id = ${projectId}::uuid
        and frozen_group.competence_id in (select competence_id from asked)`,
    near: Prisma.sql`
      ${peopleWithHistoryIn(units)}
      union
      select hand_over.competence_id, part.person_id
      from hand_over
      join (
        select hand_over_id, person_id from hand_over_trainer
        union all
        select hand_over_id, person_id from hand_over_learner where declined_on is null
      ) part on part.hand_over_id = hand_over.id
      where hand_over.project_id = ${projectId}::uuid and hand_over.withdrawn_at is null
        and hand_over.competence_id in (select competence_id from asked)`,
  };
}

function startOfUnits(unitIds: string[], asOf: IsoDate): GroupStart {
  return {
    shouldHold: Prisma.sql`
      select distinct requirement.competence_id, person.id as person_id
      from (
        with recursive above as (
          select id as unit_id, id as top, parent_id from unit where id = any(${unitIds}::uuid[])
          union all
          select above.unit_id, unit.id, unit.parent_id
          from above join unit on unit.id = above.parent_id
        )
        select unit_id, top from above
      ) above
      join requirement on requirement.unit_id = above.top
        and requirement.competence_id in (select competence_id from asked)
      join person on person.unit_id = above.unit_id
        and person.joined_on <= ${asOf}::date
        and (person.left_on is null or person.left_on > ${asOf}::date)`,
    near: peopleWithHistoryIn(Prisma.sql`(select unnest(${unitIds}::uuid[]))`),
  };
}

/** Who works, or has worked, in the units and has any history in the competence. */
function peopleWithHistoryIn(units: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select attestation.competence_id, attestation.person_id
    from person join attestation on attestation.person_id = person.id
    where person.unit_id in ${units} and attestation.withdrawn_at is null
      and attestation.competence_id in (select competence_id from asked)
    union
    select hand_over.competence_id, part.person_id
    from person
    join hand_over_trainer part on part.person_id = person.id
    join hand_over on hand_over.id = part.hand_over_id
    where person.unit_id in ${units} and hand_over.withdrawn_at is null
      and hand_over.competence_id in (select competence_id from asked)
    union
    select hand_over.competence_id, part.person_id
    from person
    join hand_over_learner part on part.person_id = person.id and part.declined_on is null
    join hand_over on hand_over.id = part.hand_over_id
    where person.unit_id in ${units} and hand_over.withdrawn_at is null
      and hand_over.competence_id in (select competence_id from asked)`;
}
