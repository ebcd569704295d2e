import fc from "fast-check";

import type { CascadeInput, HandOver } from "~/features/cascade/rules/cascade-input";

// Few people and few days, so that one day often holds several events of one person. The ids
// include those whose order by code differs from their order by number or by letter.
const personIds = ["10", "9", "B", "a", "constructor"];
const handOverIds = ["1", "H", "h", "h1", "h10", "h2", "h3", "h4", "h5", "h6", "h7"];
const days = ["2024-12-31", ...[1, 2, 3, 4, 5, 6].map((number) => `2025-01-0${number}`)];

const person = fc.constantFrom(...personIds);
const day = fc.constantFrom(...days);
const earlyDay = fc.constantFrom(...days.slice(0, 2));
const laterDay = fc.constantFrom(...days.slice(2));
const perhapsDay = fc.option(day, { freq: 3 });

/** One hand-over of random people on a random day, without an id. */
export const arbitraryHandOver: fc.Arbitrary<Omit<HandOver, "id">> = fc.record({
  date: mostly(laterDay, day),
  hours: fc.integer({ min: 0, max: 8 }),
  trainers: seldomEmpty(fc.array(person, { minLength: 1, maxLength: 3 })),
  elementsDelivered: fc.integer({ min: 0, max: 5 }),
  coreElements: fc.option(fc.integer({ min: 5, max: 9 }), { nil: undefined }),
  learners: seldomEmpty(
    fc.array(fc.record({ person, confirmed: mostly(earlyDay, perhapsDay) }), {
      minLength: 1,
      maxLength: 4,
    }),
  ),
});

/** A small tangled cascade: every rule and every reason comes up within some hundred of them. */
export const arbitraryCascade: fc.Arbitrary<CascadeInput> = fc.noBias(
  fc.record({
    asOf: mostly(fc.constant("2025-01-06"), fc.constantFrom(...days)),
    method: fc.record({ id: fc.constant("m"), coreElements: fc.integer({ min: 5, max: 7 }) }),
    people: fc
      .subarray(personIds)
      .chain((ids) =>
        fc.tuple(
          ...ids.map((id) => fc.record({ id: fc.constant(id), joined: day, left: perhapsDay })),
        ),
      ),
    shouldHold: fc.subarray(personIds),
    acquisitions: seldomEmpty(
      fc.array(fc.record({ person, date: mostly(earlyDay, day) }), { minLength: 1, maxLength: 3 }),
    ),
    mayTeach: fc
      .tuple(...personIds.map(() => fc.option(mostly(earlyDay, day), { freq: 4 })))
      .map((sinceDays) => Object.fromEntries(cleared(sinceDays))),
    handOvers: mostly(
      fc.shuffledSubarray(handOverIds, { minLength: 7 }),
      fc.shuffledSubarray(handOverIds),
    ).chain((ids) =>
      fc.tuple(...ids.map((id) => arbitraryHandOver.map((handOver) => ({ id, ...handOver })))),
    ),
  }),
);

function mostly<T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: rare });
}

function seldomEmpty<T>(list: fc.Arbitrary<T[]>): fc.Arbitrary<T[]> {
  return mostly(list, fc.constant<T[]>([]));
}

function cleared(sinceDays: (string | null)[]): [string, string][] {
  return personIds.flatMap((id, index) => {
    const since = sinceDays[index];
    return since == null ? [] : [[id, since]];
  });
}
