import fc from "fast-check";

import type { CascadeInput } from "~/features/cascade/rules/cascade-input";
import type { LineageFacts } from "~/features/cascade/rules/lineage-over-time";
import type { HandOverFacts } from "~/features/cascade/rules/standing";
import type { IsoDate } from "~/terms/day";

// Few people and days, hand-overs on the first of the days, and trainers who mostly come before
// their learners: so an answer that comes late often changes what others had taught by then.
const personIds = ["10", "9", "B", "a", "constructor"];
const handOverIds = [
  "1",
  "H",
  "h",
  "h1",
  "h10",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "h7",
  "h8",
  "h9",
  "h11",
  "x",
  "y",
];
const days = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `2025-01-0${number}`);

/** Each day on which something may become otherwise, and one before and after them all. */
export const daysAround = ["2024-12-31", ...days, "2025-01-10"];

const person = fc.constantFrom(...personIds);
const trainer = mostly(fc.constantFrom(...personIds.slice(0, 4)), person);
const learner = mostly(fc.constantFrom(...personIds.slice(1)), person);
const day = fc.constantFrom(...days);
const firstDay = fc.constant(days[0]!);

/** Some tangled facts of one method, of which many come to be known late. */
export const arbitraryFacts: fc.Arbitrary<LineageFacts> = fc.noBias(
  fc.record({
    acquisitions: fc
      .tuple(
        fc.record({ person: fc.constantFrom(...personIds.slice(0, 2)), date: firstDay }),
        fc.array(fc.record({ person, date: day }), { maxLength: 2 }),
      )
      .map(([first, others]) => [...others, first]),
    mayTeach: fc
      .tuple(...personIds.map(() => fc.option(mostly(firstDay, day), { freq: 15 })))
      .map((since) => Object.fromEntries(personIds.flatMap((id, at) => pairOf(id, since[at])))),
    handOvers: fc
      .shuffledSubarray(handOverIds, { minLength: 12 })
      .chain((ids) => fc.tuple(...ids.map(arbitraryHandOver))),
  }),
);

function arbitraryHandOver(id: string): fc.Arbitrary<HandOverFacts> {
  const trainers = fc.record({ person: trainer, agreed: mostly(firstDay, fc.option(day)) });
  const learners = fc.record({ person: learner, confirmed: mostly(day, fc.option(firstDay)) });
  return fc.record({
    id: fc.constant(id),
    date: mostly(fc.constantFrom(...days.slice(1, 7)), day),
    trainers: fc.array(trainers, { minLength: 1, maxLength: 2 }),
    learners: mostly(
      fc.array(learners, { minLength: 1, maxLength: 3 }),
      fc.array(learners, { maxLength: 1 }),
    ),
  });
}

function mostly<T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: other });
}

function pairOf(id: string, since: IsoDate | null | undefined): [string, IsoDate][] {
  return since == null ? [] : [[id, since]];
}

/**
 * What the file of a day says of the facts: of the trainers those who had said yes by then, of
 * the learners those who weren't named as trainers.
 */
export function fileAsOf(
  asOf: IsoDate,
  { acquisitions, mayTeach, handOvers }: LineageFacts,
): CascadeInput {
  return {
    asOf,
    method: { id: "m", coreElements: 0 },
    people: [],
    shouldHold: [],
    acquisitions,
    mayTeach,
    handOvers: handOvers.map(({ id, date, trainers, learners }) => ({
      id,
      date,
      hours: 1,
      elementsDelivered: 0,
      trainers: trainers.flatMap(({ person, agreed }) =>
        agreed !== null && agreed <= asOf ? [person] : [],
      ),
      learners: learners.filter(({ person }) => !trainers.some((named) => named.person === person)),
    })),
  };
}
