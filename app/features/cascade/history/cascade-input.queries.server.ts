import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { CascadeGroup } from "../rules/cascade-group";
import type { CascadeInput } from "../rules/cascade-input";
import { circleOf } from "./cascade-circle.queries.server";

type Question = { competenceId: string; group: CascadeGroup; asOf: IsoDate };

/**
 * The history of one competence for a group, as of the end of a day: what its page shows the
 * figures of, and the file that the page gives away. Ids are ours (UUIDs), names aren't in it.
 *
 * - `people`: everybody in it, see `circleOf`. `shouldHold`: the group, from the day on that it is
 *   frozen for.
 * - `acquisitions`: attestations of a level by a course or a manager. `mayTeach`: the earliest
 *   level 4 or passed teach-back. Withdrawn attestations never were.
 * - `handOvers`: those held by the day that are not withdrawn, without learners who have declined.
 * - `coreElements`: how many the method has on the day of the figures. A hand-over has its own where
 *   they were others on its day, and never fewer than it delivered.
 *
 * Four statements, however many people. Throws where there is no such competence. The caller
 * has made sure that the group is the viewer's to see.
 */
export async function cascadeInput(db: Db, question: Question): Promise<CascadeInput> {
  const { competenceId, asOf } = question;
  // One after the other: inside a transaction there is one connection.
  const coreElements = await coreElementsOn(db, competenceId, asOf);
  const { members, handOverIds } = await circleOf(db, question);
  const handOvers = await partsOf(db, { competenceId, handOverIds, asOf });
  return {
    asOf,
    method: { id: competenceId, coreElements },
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
    handOvers: handOvers.map(({ id, date, minutes, trainers, learners, ...elements }) => ({
      ...{ id, date, hours: minutes / 60, elementsDelivered: elements.delivered },
      ...(elements.possible !== coreElements && { coreElements: elements.possible }),
      ...{ trainers, learners },
    })),
  };
}

async function coreElementsOn(db: Db, competenceId: string, day: IsoDate): Promise<number> {
  const [row] = await db.$queryRaw<{ elements: number }[]>`
    select (select count(*)::int from core_elements_on(competence.id, ${day}::date)) as elements
    from competences() competence where competence.id = ${competenceId}::uuid`;
  if (!row) throw new Error(`There is no competence ${competenceId}`);
  return row.elements;
}

type HandOverRow = {
  id: string;
  date: IsoDate;
  minutes: number;
  trainers: { person: string; agreed: IsoDate }[];
  learners: { person: string; confirmed: IsoDate | null }[];
  /** Core elements, of how many that the method had on the day. */
  delivered: number;
  possible: number;
};

export type HandOverParts = Omit<HandOverRow, "trainers"> & { trainers: string[] };

/** Hand-overs of a method with who taught and learned in them, as of the end of a day. */
export async function partsOf(
  db: Db,
  {
    competenceId,
    handOverIds,
    asOf,
  }: { competenceId: string; handOverIds: string[]; asOf: IsoDate },
): Promise<HandOverParts[]> {
  if (handOverIds.length === 0) return [];
  const rows = await db.$queryRaw<HandOverRow[]>`
    select facts.hand_over_id as id, to_char(facts.held_on, 'YYYY-MM-DD') as date, facts.minutes,
      facts.trainers, facts.learners, facts.delivered, facts.possible
    from lineage_facts(${competenceId}::uuid) facts
    where facts.hand_over_id = any(${handOverIds}::uuid[])
    order by facts.held_on, facts.hand_over_id`;
  return rows.map(({ trainers, learners, ...row }) => ({
    ...row,
    trainers: trainers.flatMap(({ person, agreed }) => (agreed <= asOf ? [person] : [])),
    learners: learners.filter(({ person }) => !trainers.some((each) => each.person === person)),
  }));
}
