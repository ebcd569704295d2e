import fc from "fast-check";
import { addDays, type IsoDate } from "~/terms/day";
import type { Period } from "~/terms/period";
import { anyDay, anyPeriod, periods, withMistakes } from "../competence/random-facts";

/** Of both projects alike: what lines may spend, what they are measured by, what their ledgers tell. */
export type PlanFacts = {
  budgets: (Decided & { line: "granted" | "hours"; days: Period; amountOre: number })[];
  targets: (Decided & { dueOn: IsoDate; value: number })[];
  measurements: { measuredOn: IsoDate; value: number; withdrawn: boolean }[];
  readings: { readOn: IsoDate; withdrawn: boolean }[];
  /** From when a partner's hours count; null while they await an answer. */
  answeredOn: IsoDate | null;
};

/** Decided on the first of its days, and another in its place from the day after the last. */
export type Decided = { startsOn: IsoDate; endsBefore: IsoDate | null; withdrawn: boolean };

const value = fc.integer({ min: 1, max: 900 });
const rarely = fc.nat(3).map((number) => number === 0);

/** A line may spend something in these days and something a month later, each by its own decisions. */
const budgets = (
  [
    ["granted", 0],
    ["granted", 30],
    ["hours", 0],
  ] as const
).map(([line, later]) => {
  const days = anyPeriod.map(({ startsOn, endsBefore }) => ({
    ...{ startsOn: addDays(startsOn, later), endsBefore: addDays(endsBefore, later) },
  }));
  const budget = fc.record({ line: fc.constant(line), days, amountOre: value });
  return withMistakes(periods(budget, 3));
});

export const anyPlans: fc.Arbitrary<PlanFacts> = fc.record({
  budgets: fc.tuple(...budgets).map((all) => all.flat()),
  targets: withMistakes(periods(fc.record({ dueOn: anyDay, value }), 3)),
  measurements: fc.array(fc.record({ measuredOn: anyDay, value, withdrawn: rarely }), {
    ...{ minLength: 1, maxLength: 4 },
  }),
  readings: fc.array(fc.record({ readOn: anyDay, withdrawn: fc.boolean() }), {
    ...{ minLength: 1, maxLength: 3 },
  }),
  answeredOn: fc.option(anyDay),
});
