import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseTypedAmount, parseTypedDate, parseTypedDuration } from "~/formats/swedish-input";

describe("parseTypedAmount", () => {
  it.each([
    ["1 234 567,50", 123456750],
    ["1\u00a0234\u00a0567,50", 123456750],
    ["1\u202f234,5", 123450],
    ["1200,5", 120050],
    ["1200.50", 120050],
    ["1.234,50", 123450],
    ["1,234.50", 123450],
    ["1.234.567", 123456700],
    ["0", 0],
    ["0,5", 50],
    ["0,500", 50],
    ["-300", -30000],
    ["\u2212300,25", -30025],
    ["– 300", -30000],
    ["+300", 30000],
    [" 500 kr ", 50000],
    ["500:-", 50000],
    ["kr 2 000:-", 200000],
    ["2000:- kr", 200000],
    ["SEK 2 000", 200000],
    ["kr. -2 000,50", -200050],
    ["-kr 2 000", -200000],
    ["500,-", 50000],
    ["500 SEK", 50000],
    ["1 200 tkr", 120000000],
    ["1,5 tkr", 150000],
    ["1,25 mnkr", 125000000],
    ["0,01", 1],
  ])("reads %j as %i öre", (text, amountOre) => {
    expect(parseTypedAmount(text)).toEqual({ ok: true, amountOre });
  });

  it.each([
    ["", "empty"],
    [" \u00a0", "empty"],
    ["1.234", "ambiguous"],
    ["1,234", "ambiguous"],
    ["12,345 tkr", "ambiguous"],
    ["10,005 kr extra", "unreadable"],
    ["10,0050", "too-many-decimals"],
    ["1 23", "unreadable"],
    ["12 3456", "unreadable"],
    ["1,2,3", "unreadable"],
    ["12 EUR", "unreadable"],
    ["tolv", "unreadable"],
    ["--5", "unreadable"],
    ["1e5", "unreadable"],
    ["1".repeat(61), "unreadable"],
    ["0,005", "too-many-decimals"],
    ["999 999 999 999", "too-large"],
  ])("refuses %j: %s", (text, reason) => {
    expect(parseTypedAmount(text)).toEqual({ ok: false, reason });
  });

  it("reads back what Intl writes for Swedish, to the öre", () => {
    const format = new Intl.NumberFormat("sv-SE", { minimumFractionDigits: 2 });
    const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
    fc.assert(
      fc.property(amounts, (amountOre) => {
        const written = format.format(amountOre / 100);
        expect(parseTypedAmount(written)).toEqual({ ok: true, amountOre });
      }),
    );
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseTypedAmount(text)));
  });
});

describe("parseTypedDuration", () => {
  it.each([
    ["1,5", 90],
    ["1.5", 90],
    ["1:30", 90],
    ["01:05", 65],
    ["2", 120],
    ["2 h", 120],
    ["2h", 120],
    ["2 tim", 120],
    ["2,25 tim.", 135],
    ["1 timme", 60],
    ["3 timmar", 180],
    ["45 min", 45],
    ["45m", 45],
    ["1 h 30 min", 90],
    ["1h30", 90],
    ["2 timmar och 5 minuter", 125],
    ["0,33", 20],
    ["0,575", 35],
    ["2h 58m 18s", 178],
    ["2 h 58 m 30 s", 179],
    ["58m 18s", 58],
    ["180 sek", 3],
    ["3 hours, 20 minutes", 200],
    ["1 hour, 5 minutes and 40 seconds", 66],
    ["2 timmar, 5 minuter", 125],
    ["0", 0],
  ])("reads %j as %i minutes", (text, minutes) => {
    expect(parseTypedDuration(text)).toEqual({ ok: true, minutes });
  });

  it.each([
    ["", "empty"],
    ["-1", "unreadable"],
    ["1:75", "unreadable"],
    ["1 h 75 min", "unreadable"],
    ["1h 5m 75s", "unreadable"],
    ["1h 5s 3m", "unreadable"],
    [",", "unreadable"],
    [" ".repeat(40_000) + "1h" + " ".repeat(40_000) + "x", "unreadable"],
    ["en timme", "unreadable"],
    ["1,5,5", "unreadable"],
    ["1 2", "unreadable"],
    ["9999999", "too-large"],
  ])("refuses %j: %s", (text, reason) => {
    expect(parseTypedDuration(text)).toEqual({ ok: false, reason });
  });

  it("gives whole minutes, whatever is typed", () => {
    fc.assert(
      fc.property(fc.float({ min: 0, max: 10_000, noNaN: true }), (hours) => {
        const result = parseTypedDuration(hours.toFixed(4).replace(".", ","));
        expect(result.ok && Number.isInteger(result.minutes)).toBe(true);
        expect(result.ok && Math.abs(result.minutes - hours * 60)).toBeLessThan(0.51);
      }),
    );
  });
});

describe("parseTypedDate", () => {
  it.each([
    "2026-11-21",
    "20261121",
    "2026/11/21",
    "2026.11.21",
    "21/11 2026",
    "21/11/2026",
    "21/11-2026",
    "21.11.2026",
    "21-11-2026",
    "21 november 2026",
    "21 nov 2026",
    "21 nov. 2026",
    "den 21 november 2026",
    "21:e november 2026",
    "21 November, 2026",
    " 21\u00a0november  2026 ",
  ])("reads %j", (text) => {
    expect(parseTypedDate(text)).toEqual({ ok: true, date: "2026-11-21" });
  });

  it("knows every month in both languages", () => {
    const names = "januari mars maj juni juli augusti oktober January March May June July October";
    const months = names.split(" ").map((name) => {
      const result = parseTypedDate(`1 ${name} 2026`);
      return result.ok ? Number(result.date.slice(5, 7)) : null;
    });
    expect(months).toEqual([1, 3, 5, 6, 7, 8, 10, 1, 3, 5, 6, 7, 10]);
  });

  it.each([
    ["2026-02-29", "does-not-exist"],
    ["20261301", "does-not-exist"],
    ["11/21/2026", "does-not-exist"],
    ["31 april 2026", "does-not-exist"],
    ["", "empty"],
    ["21/11", "unreadable"],
    ["261121", "unreadable"],
    ["21 nopember 2026", "unreadable"],
    ["21 ma 2026", "unreadable"],
    ["2026-11", "unreadable"],
    ["i går", "unreadable"],
    ["1899-12-31", "out-of-bounds"],
    ["2200-01-01", "out-of-bounds"],
    ["9999-12-31", "out-of-bounds"],
    ["0001-01-01", "out-of-bounds"],
    ["275760-09-13", "out-of-bounds"],
  ])("refuses %j: %s", (text, reason) => {
    expect(parseTypedDate(text)).toEqual({ ok: false, reason });
  });

  it.each(["1900-01-01", "2199-12-31"])("reads %s, the outermost day", (text) => {
    expect(parseTypedDate(text)).toEqual({ ok: true, date: text });
  });

  it("reads leap days where there are any", () => {
    expect(parseTypedDate("2024-02-29")).toEqual({ ok: true, date: "2024-02-29" });
    expect(parseTypedDate("1900-02-29").ok).toBe(false);
    expect(parseTypedDate("2000-02-29").ok).toBe(true);
  });
});
