import fc from "fast-check";
import { expect, test, vi } from "vitest";

import { lineageOn } from "~/features/cascade/rules/lineage";
import { lineageOverTime } from "~/features/cascade/rules/lineage-over-time";
import type { Stretch } from "~/features/cascade/rules/steps";
import { arbitraryFacts, daysAround, fileAsOf } from "./arbitrary-lineage";
import { naiveLineage } from "./naive-figures";

vi.setConfig({ testTimeout: 60_000 });

test("as of every day the stretches say what the rules say, worked out naively for that day", () => {
  fc.assert(
    fc.property(arbitraryFacts, (facts) => {
      const overTime = lineageOverTime(facts);
      for (const day of daysAround) {
        const { people, handOvers } = lineageOn(day, overTime);
        const naive = naiveLineage(fileAsOf(day, facts));
        expect({ day, people: [...people], handOvers: [...handOvers] }).toEqual({
          day,
          people: [...naive.people],
          handOvers: [...naive.handOvers],
        });
      }
    }),
    { numRuns: 1500 },
  );
});

test("stretches lie end to end without an end, and no two neighbours say the same", () => {
  fc.assert(
    fc.property(arbitraryFacts, (facts) => {
      const { people, handOvers } = lineageOverTime(facts);
      for (const stretches of people.values()) expectEndToEnd(stretches);
      for (const { id, date } of facts.handOvers) {
        const standing = handOvers.get(id)?.standing ?? [];
        expectEndToEnd(standing);
        expect(standing[0]?.from).toBe(date);
      }
    }),
    { numRuns: 1500 },
  );
});

test("a learner's part begins while its hand-over counts, and the first one makes it count", () => {
  fc.assert(
    fc.property(arbitraryFacts, (facts) => {
      for (const { standing, learners } of lineageOverTime(facts).handOvers.values()) {
        const countedFrom = standing.find(({ counted }) => counted)?.from;
        expect(learners.map(({ from }) => from).sort()[0]).toBe(countedFrom);
      }
    }),
    { numRuns: 500 },
  );
});

test("in the random facts what comes late changes all that it can change", () => {
  const sample = fc.sample(arbitraryFacts, { numRuns: 1000, seed: 7 });
  const lineages = sample.map(lineageOverTime);
  const people = lineages.flatMap((lineage) => [...lineage.people.values()]);
  const standings = lineages.flatMap(({ handOvers }) =>
    [...handOvers.values()].map(({ standing }) => standing),
  );
  const lives = people.flatMap(neighbours);
  const turns = standings.flatMap(neighbours);
  const times = {
    becameEarlier: lives.filter(([a, b]) => b.acquiredOn < a.acquiredOn),
    fromOutsideToHandOver: lives.filter(([a, b]) => a.handOver === null && b.handOver !== null),
    otherHandOverOfTheDay: lives.filter(
      ([a, b]) => a.acquiredOn === b.acquiredOn && a.handOver !== b.handOver,
    ),
    higherGeneration: turns.filter(
      ([a, b]) => a.counted && b.counted && a.generation < b.generation,
    ),
    lowerGeneration: turns.filter(
      ([a, b]) => a.counted && b.counted && a.generation > b.generation,
    ),
    otherwiseInTheSameHandOver: lives.filter(([a, b]) => a.handOver === b.handOver),
    threeStretches: people.filter(({ length }) => length >= 3),
    learnedAtLast: turns.filter(([a]) => !a.counted && a.reason === "trainer-had-not-learned"),
    clearedAtLast: turns.filter(([a]) => !a.counted && a.reason === "trainer-not-cleared"),
    confirmedAtLast: turns.filter(([a]) => !a.counted && a.reason === "not-confirmed"),
    moreTrainers: turns.filter(
      ([a, b]) => a.counted && b.counted && a.validTrainers.length < b.validTrainers.length,
    ),
    fourthGeneration: people.filter((stretches) => stretches.some((one) => one.generation >= 3)),
  };
  const seldom = Object.entries(times).filter(([, found]) => found.length < 10);

  expect(seldom.map(([what, found]) => [what, found.length])).toEqual([]);
});

function expectEndToEnd(stretches: readonly Stretch[]): void {
  expect(stretches.at(-1)?.until).toBeNull();
  for (const [before, after] of neighbours(stretches)) {
    expect(before.until).toBe(after.from);
    expect(before.from < after.from).toBe(true);
    expect({ ...before, from: "", until: "" }).not.toEqual({ ...after, from: "", until: "" });
  }
}

function neighbours<Item>(list: readonly Item[]): [Item, Item][] {
  return list.slice(1).map((after, index) => [list[index]!, after]);
}
