import fc from "fast-check";
import { expect, test } from "vitest";
import {
  compare,
  fractionOf,
  minus,
  numberOf,
  partOf,
  plus,
  ratioOf,
  roundApart,
  rounded,
} from "~/terms/fraction";

const hundredths = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((n) => n / 100);

test("a figure is exactly what was typed", () => {
  fc.assert(
    fc.property(hundredths, (value) => {
      expect(numberOf(fractionOf(value))).toBe(value);
    }),
  );
  expect(numberOf(fractionOf(999_999_999_999.99))).toBe(999_999_999_999.99);
});

test("reckoning is exact: what is taken away again leaves what there was", () => {
  fc.assert(
    fc.property(hundredths, hundredths, fc.integer({ min: 1, max: 400 }), (a, b, of) => {
      const third = partOf(fractionOf(a), { taken: 1, of });
      expect(compare(minus(plus(third, fractionOf(b)), fractionOf(b)), third)).toBe(0);
      expect(compare(partOf(third, { taken: of, of: 1 }), fractionOf(a))).toBe(0);
      const ratio = ratioOf(fractionOf(a), fractionOf(b));
      if (b === 0) expect(ratio).toBeNull();
      else expect(numberOf(ratio ?? fractionOf(0))).toBeCloseTo(a / b, 6);
    }),
  );
});

test.each([
  { value: { over: 535n, under: 200n }, decimals: 2, told: 2.68 },
  { value: { over: -535n, under: 200n }, decimals: 2, told: -2.68 },
  { value: { over: 1n, under: 2n }, decimals: 0, told: 1 },
  { value: { over: 2n, under: 3n }, decimals: 1, told: 0.7 },
  { value: { over: 7n, under: 1n }, decimals: 2, told: 7 },
])("half is rounded up: $told", ({ value, decimals, told }) => {
  expect(numberOf(rounded(value, decimals))).toBe(told);
});

test.each([
  { value: { over: 8499n, under: 100n }, told: 84.99 },
  { value: { over: 8450n, under: 100n }, told: 84.5 },
  { value: { over: 8449n, under: 100n }, told: 84 },
  { value: { over: 8500n, under: 100n }, told: 85 },
  { value: { over: 8501n, under: 100n }, told: 85.01 },
  { value: { over: 8551n, under: 100n }, told: 86 },
  // Nearer than is ever written: the nearest on its own side.
  { value: { over: 84_999_999_999n, under: 1_000_000_000n }, told: 84.999999 },
  { value: { over: 85_000_000_001n, under: 1_000_000_000n }, told: 85.000001 },
])("nothing is rounded onto a mark or over it: $told", ({ value, told }) => {
  expect(roundApart(value, { decimals: 0, marks: [fractionOf(85)] })).toBe(told);
});
