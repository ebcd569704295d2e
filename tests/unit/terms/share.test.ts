import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { decimalHours, writtenHours } from "~/terms/hours";
import { roundHalfUp } from "~/terms/rounding";
import { percentOf, shareOf } from "~/terms/share";

test("a part of nothing is no share", () => {
  expect(shareOf(0, 0)).toBeNull();
  expect(shareOf(5, 0)).toBeNull();
  expect(shareOf(0, 9)).toEqual({ numerator: 0, denominator: 9 });
});

describe("per cent", () => {
  const percent = (part: number, whole: number, style?: Parameters<typeof percentOf>[1]) =>
    percentOf({ numerator: part, denominator: whole }, style);

  it.each([
    [5, 9, 56],
    [57, 200, 29], // 28.5, which 57 / 200 * 100 falls short of
    [1, 8, 13],
    [-1, 8, -13],
    [0, 9, 0],
    [9, 9, 100],
    [1, 1000, 0.1],
    [1, 100_000, 0.001],
    [997, 1000, 99.7],
    [99_999, 100_000, 99.999],
    [1003, 1000, 100.3],
    [-3, 1000, -0.3],
  ])("%d of %d is %d", (part, whole, expected) => {
    expect(percent(part, whole)).toBe(expected);
  });

  it("is not rounded to an edge or over one", () => {
    const edges = [85, 115];
    expect(percent(846, 1000, { edges })).toBe(84.6);
    expect(percent(8499, 10_000, { edges })).toBe(84.99);
    expect(percent(85, 100, { edges })).toBe(85);
    expect(percent(1.15, 1, { edges })).toBe(115);
    expect(percent(1_151, 1000, { edges })).toBe(115.1);
    expect(percent(846, 1000)).toBe(85);
  });

  it("says 0, 100 or an edge for nothing else, and is never more than half a step away", () => {
    const whole = fc.integer({ min: 1, max: 2_000_000_000 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 0, max: 2 }), (part, all, decimals) => {
        const rounded = percent(part, all, { decimals, edges: [85] });
        for (const mark of [0, 85, 100]) {
          expect(Math.sign(rounded - mark)).toBe(Math.sign(part * 100 - mark * all));
        }
        expect(Math.abs(rounded - (part / all) * 100)).toBeLessThanOrEqual(
          0.5 / 10 ** decimals + 1e-6,
        );
      }),
    );
  });
});

test("a half is rounded up, as the figure is written", () => {
  expect(roundHalfUp(1.005, 2)).toBe(1.01);
  expect(roundHalfUp(-2.5, 0)).toBe(-3);
  expect(roundHalfUp(5e-7, 6)).toBe(0.000001);
});

describe("hours", () => {
  it.each([
    [20, "0:20"],
    [90, "1.5"],
    [33, "0.55"],
    [0, "0"],
    [-125, "-2:05"],
    [1234, "20:34"],
  ])("%i minutes are written %s", (minutes, text) => {
    expect(writtenHours(minutes)).toBe(text);
  });

  it("are never rounded: who reads them has the minutes again", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (minutes) => {
        const text = writtenHours(minutes);
        const [hours = 0, rest = 0] = text.split(":").map(Number);
        expect(Math.round(hours * 6_000) + rest * 100).toBe(minutes * 100);
        expect(text).toMatch(/^\d+(\.\d{1,2}|:\d{2})?$/);
      }),
    );
  });

  it("times a rate come out to the öre from a file, too", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 * 100 }), fc.nat(1_000_00), (minutes, rateOre) => {
        const exact = (minutes * rateOre) / 60;
        expect(Math.abs(decimalHours(minutes) * rateOre - exact)).toBeLessThan(0.06);
      }),
    );
  });
});
