import { expect, test } from "vitest";
import { decimalsOf } from "~/terms/decimals";

test.each([
  [7, 0],
  [2.5, 1],
  [84.99, 2],
  [-0.004, 3],
  [999_999_999_999.99, 2],
  [2 / 3, 6],
])("%d is written with %d decimals", (value, decimals) => {
  expect(decimalsOf(value)).toBe(decimals);
});
