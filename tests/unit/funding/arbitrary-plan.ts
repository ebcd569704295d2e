import fc from "fast-check";
import { dayNumber } from "~/features/funding/calendar";
import type { PlannedAmount } from "~/features/funding/rules/plan";

export const day = fc
  .integer({ min: dayNumber("2010-01-01"), max: dayNumber("2020-12-31") })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));

export const period = fc.tuple(day, fc.integer({ min: 1, max: 1500 })).map(([startsOn, days]) => ({
  startsOn,
  endsBefore: new Date((dayNumber(startsOn) + days) * 86_400_000).toISOString().slice(0, 10),
}));

export const amountOre = fc.integer({ min: 0, max: 1_000_000_000_000 });

export const plannedAmount: fc.Arbitrary<PlannedAmount> = fc
  .tuple(period, amountOre)
  .map(([period, amountOre]) => ({ ...period, amountOre }));
