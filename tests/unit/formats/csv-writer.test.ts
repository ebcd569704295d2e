import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Cell } from "~/formats/cell";
import { readCsv } from "~/formats/csv-reader";
import { writeCsv } from "~/formats/csv-writer";

function writtenCells(cells: Cell[]): string {
  const columns = cells.map((cell, index) => ({ header: `C${index}`, value: () => cell }));
  const bytes = writeCsv({ columns, rows: [null] });
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return text.split("\r\n")[1] ?? "";
}

describe("writeCsv", () => {
  it("writes a mark, semicolons and CRLF, also after the last row", () => {
    const bytes = writeCsv({
      columns: [
        { header: "Post", value: (row: { post: string; ore: number }) => row.post },
        { header: "Belopp", value: (row) => ({ amountOre: row.ore }) },
      ],
      rows: [
        { post: "Kurs; två dagar", ore: 123450 },
        { post: "Återbetalning", ore: -5 },
      ],
    });
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
    [null, ""],
    ["", ""],
    ["Löner", "Löner"],
  ])("writes %j as %s", (cell, written) => {
    expect(writtenCells([cell])).toBe(written);
  });

  it.each(["=1+1", "+46 8", "-5", "@SUM(A1)", "\tx"])("guards the text %j", (text) => {
    expect(writtenCells([text, "b"])).toBe(`'${text};b`);
  });

  it("guards text that begins with CR, in headings too", () => {
    expect(writtenCells(["\rx"])).toBe(`"'\rx"`);
    const bytes = writeCsv({ columns: [{ header: "=A1", value: () => null }], rows: [] });
    expect(new TextDecoder().decode(bytes)).toBe("'=A1\r\n");
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
        const columns = [0, 1, 2].map((index) => ({
          header: `Kolumn ${index}`,
          value: (row: string[]) => row[index] ?? null,
        }));
        const reading = readCsv(writeCsv({ columns, rows }));
        const cells = reading.rows.map((row) => row.cells);
        const expected = rows.map((row) => row.map((text) => text.replace(/\r\n?/g, "\n")));
        expect(cells).toEqual(expected);
        expect(reading.problems).toEqual([]);
      }),
    );
  });
});
