import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Cell } from "~/formats/cell";
import { readCsv } from "~/formats/csv-reader";
import { writeCsv } from "~/formats/csv-writer";

function writtenCells(cells: Cell[]): string {
  const text = new TextDecoder("utf-8").decode(writeCsv([cells]));
  return text.split("\r\n")[0] ?? "";
}

describe("writeCsv", () => {
  it("writes a mark, semicolons and CRLF, also after the last row", () => {
    const bytes = writeCsv([
      ["Post", "Belopp"],
      ["Kurs; två dagar", { amountOre: 123450 }],
      ["Återbetalning", { amountOre: -5 }],
    ]);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe(
      'Post;Belopp\r\n"Kurs; två dagar";1234,50\r\nÅterbetalning;-0,05\r\n',
    );
  });

  it.each<[Cell, string]>([
    [{ amountOre: 0 }, "0,00"],
    [{ amountOre: -123456789 }, "-1234567,89"],
    [-1.5, "-1,5"],
    [1e21, "1000000000000000000000"],
    [1e-7, "0,0000001"],
    [{ date: "2026-11-21" }, "2026-11-21"],
    [{ minutes: 450 }, "7,5"],
    [{ ratio: 0.4321 }, "43,2"],
    [null, ""],
    ["", ""],
    ["Löner", "Löner"],
  ])("writes %j as %s", (cell, written) => {
    expect(writtenCells([cell])).toBe(written);
  });

  it.each(["=1+1", "+46 8", "-5", "@SUM(A1)", "\tx"])("guards the text %j", (text) => {
    expect(writtenCells([text, "b"])).toBe(`'${text};b`);
  });

  it("guards text that begins with CR", () => {
    expect(writtenCells(["\rx"])).toBe(`"'\rx"`);
  });

  it("refuses what is no number", () => {
    expect(() => writtenCells([Number.NaN])).toThrow(RangeError);
    expect(() => writtenCells([{ amountOre: 0.5 }])).toThrow(RangeError);
  });

  it("writes what the reader reads back", () => {
    const cell = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => `x${text}`);
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(table, (rows) => {
        const reading = readCsv(writeCsv([["A", "B", "C"], ...rows]));
        const cells = reading.rows.map((row) => row.cells);
        const expected = rows.map((row) => row.map((text) => text.replace(/\r\n?/g, "\n")));
        expect(cells).toEqual(expected);
        expect(reading.problems).toEqual([]);
      }),
    );
  });
});
