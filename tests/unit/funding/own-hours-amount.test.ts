import fc from "fast-check";
import { expect, test } from "vitest";
import { ownHoursAmountOre } from "~/features/funding/rules/own-hours-amount";

test.each([
  { minutes: 120, rateOre: 35_000, amountOre: 70_000 },
  { minutes: 45, rateOre: 35_000, amountOre: 26_250 },
  // 1 minute of 0.29 kr an hour is 0.48 öre, of 0.30 kr half an öre.
  { minutes: 1, rateOre: 29, amountOre: 0 },
  { minutes: 1, rateOre: 30, amountOre: 1 },
  { minutes: 20, rateOre: 35_001, amountOre: 11_667 },
])("$minutes minutes at $rateOre öre an hour are $amountOre öre", ({ amountOre, ...hours }) => {
  expect(ownHoursAmountOre(hours)).toBe(amountOre);
});

test("is whole öre, at most half an öre off, and exact for whole hours", () => {
  const minutes = fc.integer({ min: 1, max: 1_000_000 });
  const rateOre = fc.integer({ min: 1, max: 500_000 });
  fc.assert(
    fc.property(minutes, rateOre, (minutes, rateOre) => {
      const amountOre = ownHoursAmountOre({ minutes, rateOre });
      expect(Number.isInteger(amountOre)).toBe(true);
      const offBySixtieths = amountOre * 60 - minutes * rateOre;
      expect(offBySixtieths).toBeGreaterThan(-30);
      expect(offBySixtieths).toBeLessThanOrEqual(30);
      expect(ownHoursAmountOre({ minutes: minutes * 60, rateOre })).toBe(minutes * rateOre);
    }),
  );
});
