import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { CascadeGroup } from "../rules/cascade-group";
import type { GenerationRow } from "../rules/fidelity";
import { startOf } from "./circle-starts.server";

/** What the figures of one method are made of, as the database counts it. */
export type SpreadRow = {
  competenceId: string;
  code: string;
  name: string;
  groupSize: number;
  reached: number;
  beside: number;
  outside: number;
  activated: number;
  learners: number;
  trainers: number;
  deadEnds: number;
  deadEndsInGroup: number;
  deadEndsBeside: number;
  carriers: number;
  carriersInGroup: number;
  generations: GenerationRow[];
};

type Asked = { competenceIds: string[]; group: CascadeGroup; asOf: IsoDate };

/**
 * What the figures of several methods are made of for a group, in one statement that adds up what is
 * counted: of circles by generation and day, of people by unit and circle.
 */
export function spreadRows(db: Db, { competenceIds, group, asOf }: Asked): Promise<SpreadRow[]> {
  const { starts, circles, sizes, inGroup, isFew } =
    "unitIds" in group ? ofUnits(group.unitIds, competenceIds, asOf) : ofPeople(group, asOf);
  return db.$queryRaw<SpreadRow[]>`
    with asked as materialized (
      select distinct unnest(${competenceIds}::uuid[]) as competence_id
    ),
    ${starts}
    circle as materialized (${circles}),
    by_generation as materialized (
      select competence_id, generation, sum(people)::int as people, sum(taught)::int as taught,
        sum(learned)::int as learned, sum(hand_overs)::int as hand_overs,
        sum(delivered)::int as delivered, sum(possible)::int as possible
      from circle join tallied_by(${asOf}::date) tallied using (competence_id, circle_id)
      group by competence_id, generation
    ),
    of_circles as (
      select competence_id, sum(learned)::int as learners, sum(taught)::int as trainers,
        coalesce(sum(people) filter (where generation = 0), 0)::int as outside,
        coalesce(sum(taught) filter (where generation = 0), 0)::int as activated,
        coalesce(sum(people - taught) filter (where generation >= 1), 0)::int as dead_ends,
        json_agg(json_build_object('generation', generation, 'people', people,
          'handOvers', hand_overs, 'delivered', delivered, 'possible', possible))
          filter (where people > 0 or hand_overs > 0) as generations
      from by_generation group by competence_id
    ),
    counted as materialized (select unit_id from spread_units_on(${asOf}::date)),
    day as materialized (
      select 2 * (select count(*) from counted) > (select count(*) from units()) as is_counted
    ),
    ${oneByOne(asOf)}
    active as (
      select competence_id, sum(acquired)::int as acquired, sum(may_teach)::int as carriers,
        sum(dead_ends)::int as dead_ends
      from (
        ${isFew ? countedInEach : countedInAll(asOf)}
        where (select is_counted from day)
        union all
        ${uncountedApart(asOf)}
        where (select is_counted from day)
        union all
        select competence_id, count(*), count(*) filter (where may_teach),
          count(*) filter (where is_dead_end)
        from found join working using (person_id) group by competence_id
      ) spread group by competence_id
    ),
    in_group as materialized (${inGroup}),
    size as (${sizes})
    select competence.id as "competenceId", competence.code, competence.name,
      coalesce(size.people, 0) as "groupSize", coalesce(in_group.reached, 0) as reached,
      coalesce(active.acquired, 0) - coalesce(in_group.active, 0) as beside,
      coalesce(outside, 0) as outside, coalesce(activated, 0) as activated,
      coalesce(learners, 0) as learners, coalesce(trainers, 0) as trainers,
      coalesce(of_circles.dead_ends, 0) as "deadEnds",
      coalesce(in_group.dead_ends, 0) as "deadEndsInGroup",
      coalesce(active.dead_ends, 0) - coalesce(in_group.active_dead_ends, 0) as "deadEndsBeside",
      coalesce(active.carriers, 0) as carriers,
      coalesce(in_group.carriers, 0) as "carriersInGroup", coalesce(generations, '[]') as generations
    from asked join competences() competence on competence.id = asked.competence_id
    left join size on size.competence_id = competence.id
    left join of_circles on of_circles.competence_id = competence.id
    left join active on active.competence_id = competence.id
    left join in_group on in_group.competence_id = competence.id
    order by competence.name, competence.id`;
}

/** In so many units or fewer there are few circles, as far as a planner is concerned. */
const fewUnits = 20;

/** All of their group work there, and what is counted covers most of them. */
function ofUnits(unitIds: string[], competenceIds: string[], asOf: IsoDate) {
  return {
    starts: Prisma.empty,
    circles: Prisma.sql`
      select found.competence_id, found.circle_id
      from circles_in(${unitIds}::uuid[], ${asOf}::date) found
      where found.competence_id = any(${competenceIds}::uuid[])`,
    sizes: Prisma.sql`
      select competence_id, people from standing_counts_in(${unitIds}::uuid[], ${asOf}::date)`,
    inGroup: Prisma.sql`
      select competence_id, sum(acquired)::int as reached, sum(acquired)::int as active,
        sum(may_teach)::int as carriers, sum(dead_ends)::int as dead_ends,
        sum(dead_ends)::int as active_dead_ends
      from group_spread_in(${unitIds}::uuid[], ${asOf}::date) group by competence_id`,
    isFew: unitIds.length <= fewUnits,
  };
}

/** A group that is told person by person, and that people have left. */
function ofPeople(group: CascadeGroup, asOf: IsoDate) {
  const { shouldHold, near, circles } = startOf(group, asOf);
  return {
    starts: Prisma.sql`
      should_hold as materialized (${shouldHold}),
      near_all as materialized (select competence_id, person_id from should_hold union ${near}),`,
    circles,
    sizes: Prisma.sql`
      select competence_id, count(*)::int as people from should_hold group by competence_id`,
    inGroup: Prisma.sql`
      select competence_id,
        count(*) filter (where not coalesce(has_left, false))::int as reached,
        count(*) filter (where is_active)::int as active,
        count(*) filter (where is_active and may_teach)::int as carriers,
        count(*) filter (where is_dead_end)::int as dead_ends,
        count(*) filter (where is_active and is_dead_end)::int as active_dead_ends
      from (
        select member.competence_id, found.may_teach, found.is_dead_end, works.is_active,
          not works.is_active and (select employment.left_on <= ${asOf}::date
            from employment_of(member.person_id, ${asOf}::date) employment) as has_left
        from should_hold member
        cross join lateral (
          select one.may_teach, one.is_dead_end
          from acquisition_of(member.competence_id, member.person_id, ${asOf}::date) one offset 0
        ) found
        cross join lateral (
          select exists (select from staff_on(${asOf}::date) staff
            where staff.person_id = member.person_id) as is_active offset 0
        ) works
      ) acquired group by competence_id`,
    isFew: true,
  };
}

/** Circle by circle (OFFSET 0): how few they are, the planner can't know. */
const countedInEach = Prisma.sql`
    select circle.competence_id, spread.acquired, spread.may_teach, spread.dead_ends
    from circle
    cross join lateral (
      select found.* from spread_of_circle(circle.competence_id, circle.circle_id) found offset 0
    ) spread
    join counted on counted.unit_id = spread.unit_id`;

/** All that is counted at once (OFFSET 0), rather than each row with its unit looked up. */
function countedInAll(asOf: IsoDate): Prisma.Sql {
  return Prisma.sql`
    select competence_id, acquired, may_teach, dead_ends
    from circle join (
      select found.* from spread_counted_on(${asOf}::date) found offset 0
    ) spread using (competence_id, circle_id)`;
}

/** Whom no count covers, first (OFFSET 0): few, and a planner would go through all of the circles. */
function uncountedApart(asOf: IsoDate): Prisma.Sql {
  return Prisma.sql`
    select competence_id, 1, may_teach::int, is_dead_end::int
    from circle join (
      select found.* from acquired_apart(${asOf}::date) found offset 0
    ) apart using (competence_id, circle_id)`;
}

/**
 * Who of the circles has acquired something, and who of them works: on a day that few units are counted
 * for. Each is looked up once, however many methods they know, and all of them at once.
 */
function oneByOne(asOf: IsoDate): Prisma.Sql {
  return Prisma.sql`
    found as materialized (
      select circle.competence_id, person.person_id, person.may_teach, person.is_dead_end
      from circle cross join lateral (
        select one.person_id, one.may_teach, one.generation >= 1 and not one.has_taught as is_dead_end
        from acquired_in_circle(circle.competence_id, circle.circle_id, ${asOf}::date) one offset 0
      ) person
      where not (select is_counted from day)
    ),
    working as materialized (
      select distinct staff.person_id from staff_on(${asOf}::date) staff
      where staff.person_id = any(array(select distinct person_id from found))
    ),`;
}
