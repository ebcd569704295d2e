import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { oreFromKronor, parseExactDecimal } from "~/formats/exact-decimal";

function oreOf(text: string) {
  const decimal = parseExactDecimal(text);
  return decimal === null ? null : oreFromKronor(decimal);
}

describe("oreFromKronor", () => {
  it.each([
    ["0.29", 29, false],
    ["1.1", 110, false],
    ["-8.7", -870, false],
    ["100.000", 10000, false],
    ["10.005", 1001, true],
    ["-10.005", -1001, true],
    ["10.0049", 1000, true],
    ["0.005", 1, true],
    [".5", 50, false],
    ["5.", 500, false],
    ["-0.00", 0, false],
    ["1.5e3", 150000, false],
    ["-1.4210854715202004E-14", 0, true],
    ["100000000000", 10_000_000_000_000, false],
  ])("%s kr is %i öre (rounded: %s)", (text, amountOre, rounded) => {
    expect(oreOf(text)).toStrictEqual({ amountOre, rounded });
  });

  it.each(["", ".", "-", "1,5", "1.2.3", "0x10", "Infinity", "1e", " 1", "9".repeat(500)])(
    "%j is no number",
    (text) => {
      expect(oreOf(text)).toBeNull();
    },
  );

  it.each(["100000000000.01", "1e30", "9".repeat(300)])("%s is too large", (text) => {
    expect(parseExactDecimal(text)).not.toBeNull();
    expect(oreOf(text)).toBeNull();
  });

  it("gives back every amount that is written with two decimals", () => {
    const amounts = fc.integer({ min: -10_000_000_000_000, max: 10_000_000_000_000 });
    fc.assert(
      fc.property(amounts, (amountOre) => {
        const digits = String(Math.abs(amountOre)).padStart(3, "0");
        const text = `${amountOre < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        expect(oreOf(text)).toStrictEqual({ amountOre, rounded: false });
      }),
    );
  });
});
