import fc from "fast-check";
import { expect, test } from "vitest";
import { budgetedOre, plannedOre } from "~/features/funding/rules/plan";
import { dayAfter, dayBefore } from "~/terms/day";
import { daysIn } from "~/terms/period";
import { day, plannedAmount } from "./arbitrary-plan";

const tenDays = { startsOn: "2013-03-01", endsBefore: "2013-03-11", amountOre: 1000 };
const leapYear = { startsOn: "2012-01-01", endsBefore: "2013-01-01", amountOre: 36_600 };

test.each([
  { asOf: "2013-02-28", ore: 0 },
  { asOf: "2013-03-01", ore: 100 },
  { asOf: "2013-03-05", ore: 500 },
  { asOf: "2013-03-10", ore: 1000 },
  { asOf: "2013-03-11", ore: 1000 },
  { asOf: "2019-01-01", ore: 1000 },
])("a thousand öre over ten days are $ore when $asOf has ended", ({ asOf, ore }) => {
  expect(plannedOre([tenDays], asOf)).toBe(ore);
});

test("periods of a line add up, each at its own pace", () => {
  const amounts = [leapYear, { ...tenDays, amountOre: 7 }];
  expect(plannedOre(amounts, "2012-02-29")).toBe(6_000);
  expect(plannedOre(amounts, "2013-03-05")).toBe(36_600 + 3);
  expect(budgetedOre(amounts)).toBe(36_607);
});

test("no plan is nothing", () => {
  expect(plannedOre([], "2013-01-01")).toBe(0);
});

test("the plan is whole öre, never shrinks, and ends at the budget to the öre", () => {
  fc.assert(
    fc.property(fc.array(plannedAmount, { maxLength: 5 }), day, (amounts, asOf) => {
      const planned = plannedOre(amounts, asOf);
      expect(Number.isInteger(planned)).toBe(true);
      expect(plannedOre(amounts, dayAfter(asOf))).toBeGreaterThanOrEqual(planned);
      expect(planned).toBeLessThanOrEqual(budgetedOre(amounts));
      expect(plannedOre(amounts, "2099-12-31")).toBe(budgetedOre(amounts));
      expect(plannedOre(amounts, "1999-12-31")).toBe(0);
    }),
  );
});

test("every day brings the same, to the öre", () => {
  fc.assert(
    fc.property(plannedAmount, (amount) => {
      const firstDay = plannedOre([amount], amount.startsOn);
      const beforeLast = plannedOre([amount], dayBefore(dayBefore(amount.endsBefore)));
      expect(firstDay).toBe(Math.floor(amount.amountOre / daysIn(amount)));
      expect(amount.amountOre - beforeLast - firstDay).toBeGreaterThanOrEqual(0);
      expect(amount.amountOre - beforeLast - firstDay).toBeLessThanOrEqual(1);
    }),
  );
});
