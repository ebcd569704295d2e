import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatBytes,
  formatDate,
  formatDateTime,
  formatHours,
  formatKronor,
  formatMonth,
  formatNumber,
  formatPercent,
  formatShare,
  formatTkr,
} from "~/i18n/format";

/** `_` stands for the hard space, which nobody can see in a test. */
const shown = (text: string) => text.replaceAll("\u00a0", "_");

describe("formatKronor", () => {
  it.each([
    [123_456_700, "1_234_567_kr", "SEK_1,234,567"],
    [0, "0_kr", "SEK_0"],
    [-49, "0_kr", "SEK_0"],
    [-50, "−1_kr", "−SEK_1"],
    [99_999, "1_000_kr", "SEK_1,000"],
    [-120_000_000, "−1_200_000_kr", "−SEK_1,200,000"],
  ])("shows %i öre", (ore, sv, en) => {
    expect(shown(formatKronor(ore, "sv"))).toBe(sv);
    expect(shown(formatKronor(ore, "en"))).toBe(en);
  });

  it("shows öre when asked", () => {
    expect(shown(formatKronor(123_405, "sv", { withOre: true }))).toBe("1_234,05_kr");
    expect(shown(formatKronor(-5, "en", { withOre: true }))).toBe("−SEK_0.05");
  });
});

it("shows thousands of kronor", () => {
  expect(shown(formatTkr(120_000_000, "sv"))).toBe("1_200_tkr");
  expect(shown(formatTkr(120_000_000, "en"))).toBe("SEK_1,200k");
  expect(shown(formatTkr(-4_550_000, "sv", { decimals: 1 }))).toBe("−45,5_tkr");
  expect(shown(formatTkr(9_960_000, "sv", { of: 10_000_000 }))).toBe("99_600_kr");
  expect(shown(formatTkr(10_000_400, "sv", { of: 10_000_000 }))).toBe("100_004_kr");
  expect(shown(formatTkr(10_000_000, "sv", { of: 10_000_000 }))).toBe("100_tkr");
  expect(shown(formatTkr(9_940_000, "sv", { of: 10_000_000 }))).toBe("99_tkr");
});

describe("formatNumber", () => {
  it.each([
    [1.005, 2, "1,01"],
    [2.5, 0, "3"],
    [-2.5, 0, "−3"],
    [1e-9, 2, "0,00"],
    [999_999.5, 0, "1_000_000"],
  ])("rounds %d to %i decimals away from zero at the half", (value, decimals, text) => {
    expect(shown(formatNumber(value, "sv", { decimals }))).toBe(text);
  });

  it("agrees with Intl on every whole number", () => {
    const intl = new Intl.NumberFormat("sv-SE");
    fc.assert(
      fc.property(fc.integer(), (value) => {
        expect(formatNumber(value, "sv")).toBe(intl.format(value));
      }),
    );
  });
});

it("shows shares and percent", () => {
  expect(shown(formatPercent(0.43, "sv"))).toBe("43_%");
  expect(shown(formatPercent(0.425, "sv"))).toBe("43_%");
  expect(formatPercent(0.43, "en")).toBe("43%");
  expect(shown(formatShare({ numerator: 5, denominator: 9 }, "sv"))).toBe("5_av_9");
  expect(shown(formatShare({ numerator: 5, denominator: 9 }, "en"))).toBe("5_of_9");
});

it.each([
  [150, "2,5_h", "2.5_h"],
  [480, "8_h", "8_h"],
  [45, "0,75_h", "0.75_h"],
  [20, "0:20_h", "0:20_h"],
  [33, "0,55_h", "0.55_h"],
  [-125, "−2:05_h", "−2:05_h"],
  [0, "0_h", "0_h"],
  [-90, "−1,5_h", "−1.5_h"],
])("shows %i minutes as hours", (minutes, sv, en) => {
  expect(shown(formatHours(minutes, "sv"))).toBe(sv);
  expect(shown(formatHours(minutes, "en"))).toBe(en);
});

describe("dates", () => {
  it("are long in words and short in figures", () => {
    expect(formatDate("2013-12-13", "sv")).toBe("13 december 2013");
    expect(formatDate("2013-05-01", "en")).toBe("1 May 2013");
    expect(formatDate("2013-12-13", "sv", "short")).toBe("2013-12-13");
    expect(formatMonth("2013-03-31", "sv")).toBe("mar 2013");
  });

  it("refuse what is no date", () => {
    expect(() => formatDate("2013-12-13T10:00", "sv")).toThrow(RangeError);
  });

  it("with a time are Stockholm's, in summer and in winter", () => {
    expect(formatDateTime("2013-12-13T23:05:00Z", "sv")).toBe("14 december 2013 kl. 00.05");
    expect(formatDateTime("2013-07-01T12:05:00Z", "en")).toBe("1 July 2013, 14:05");
    expect(formatDateTime("2013-07-01T12:05:00Z", "sv", "short")).toBe("2013-07-01 14:05");
  });
});

it.each([
  [999, "999_B"],
  [340_000, "340_kB"],
  [2_500_000, "2,5_MB"],
  [10_000_000, "10_MB"],
])("shows %i bytes", (bytes, text) => {
  expect(shown(formatBytes(bytes, "sv"))).toBe(text);
});
