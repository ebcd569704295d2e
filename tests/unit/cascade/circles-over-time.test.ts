import fc from "fast-check";
import { expect, test } from "vitest";
import { circlesOverTime } from "~/features/cascade/rules/circles";
import { stretchOn } from "~/features/cascade/rules/steps";

const people = ["ann", "bo", "cia", "dag", "eva", "fia"];
const days = ["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05"];

test("who belongs together as of a day are those whom what counts by then joins", () => {
  const person = fc.constantFrom(...people);
  const day = fc.constantFrom(...days);
  const handOver = fc.record({
    date: day,
    trainers: fc.uniqueArray(person, { minLength: 1, maxLength: 2 }),
    learners: fc.uniqueArray(fc.record({ person, confirmed: fc.option(day) }), {
      maxLength: 3,
      selector: (learner) => learner.person,
    }),
  });
  const outside = fc.uniqueArray(fc.record({ person, from: day }), {
    selector: (start) => start.person,
  });
  fc.assert(
    fc.property(outside, fc.array(handOver, { maxLength: 6 }), (starts, held) => {
      const handOvers = held.map(({ trainers, ...each }) => ({
        ...each,
        trainers: trainers.map((one) => ({ person: one, agreed: each.date })),
      }));
      const circles = circlesOverTime(starts, handOvers);
      expect(circlesOverTime(starts.toReversed(), handOvers.toReversed())).toEqual(circles);
      for (const asOf of days) {
        const found = new Map(
          [...circles].flatMap(([one, stretches]) => {
            const { circle } = stretchOn(stretches, asOf) ?? {};
            return circle === undefined ? [] : [[one, circle]];
          }),
        );
        expect(partsOf(found)).toEqual(partsOf(naively(starts, handOvers, asOf)));
        // A circle is called by one of its people.
        for (const name of found.values()) expect(found.get(name)).toBe(name);
      }
    }),
    { numRuns: 300 },
  );
});

test("a name stays with the largest circle, and few are renamed", () => {
  const at = (date: string, trainer: string, person: string) => ({
    date,
    trainers: [{ person: trainer, agreed: date }],
    learners: [{ person, confirmed: date }],
  });
  const [first, second, third] = ["2026-01-01", "2026-01-02", "2026-01-03"];
  const circles = circlesOverTime(
    [],
    [at(first, "eva", "fia"), at(second, "eva", "dag"), at(third, "ann", "dag")],
  );
  expect(circles.get("dag")).toEqual([{ from: second, until: null, circle: "eva" }]);
  expect(circles.get("ann")).toEqual([{ from: third, until: null, circle: "eva" }]);
});

type Start = { person: string; from: string };
type Held = {
  date: string;
  trainers: { person: string }[];
  learners: { person: string; confirmed: string | null }[];
};

/** Renames one circle after the other until nothing is left to join. */
function naively(starts: Start[], handOvers: Held[], asOf: string): Map<string, string> {
  const groups = [
    ...starts.filter(({ from }) => from <= asOf).map(({ person }) => [person]),
    ...handOvers
      .filter(({ date }) => date <= asOf)
      .map(({ trainers, learners }) => {
        const taught = trainers.map(({ person }) => person);
        const learned = learners.flatMap(({ person, confirmed }) =>
          confirmed !== null && confirmed <= asOf && !taught.includes(person) ? [person] : [],
        );
        return learned.length > 0 ? [...taught, ...learned] : [];
      }),
  ];
  const circles = new Map(groups.flat().map((one) => [one, one]));
  for (const [first = "", ...others] of groups) {
    for (const other of others) {
      const [from, to] = [circles.get(other), circles.get(first) ?? first];
      for (const [one, circle] of circles) if (circle === from) circles.set(one, to);
    }
  }
  return circles;
}

function partsOf(circles: ReadonlyMap<string, string>): string[] {
  const parts = new Map<string, string[]>();
  for (const [one, circle] of circles) parts.set(circle, [...(parts.get(circle) ?? []), one]);
  return [...parts.values()].map((part) => part.sort().join(" ")).sort();
}
