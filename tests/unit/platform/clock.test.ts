import { expect, test } from "vitest";
import { todayInStockholm } from "~/platform/clock";

test.each([
  ["2026-11-20T22:59:59Z", "2026-11-20"],
  ["2026-11-20T23:00:00Z", "2026-11-21"],
  ["2026-06-30T21:59:59Z", "2026-06-30"],
  ["2026-06-30T22:00:00Z", "2026-07-01"],
])("at %s it is %s in Sweden", (instant, day) => {
  expect(todayInStockholm(new Date(instant))).toBe(day);
});
