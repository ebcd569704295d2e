import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { circleOf, type CascadeQuestion, type CircleMember } from "./cascade-circle.queries.server";
import type { CascadeGroup } from "../rules/cascade-group";
import type { CascadeInput } from "../rules/cascade-input";

/** One competence's history as the rules read it, and what the file of it leaves out. */
export type CascadeSource = {
  competence: { id: string; code: string; name: string };
  input: CascadeInput;
  /** People of the group, its units or its project's hand-overs; the rest came along with them. */
  near: ReadonlySet<string>;
  handOvers: ReadonlyMap<string, { projectId: string | null; minutes: number }>;
};

/**
 * The history of one competence for a group, as of the end of a day: what its page shows the
 * figures of, and the file that the page gives away. Ids are ours (UUIDs), names aren't in it.
 *
 * - `people`: everybody in it, see `circleOf`. `shouldHold`: the group.
 * - `acquisitions`: attestations of a level by a course or a manager. `mayTeach`: the earliest
 *   level 4 or passed teach-back. Withdrawn attestations never were.
 * - `handOvers`: all that are not withdrawn, without those learners who have declined.
 * - `coreElements`: what the method has now, and never fewer than a hand-over delivered.
 *
 * Three statements, however many people. Throws where there is no such competence. The caller
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
  const competences = await competencesOf(db, question.competenceIds);
  const { members, handOverIds } = await circleOf(db, question);
  const handOvers = await handOversOf(db, handOverIds);
  const membersOf = byCompetence(members);
  const takenIn = byCompetence(handOvers);
  return competences.map((competence) =>
    sourceOf({
      competence,
      members: membersOf.get(competence.id) ?? [],
      handOvers: takenIn.get(competence.id) ?? [],
      asOf: question.asOf,
    }),
  );
}

type CompetenceRow = { id: string; code: string; name: string; coreElements: number };

function competencesOf(db: Db, ids: string[]): Promise<CompetenceRow[]> {
  return db.$queryRaw<CompetenceRow[]>`
    select id, code, name,
      (select count(*)::int from core_element where competence_id = competence.id)
        as "coreElements"
    from competence where id = any(${ids}::uuid[]) order by name, id`;
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
};

/** The hand-overs of a circle: everybody else in them is in the circle too. */
async function handOversOf(db: Db, ids: string[]): Promise<HandOverRow[]> {
  if (ids.length === 0) return [];
  return db.$queryRaw<HandOverRow[]>`
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
        as "elementsDelivered"
    from hand_over
    where id = any(${ids}::uuid[])
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
  asOf,
}: {
  competence: CompetenceRow;
  members: CircleMember[];
  handOvers: HandOverRow[];
  asOf: IsoDate;
}): CascadeSource {
  const delivered = handOvers.map(({ elementsDelivered }) => elementsDelivered);
  const input: CascadeInput = {
    asOf,
    method: {
      id: competence.id,
      coreElements: delivered.reduce((most, count) => Math.max(most, count), coreElements),
    },
    people: members.map(({ personId, joined, left }) => ({ id: personId, joined, left })),
    shouldHold: members.flatMap(({ personId, shouldHold }) => (shouldHold ? [personId] : [])),
    acquisitions: members.flatMap(({ personId, acquiredOn }) =>
      acquiredOn === null ? [] : [{ person: personId, date: acquiredOn }],
    ),
    mayTeach: Object.fromEntries(
      members.flatMap(({ personId, mayTeachFrom }) =>
        mayTeachFrom === null ? [] : [[personId, mayTeachFrom] as const],
      ),
    ),
    handOvers: handOvers.map(({ id, date, minutes, trainers, elementsDelivered, learners }) => ({
      id,
      date,
      hours: minutes / 60,
      trainers,
      elementsDelivered,
      learners,
    })),
  };
  return {
    competence,
    input,
    near: new Set(members.flatMap(({ personId, near }) => (near ? [personId] : []))),
    handOvers: new Map(handOvers.map(({ id, projectId, minutes }) => [id, { projectId, minutes }])),
  };
}
