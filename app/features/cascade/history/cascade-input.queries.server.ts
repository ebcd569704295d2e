import type { Db } from "~/platform/db.server";
import { sinceAlways, toIsoDate, type IsoDate } from "~/terms/day";
import {
  circleOf,
  type CascadeGroup,
  type CascadeQuestion,
  type CircleMember,
} from "./cascade-circle.queries.server";
import type { CascadeInput } from "../rules/cascade-input";
import { groupOn, type FrozenGroup } from "../rules/frozen-group";

export type { CascadeGroup, CascadeQuestion };

/** One competence's history as the rules read it, and what the file of it leaves out. */
export type CascadeSource = {
  competence: { id: string; code: string; name: string };
  input: CascadeInput;
  group: FrozenGroup;
  /** People of the group, its units or its project's hand-overs; the rest came along with them. */
  near: ReadonlySet<string>;
  handOvers: ReadonlyMap<string, { projectId: string | null; minutes: number }>;
};

/**
 * The history of one competence for a group, as of the end of a day: what its page shows the
 * figures of, and the file that the page gives away. Ids are ours (UUIDs), names aren't in it.
 *
 * - `people`: everybody in it, see `circleOf`. `shouldHold`: the group, from the day on that it is
 *   frozen for.
 * - `acquisitions`: attestations of a level by a course or a manager. `mayTeach`: the earliest
 *   level 4 or passed teach-back. Withdrawn attestations never were.
 * - `handOvers`: all that are not withdrawn, without those learners who have declined.
 * - `coreElements`: how many the method has on the day of the figures. A hand-over has its own where
 *   they were others on its day, and never fewer than it delivered.
 *
 * Four statements, however many people. Throws where there is no such competence. The caller
 * has made sure that the group is the viewer's to see.
 */
export async function cascadeInput(
  db: Db,
  {
    competenceId,
    group,
    asOf,
  }: {
    competenceId: string;
    group: CascadeGroup;
    asOf: IsoDate;
  },
): Promise<CascadeInput> {
  const [source] = await cascadeSources(db, { competenceIds: [competenceId], group, asOf });
  if (!source) throw new Error(`There is no competence ${competenceId}`);
  return source.input;
}

/** The same for several competences at once, in Swedish order of their names. */
export async function cascadeSources(db: Db, question: CascadeQuestion): Promise<CascadeSource[]> {
  if (question.competenceIds.length === 0) return [];
  // One after the other: inside a transaction there is one connection.
  const competences = await competencesOf(db, question);
  const frozenDays = await frozenDaysOf(db, question.group);
  const { members, handOverIds } = await circleOf(db, question);
  const handOvers = await handOversOf(db, handOverIds);
  const membersOf = byCompetence(members);
  const takenIn = byCompetence(handOvers);
  return competences.map((competence) =>
    sourceOf({
      competence,
      members: membersOf.get(competence.id) ?? [],
      handOvers: takenIn.get(competence.id) ?? [],
      frozenOn: frozenDays.get(competence.id) ?? sinceAlways,
      asOf: question.asOf,
    }),
  );
}

/**
 * The same history as of another day: a history is the same whichever day it is asked for, and only
 * the rules look at the day.
 */
export function inputOn(asOf: IsoDate, { input, group }: CascadeSource): CascadeInput {
  return { ...input, asOf, shouldHold: groupOn(asOf, group) };
}

type CompetenceRow = { id: string; code: string; name: string; coreElements: number };

function competencesOf(
  db: Db,
  { competenceIds, asOf }: Pick<CascadeQuestion, "competenceIds" | "asOf">,
): Promise<CompetenceRow[]> {
  return db.$queryRaw<CompetenceRow[]>`
    select id, code, name,
      (select count(*)::int from core_elements_on(competence.id, ${asOf}::date)) as "coreElements"
    from competence where id = any(${competenceIds}::uuid[]) order by name, id`;
}

/** For which day a project's groups are frozen, by competence. Units have no frozen ones. */
async function frozenDaysOf(db: Db, group: CascadeGroup): Promise<Map<string, IsoDate>> {
  if (!("projectId" in group)) return new Map();
  const groups = await db.frozenGroup.findMany({
    where: { projectId: group.projectId },
    select: { competenceId: true, frozenOn: true },
  });
  return new Map(groups.map(({ competenceId, frozenOn }) => [competenceId, toIsoDate(frozenOn)]));
}

type HandOverRow = {
  id: string;
  competenceId: string;
  projectId: string | null;
  date: IsoDate;
  minutes: number;
  trainers: string[];
  learners: { person: string; confirmed: IsoDate | null }[];
  elementsDelivered: number;
  /** Of the method on the hand-over's day. */
  coreElements: number;
};

/** The hand-overs of a circle: everybody else in them is in the circle too. */
async function handOversOf(db: Db, ids: string[]): Promise<HandOverRow[]> {
  if (ids.length === 0) return [];
  return db.$queryRaw<HandOverRow[]>`
    with held as materialized (
      select id, competence_id, project_id, held_on, minutes from hand_over
      where id = any(${ids}::uuid[])
    ),
    day as (
      select competence_id, held_on,
        (select count(*)::int from core_elements_on(competence_id, held_on)) as core_elements
      from (select distinct competence_id, held_on from held) asked
    )
    select hand_over.id, hand_over.competence_id as "competenceId",
      hand_over.project_id as "projectId", to_char(hand_over.held_on, 'YYYY-MM-DD') as date,
      hand_over.minutes,
      array(select person_id::text from hand_over_trainer
        where hand_over_id = hand_over.id order by person_id) as trainers,
      coalesce((select json_agg(json_build_object('person', person_id,
          'confirmed', to_char(confirmed_on, 'YYYY-MM-DD')) order by person_id)
        from hand_over_learner
        where hand_over_id = hand_over.id and declined_on is null), '[]') as learners,
      (select count(*)::int from hand_over_element where hand_over_id = hand_over.id)
        as "elementsDelivered",
      day.core_elements as "coreElements"
    from held hand_over join day using (competence_id, held_on)
    order by hand_over.held_on, hand_over.id`;
}

function byCompetence<Row extends { competenceId: string }>(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.competenceId);
    if (group) group.push(row);
    else groups.set(row.competenceId, [row]);
  }
  return groups;
}

function sourceOf({
  competence: { coreElements, ...competence },
  members,
  handOvers,
  frozenOn,
  asOf,
}: {
  competence: CompetenceRow;
  members: CircleMember[];
  handOvers: HandOverRow[];
  frozenOn: IsoDate;
  asOf: IsoDate;
}): CascadeSource {
  const group = {
    frozenOn,
    members: members.flatMap(({ personId, shouldHold }) => (shouldHold ? [personId] : [])),
  };
  const input: CascadeInput = {
    asOf,
    method: { id: competence.id, coreElements },
    people: members.map(({ personId, joined, left }) => ({ id: personId, joined, left })),
    shouldHold: groupOn(asOf, group),
    acquisitions: members.flatMap(({ personId, acquiredOn }) =>
      acquiredOn === null ? [] : [{ person: personId, date: acquiredOn }],
    ),
    mayTeach: Object.fromEntries(
      members.flatMap(({ personId, mayTeachFrom }) =>
        mayTeachFrom === null ? [] : [[personId, mayTeachFrom] as const],
      ),
    ),
    handOvers: handOvers.map(({ id, date, minutes, trainers, elementsDelivered, ...handOver }) => {
      const own = Math.max(handOver.coreElements, elementsDelivered);
      return {
        ...{ id, date, hours: minutes / 60, trainers, elementsDelivered },
        ...(own !== coreElements && { coreElements: own }),
        learners: handOver.learners,
      };
    }),
  };
  return {
    competence,
    input,
    group,
    near: new Set(members.flatMap(({ personId, near }) => (near ? [personId] : []))),
    handOvers: new Map(handOvers.map(({ id, projectId, minutes }) => [id, { projectId, minutes }])),
  };
}
