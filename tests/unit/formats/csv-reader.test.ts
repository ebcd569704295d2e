import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";

import { readCsv, type CsvProblem } from "~/formats/csv-reader";

function csv(text: string, encoding = "utf8") {
  return readCsv(new Uint8Array(iconv.encode(text, encoding)));
}

function codesOf(reading: ReturnType<typeof readCsv>) {
  return reading.problems.map(({ code, row }) => (row === undefined ? code : `${code} ${row}`));
}

describe("readCsv", () => {
  it.each([
    [";", "Konto;Belopp\n5800;1,50\n"],
    [",", "Konto,Belopp\n5800,1.50\n"],
    ["\t", "Konto\tBelopp\n5800\t1,50\n"],
  ] as const)("finds the separator %j", (delimiter, text) => {
    const reading = csv(text);
    expect(reading.delimiter).toBe(delimiter);
    expect(reading.header).toEqual(["Konto", "Belopp"]);
    expect(reading.rows).toHaveLength(1);
    expect(reading.problems).toEqual([]);
  });

  it("is not misled by decimal commas or by separators in quotes", () => {
    expect(csv('Text;"Belopp, kr"\nResa;1,50\nHyra;2,75\n').delimiter).toBe(";");
    expect(csv("Namn, förr, nu;Belopp\nA;1\nB;2\n").delimiter).toBe(";");
    expect(csv('Text,Belopp\n"a;b;c",1\n"d;e;f",2\n').delimiter).toBe(",");
  });

  it.each([
    ["utf8", "utf-8"],
    ["win1252", "windows-1252"],
    ["cp437", "cp437"],
  ])("reads %s", (written, read) => {
    const reading = csv("Åtgärd;Belopp\r\nSökkurs på nätet;100\r\n", written);
    expect(reading.encoding).toBe(read);
    expect(reading.header[0]).toBe("Åtgärd");
    expect(reading.rows[0]?.cells).toEqual(["Sökkurs på nätet", "100"]);
  });

  it("keeps a mark out of the first heading", () => {
    expect(csv("\uFEFFKonto;Belopp\n1;2\n").header[0]).toBe("Konto");
    expect(csv("\uFEFFKonto;Belopp\n1;2\n", "utf16le").header[0]).toBe("Konto");
  });

  it("numbers rows as a spreadsheet does: blank rows count, line ends in a cell do not", () => {
    const reading = csv('\nKonto;Text\n\n5800;"två\nrader"\n;\n5010;x\n');
    expect(reading.rows).toEqual([
      { row: 4, cells: ["5800", "två\nrader"] },
      { row: 6, cells: ["5010", "x"] },
    ]);
  });

  it("follows Excel's sep line and does not count it", () => {
    const reading = csv("sep=,\nKonto,Text\n5800,a;b\n");
    expect(reading.delimiter).toBe(",");
    expect(reading.rows).toEqual([{ row: 2, cells: ["5800", "a;b"] }]);
  });

  it.each(["\n", "\r\n", "\r"])("takes %j as a line end", (end) => {
    expect(csv(["A;B", "1;2", "3;4"].join(end)).rows).toHaveLength(2);
  });

  it("tells ragged rows apart: too long is an error, too short is filled", () => {
    const reading = csv("A;B\n1;2;3\n1\n1;2;;\n");
    expect(codesOf(reading)).toEqual(["row-too-long 2", "row-too-short 3"]);
    expect(reading.problems[0]).toMatchObject({ severity: "error", expected: 2, found: 3 });
    expect(reading.rows.map(({ cells }) => cells)).toEqual([
      ["1", "2", "3"],
      ["1", ""],
      ["1", "2"],
    ]);
  });

  it("sums up a flood of ragged rows", () => {
    const reading = csv(`A;B\n${"1;2;3\n".repeat(250)}`);
    expect(reading.problems).toHaveLength(101);
    expect(reading.problems.at(-1)).toEqual({
      severity: "warning",
      code: "further-rows",
      found: 150,
    });
  });

  it.each([
    ["no bytes", "", ["empty-file"]],
    ["only blanks", " \n;;\n", ["empty-file"]],
    ["no headings", "1;2\n3;4\n", ["no-header 1"]],
    ["no rows", "A;B\n", ["no-rows"]],
    ["a heading twice", "A;B;A\n1;2;3\n", ["repeated-heading 1"]],
    ["a quote that never closes", 'A;B\n1;"x\n2;y\n', ["quote-not-closed 2"]],
    ["a quote in the first row that never closes", '"A;B\n1;2\n', ["quote-not-closed 1"]],
  ])("tells %s", (_, text, codes) => {
    expect(codesOf(csv(text))).toEqual(codes);
  });

  it.each<[string, string, Partial<CsvProblem>]>([
    ["columns", `${"A;".repeat(10)}B\n1\n`, { code: "too-many-columns", expected: 10 }],
    ["rows", `A;B\n${"1;2\n".repeat(21)}`, { code: "too-many-rows", expected: 20 }],
    ["blank rows", `A;B\n${"\n".repeat(60)}`, { code: "too-many-rows", expected: 50, row: 51 }],
    ["cells", `A;B;C;D\n${"1\n".repeat(16)}`, { code: "too-many-cells", expected: 60 }],
    ["cells of wide rows", `A\n${"1;2;3;4;5;6;7\n".repeat(9)}`, { code: "too-many-cells" }],
    ["characters", `A;B\n1;${"x".repeat(31)}`, { code: "cell-too-long", expected: 30, row: 2 }],
    ["quoted", `A;B\n1;"${"x".repeat(31)}"\n`, { code: "cell-too-long", row: 2 }],
    ["a lost quote", `A;B\n1;"x\n${'2;y "z" w\n'.repeat(30)}`, { code: "cell-too-long", row: 2 }],
  ])("reads no table that goes beyond its limits: %s", (_, text, problem) => {
    const limits = { columns: 10, rows: 20, lines: 50, cells: 60, cell: 30 };
    const { rows, problems } = readCsv(new TextEncoder().encode(text), limits);
    expect(rows).toEqual([]);
    expect(problems).toMatchObject([{ severity: "error", ...problem }]);
  });

  it("keeps of a row no more cells than a table may have", () => {
    const wide = csv(`A;B\n${"1;".repeat(500)}1\n1;2${";".repeat(10_000)}\n`);
    expect(wide.problems).toMatchObject([{ code: "row-too-long", row: 2, found: 501 }]);
    expect(wide.rows.map(({ cells }) => cells.length)).toEqual([201, 2]);
  });

  it("keeps as many cells as it counts: short rows under many headings are no table", () => {
    const reading = csv(`${"A;".repeat(11_999)}B\n${"1\n".repeat(24_000)}`);
    expect(reading.header.length).toBeLessThan(300);
    expect(reading.rows).toEqual([]);
    expect(reading.problems).toMatchObject([{ code: "too-many-columns", expected: 200 }]);
  });

  it.each([
    ['a quote inside a cell: "x"', 'A;B\n1;"say "x" now"\n', 'say "x" now'],
    ["two quotes for one", 'A;B\n1;"say ""x"""\n', 'say "x"'],
    ["a quote after the start", 'A;B\n1;5" rör\n', '5" rör'],
    ["blanks behind a quote", 'A;B\n1;"x" \n', "x"],
  ])("reads %s", (_, text, cell) => {
    const reading = csv(text);
    expect(reading.problems).toEqual([]);
    expect(reading.rows[0]?.cells[1]).toBe(cell);
  });

  it("names a workbook as what it is", () => {
    const workbook = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]);
    expect(codesOf(readCsv(workbook))).toEqual(["binary-file"]);
  });

  it("never throws, whatever the bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void readCsv(bytes)));
  });
});

it("headings are found below a title, with the rows' own numbers", () => {
  const isHeader = (cells: readonly string[]) => cells.includes("Namn");
  const read = (text: string) => readCsv(new TextEncoder().encode(text), undefined, isHeader);
  expect(read("Rapport, uttag\n\n;;;\nNamn;Kurs;Dag;Tid\nÅsa;A;B;C\n")).toMatchObject({
    ...{ delimiter: ";", header: ["Namn", "Kurs", "Dag", "Tid"] },
    rows: [{ row: 5, cells: ["Åsa", "A", "B", "C"] }],
  });
  expect(read("Rapport\nNamn,Kurs\nÅsa,A\nBo,B\n")).toMatchObject({
    ...{ delimiter: ",", header: ["Namn", "Kurs"] },
  });
  expect(read("Vem;Vad\nÅsa;A\n").header).toEqual(["Vem", "Vad"]);
});
