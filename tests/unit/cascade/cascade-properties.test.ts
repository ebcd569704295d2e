import fc from "fast-check";
import { expect, test, vi } from "vitest";

import { cascadeFigures } from "~/features/cascade/rules/cascade-figures";
import type { CascadeInput } from "~/features/cascade/rules/cascade-input";
import { traceLineage } from "~/features/cascade/rules/lineage";
import { arbitraryCascade, arbitraryHandOver } from "./arbitrary-cascade";
import { naiveFigures } from "./naive-figures";

vi.setConfig({ testTimeout: 30_000 });

const runs = { numRuns: 500 };

test("the figures agree with the rules worked out naively", () => {
  fc.assert(
    fc.property(arbitraryCascade, (input) => {
      expect(cascadeFigures(input)).toEqual(naiveFigures(input));
    }),
    { numRuns: 2000 },
  );
});

test("the random cascades hold every reason, long lines, ties and learners who knew already", () => {
  const sample = fc.sample(arbitraryCascade, { numRuns: 1000, seed: 7 });
  const lineages = sample.map((input) => traceLineage(input));
  const traces = lineages.flatMap(({ handOvers }) => [...handOvers.values()]);
  const people = lineages.flatMap((lineage) => [...lineage.people.values()]);

  expect(new Set(traces.map((trace) => (trace.counted ? "counted" : trace.reason)))).toEqual(
    new Set([
      "after-as-of",
      "counted",
      "not-confirmed",
      "trainer-had-not-learned",
      "trainer-not-cleared",
    ]),
  );
  expect(Math.max(...people.map(({ generation }) => generation))).toBeGreaterThanOrEqual(3);
  expect(sample.filter(hasTieOfOneDay).length).toBeGreaterThan(20);
  expect(sample.filter(hasHigherHandOverThanPeople).length).toBeGreaterThan(20);
});

test("the order of the lists doesn't matter", () => {
  const cascadeAndShuffled = arbitraryCascade.chain((input) =>
    fc.tuple(
      fc.constant(input),
      fc.record({
        people: shuffled(input.people),
        shouldHold: shuffled(input.shouldHold),
        acquisitions: shuffled(input.acquisitions),
        handOvers: shuffled(input.handOvers),
      }),
    ),
  );

  fc.assert(
    fc.property(cascadeAndShuffled, ([input, lists]) => {
      expect(inPrint({ ...input, ...lists })).toBe(inPrint(input));
    }),
    runs,
  );
});

test("other names in the same order give the same figures under those names", () => {
  const rename = (id: string): string => `~${id}`;

  fc.assert(
    fc.property(arbitraryCascade, (input) => {
      const figures = cascadeFigures(input);
      expect(cascadeFigures(renamed(input, rename))).toEqual({
        ...figures,
        people: Object.fromEntries(
          Object.entries(figures.people).map(([id, { generation, from }]) => [
            rename(id),
            { generation, from: from === null ? null : rename(from) },
          ]),
        ),
        deadEnds: figures.deadEnds.map(rename),
        carriers: figures.carriers.map(rename),
        notCounted: figures.notCounted.map(({ handOver, reason }) => ({
          handOver: rename(handOver),
          reason,
        })),
      });
    }),
    runs,
  );
});

test("with time nobody loses what they acquired, and nothing counted stops counting", () => {
  fc.assert(
    fc.property(arbitraryCascade, (input) => {
      const now = cascadeFigures(input);
      const later = cascadeFigures({ ...input, asOf: "2025-01-07" });

      expect(Object.keys(later.people)).toEqual(expect.arrayContaining(Object.keys(now.people)));
      expect(now.notCounted.map(({ handOver }) => handOver)).toEqual(
        expect.arrayContaining(later.notCounted.map(({ handOver }) => handOver)),
      );
    }),
    runs,
  );
});

test("a hand-over that doesn't count changes nothing but the list of those", () => {
  fc.assert(
    fc.property(arbitraryCascade, arbitraryHandOver, (input, handOver) => {
      const { notCounted: before, ...figures } = cascadeFigures(input);
      const handOvers = [...input.handOvers, { id: "new", ...handOver }];
      const { notCounted: after, ...others } = cascadeFigures({ ...input, handOvers });
      fc.pre(after.some((entry) => entry.handOver === "new"));

      expect(others).toEqual(figures);
      expect(after.filter((entry) => entry.handOver !== "new")).toEqual(before);
    }),
    runs,
  );
});

test("people, hand-overs and core elements add up", () => {
  fc.assert(
    fc.property(arbitraryCascade, (input) => {
      const { people, generations, reach, activation, reproduction, notCounted } =
        cascadeFigures(input);
      const sum = (of: (row: (typeof generations)[number]) => number): number =>
        generations.reduce((total, row) => total + of(row), 0);

      expect(sum((row) => row.people)).toBe(Object.keys(people).length);
      expect(sum((row) => row.handOvers)).toBe(input.handOvers.length - notCounted.length);
      expect(activation.denominator + reproduction.learners).toBe(Object.keys(people).length);
      expect(reach.numerator).toBeLessThanOrEqual(reach.denominator);
      expect(sum((row) => row.delivered)).toBeLessThanOrEqual(sum((row) => row.possible));
    }),
    runs,
  );
});

function shuffled<T>(list: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
}

/** Text, so that the order of keys and lists is compared too. */
function inPrint(input: CascadeInput): string {
  return JSON.stringify(cascadeFigures(input));
}

function renamed(input: CascadeInput, rename: (id: string) => string): CascadeInput {
  return {
    ...input,
    people: input.people.map((person) => ({ ...person, id: rename(person.id) })),
    shouldHold: input.shouldHold.map(rename),
    acquisitions: input.acquisitions.map(({ person, date }) => ({ person: rename(person), date })),
    mayTeach: Object.fromEntries(
      Object.entries(input.mayTeach).map(([id, from]) => [rename(id), from]),
    ),
    handOvers: input.handOvers.map((handOver) => ({
      ...handOver,
      id: rename(handOver.id),
      trainers: handOver.trainers.map(rename),
      learners: handOver.learners.map(({ person, confirmed }) => ({
        person: rename(person),
        confirmed,
      })),
    })),
  };
}

/** Somebody was offered the method by two counted hand-overs of the day they acquired it on. */
function hasTieOfOneDay(input: CascadeInput): boolean {
  const { people, handOvers } = traceLineage(input);
  return [...people].some(([person, { acquiredOn }]) => {
    const offers = input.handOvers.filter((handOver) => {
      const trace = handOvers.get(handOver.id);
      return handOver.date === acquiredOn && trace?.counted && trace.learners.includes(person);
    });
    return offers.length > 1;
  });
}

function hasHigherHandOverThanPeople(input: CascadeInput): boolean {
  return cascadeFigures(input).generations.at(-1)?.people === 0;
}
