import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { Activation } from "../rules/activation";
import type { CascadeGroup } from "../rules/cascade-group";
import type { GenerationRow } from "../rules/fidelity";
import type { Reach } from "../rules/reach";
import type { Reproduction } from "../rules/reproduction";
import { startOf } from "./circle-starts.server";
import type { SpreadRow } from "./spread-rows";
import { unitSpreadRows } from "./unit-spread-rows.server";

/** The figures of one method's cascade, as counts without names: those of `cascadeFigures`. */
export type SpreadFigures = {
  competenceId: string;
  code: string;
  name: string;
  reach: Reach;
  activation: Activation;
  reproduction: Reproduction;
  generations: GenerationRow[];
  deadEnds: number;
  /** Of these, whom the method was meant for, left or not. */
  deadEndsInGroup: number;
  /** Of these, who stand beside the group and are active; the rest have left. */
  deadEndsBeside: number;
  carriers: number;
  /** Of the carriers, whom the method was meant for. */
  carriersInGroup: number;
  /** Counted ones. */
  handOvers: number;
};

/**
 * The figures of several methods in a group as of the end of a day, in Swedish order of their
 * names: what `cascadeFigures` reckons from the group's circle, read from the stored lineage in
 * one statement. The caller has made sure that the group is the viewer's to see.
 */
export async function spreadFigures(
  db: Db,
  { competenceIds, group, asOf }: Asked,
): Promise<SpreadFigures[]> {
  if (competenceIds.length === 0) return [];
  const rows =
    "unitIds" in group
      ? await unitSpreadRows(db, { competenceIds, unitIds: group.unitIds, asOf })
      : await circleSpreadRows(db, { competenceIds, group, asOf });
  return rows.map(figuresOf);
}

type Asked = { competenceIds: string[]; group: CascadeGroup; asOf: IsoDate };

/** Person by person, for a group of any kind. */
function circleSpreadRows(db: Db, { competenceIds, group, asOf }: Asked): Promise<SpreadRow[]> {
  const { shouldHold, near, circles } = startOf(group, asOf);
  // Circle by circle and person by person (OFFSET 0): how few they are, the planner can't know, and
  // it would go through the whole authority.
  return db.$queryRaw<SpreadRow[]>`
    with asked as (select distinct unnest(${competenceIds}::uuid[]) as competence_id),
    should_hold as materialized (${shouldHold}),
    near_all as materialized (select competence_id, person_id from should_hold union ${near}),
    circle as materialized (${circles}),
    judged as materialized (
      select judged.*
      from circle cross join lateral (
        select found.* from hand_overs_judged_by(${asOf}::date) found
        where found.competence_id = circle.competence_id and found.circle_id = circle.circle_id
          and found.generation is not null
        offset 0
      ) judged
    ),
    gone as materialized (
      select member.person_id
      from (select distinct person_id from should_hold) member
      cross join lateral employment_of(member.person_id, ${asOf}::date) employment
      where employment.left_on <= ${asOf}::date
    ),
    acquired as materialized (
      select circle.competence_id, acquired.*, should_hold.person_id is not null as in_group,
        staff.person_id is not null as is_active, gone.person_id is not null as has_left
      from circle
      cross join lateral (
        select found.* from acquired_in_circle(
          circle.competence_id, circle.circle_id, ${asOf}::date) found offset 0
      ) acquired
      left join should_hold on should_hold.competence_id = circle.competence_id
        and should_hold.person_id = acquired.person_id
      left join lateral (
        select found.person_id from staff_on(${asOf}::date) found
        where found.person_id = acquired.person_id limit 1
      ) staff on true
      left join gone on gone.person_id = acquired.person_id
    ),
    of_people as (
      select competence_id,
        count(*) filter (where in_group and not has_left)::int as reached,
        count(*) filter (where not in_group and is_active)::int as beside,
        count(*) filter (where generation = 0)::int as outside,
        count(*) filter (where generation = 0 and has_taught)::int as activated,
        count(*) filter (where hand_over_id is not null)::int as learners,
        count(*) filter (where has_taught)::int as trainers,
        count(*) filter (where generation >= 1 and not has_taught)::int as dead_ends,
        count(*) filter (where generation >= 1 and not has_taught and in_group)::int
          as dead_ends_in_group,
        count(*) filter (where generation >= 1 and not has_taught and not in_group
          and is_active)::int as dead_ends_beside,
        count(*) filter (where is_active and may_teach)::int as carriers,
        count(*) filter (where is_active and may_teach and in_group)::int as carriers_in_group
      from acquired group by competence_id
    ),
    by_generation as (
      select competence_id, generation, count(*)::int as people, 0 as hand_overs, 0 as delivered,
        0 as possible
      from acquired group by competence_id, generation
      union all
      select competence_id, generation, 0, count(*)::int, sum(delivered)::int, sum(possible)::int
      from judged group by competence_id, generation
    ),
    of_generations as (
      select competence_id, json_agg(json_build_object('generation', generation, 'people', people,
        'handOvers', hand_overs, 'delivered', delivered, 'possible', possible)) as generations
      from by_generation group by competence_id
    )
    select competence.id as "competenceId", competence.code, competence.name,
      (select count(*)::int from should_hold where competence_id = competence.id) as "groupSize",
      coalesce(reached, 0) as reached, coalesce(beside, 0) as beside,
      coalesce(outside, 0) as outside, coalesce(activated, 0) as activated,
      coalesce(learners, 0) as learners, coalesce(trainers, 0) as trainers,
      coalesce(dead_ends, 0) as "deadEnds", coalesce(dead_ends_in_group, 0) as "deadEndsInGroup",
      coalesce(dead_ends_beside, 0) as "deadEndsBeside",
      coalesce(carriers, 0) as carriers, coalesce(carriers_in_group, 0) as "carriersInGroup",
      coalesce(generations, '[]') as generations
    from asked join competences() competence on competence.id = asked.competence_id
    left join of_people on of_people.competence_id = competence.id
    left join of_generations on of_generations.competence_id = competence.id
    order by competence.name, competence.id`;
}

function figuresOf(row: SpreadRow): SpreadFigures {
  const { competenceId, code, name, carriers, carriersInGroup } = row;
  const generations = withoutGaps(row.generations);
  return {
    ...{ competenceId, code, name, carriers, carriersInGroup, generations },
    ...{ deadEnds: row.deadEnds, deadEndsInGroup: row.deadEndsInGroup },
    deadEndsBeside: row.deadEndsBeside,
    reach: { numerator: row.reached, denominator: row.groupSize, beside: row.beside },
    activation: { numerator: row.activated, denominator: row.outside },
    reproduction: { learners: row.learners, trainers: row.trainers },
    handOvers: generations.reduce((sum, { handOvers }) => sum + handOvers, 0),
  };
}

/** One row a generation from 0 on: the database has one for people and one for hand-overs. */
function withoutGaps(found: GenerationRow[]): GenerationRow[] {
  const last = Math.max(-1, ...found.map(({ generation }) => generation));
  return Array.from({ length: last + 1 }, (_, generation) =>
    found
      .filter((row) => row.generation === generation)
      .reduce(added, { generation, people: 0, handOvers: 0, delivered: 0, possible: 0 }),
  );
}

function added(sum: GenerationRow, row: GenerationRow): GenerationRow {
  return {
    generation: sum.generation,
    people: sum.people + row.people,
    handOvers: sum.handOvers + row.handOvers,
    delivered: sum.delivered + row.delivered,
    possible: sum.possible + row.possible,
  };
}
