import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { SpreadRow } from "./spread-rows";

/**
 * What the figures of several methods are made of for the people of units, in one statement that
 * adds up what is counted: of circles by generation and day, of people by unit and circle.
 */
export function unitSpreadRows(
  db: Db,
  { competenceIds, unitIds, asOf }: { competenceIds: string[]; unitIds: string[]; asOf: IsoDate },
): Promise<SpreadRow[]> {
  return db.$queryRaw<SpreadRow[]>`
    with asked as materialized (
      select distinct unnest(${competenceIds}::uuid[]) as competence_id
    ),
    circle as materialized (
      select found.competence_id, found.circle_id
      from circles_in(${unitIds}::uuid[], ${asOf}::date) found
      where found.competence_id in (select competence_id from asked)
    ),
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
    active as (
      select competence_id, sum(acquired)::int as acquired, sum(may_teach)::int as carriers,
        sum(dead_ends)::int as dead_ends
      from circle join active_spread_on(${asOf}::date) spread using (competence_id, circle_id)
      group by competence_id
    ),
    in_group as (
      select competence_id, sum(acquired)::int as reached, sum(may_teach)::int as carriers,
        sum(dead_ends)::int as dead_ends
      from group_spread_in(${unitIds}::uuid[], ${asOf}::date) group by competence_id
    )
    select competence.id as "competenceId", competence.code, competence.name,
      coalesce(should_hold.people, 0) as "groupSize", coalesce(in_group.reached, 0) as reached,
      coalesce(active.acquired, 0) - coalesce(in_group.reached, 0) as beside,
      coalesce(outside, 0) as outside, coalesce(activated, 0) as activated,
      coalesce(learners, 0) as learners, coalesce(trainers, 0) as trainers,
      coalesce(of_circles.dead_ends, 0) as "deadEnds",
      coalesce(in_group.dead_ends, 0) as "deadEndsInGroup",
      coalesce(active.dead_ends, 0) - coalesce(in_group.dead_ends, 0) as "deadEndsBeside",
      coalesce(active.carriers, 0) as carriers,
      coalesce(in_group.carriers, 0) as "carriersInGroup", coalesce(generations, '[]') as generations
    from asked join competences() competence on competence.id = asked.competence_id
    left join standing_counts_in(${unitIds}::uuid[], ${asOf}::date) should_hold
      on should_hold.competence_id = competence.id
    left join of_circles on of_circles.competence_id = competence.id
    left join active on active.competence_id = competence.id
    left join in_group on in_group.competence_id = competence.id
    order by competence.name, competence.id`;
}
