import fc from "fast-check";
import { expect, test } from "vitest";
import { dividedAmount } from "~/features/funding/rules/divided-amount";

test("an amount is divided by the weights, to the öre", () => {
  expect(dividedAmount(900_000, [450_000, 450_000])).toEqual([450_000, 450_000]);
  expect(dividedAmount(1_125_000, [600_000, 300_000])).toEqual([750_000, 375_000]);
  expect(dividedAmount(100, [1, 1, 1])).toEqual([33, 33, 34]);
  expect(dividedAmount(-100, [1, 1, 1])).toEqual([-33, -33, -34]);
});

test("its parts are the amount, none more than an öre from its share", () => {
  const weights = fc.array(fc.integer({ min: 1, max: 10 ** 12 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), weights, (amount, given) => {
      const parts = dividedAmount(amount, given);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
      const whole = given.reduce((sum, weight) => sum + weight, 0);
      for (const [index, part] of parts.entries()) {
        expect(Math.abs(part - (amount * given[index]!) / whole)).toBeLessThan(1.01);
      }
    }),
  );
});
