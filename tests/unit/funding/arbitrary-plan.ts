import fc from "fast-check";
import type { PlannedAmount } from "~/features/funding/rules/plan";
import { addDays, daysBetween } from "~/terms/day";

export const day = fc
  .integer({ min: 0, max: daysBetween("2010-01-01", "2020-12-31") })
  .map((days) => addDays("2010-01-01", days));

export const period = fc.tuple(day, fc.integer({ min: 1, max: 1500 })).map(([startsOn, days]) => ({
  startsOn,
  endsBefore: addDays(startsOn, days),
}));

export const amountOre = fc.integer({ min: 0, max: 1_000_000_000_000 });

export const plannedAmount: fc.Arbitrary<PlannedAmount> = fc
  .tuple(period, amountOre)
  .map(([period, amountOre]) => ({ ...period, amountOre }));
