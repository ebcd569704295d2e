import { binaryKind, withoutEndPadding, type BinaryKind } from "./binary-content";
import { sniffDelimiter, type Delimiter } from "./csv-delimiter";
import { csvLimits, splitRows, type CsvLimits, type SplitFault, type SplitRow } from "./csv-rows";
import { decodeText, type TextEncoding } from "./text-encoding";

export type CsvReading = {
  encoding: TextEncoding;
  delimiter: Delimiter;
  /** The headings, trimmed: the first row that is not blank, or the one that `isHeader` finds. */
  header: string[];
  /** Rows that are not blank, each with as many cells as the header, or more where it is ragged. */
  rows: CsvRow[];
  problems: CsvProblem[];
};

/** `row` is the number that a spreadsheet shows beside the row. */
export type CsvRow = { row: number; cells: string[] };

/**
 * An `error` means that cells may stand under the wrong heading: refuse. `found`/`expected`:
 * columns, or the limit of what was too many or too long.
 */
export type CsvProblem = {
  severity: "error" | "warning";
  code: CsvProblemCode;
  row?: number;
  /** The heading that the problem is about. */
  column?: string;
  expected?: number;
  found?: number;
  /** What a binary file is. */
  kind?: BinaryKind;
};

export type CsvProblemCode = keyof typeof severities;

const severities = {
  "empty-file": "error",
  /** A workbook or another binary file. */
  "binary-file": "error",
  /** The first row is figures and dates: the headings are missing. */
  "no-header": "error",
  "no-rows": "warning",
  "too-many-columns": "error",
  "too-many-rows": "error",
  "too-many-cells": "error",
  "cell-too-long": "error",
  "repeated-heading": "warning",
  /** A quote that is opened and never closed takes everything after it into one cell. */
  "quote-not-closed": "error",
  "row-too-long": "error",
  "row-too-short": "warning",
  /** More rows with the same problem; `found` says how many. */
  "further-rows": "warning",
} as const satisfies Record<string, CsvProblem["severity"]>;

const mostRaggedRows = 100;

/**
 * Reads a table from CSV as Swedish programs write it: `;`, `,` or tab, in UTF-8, UTF-16 or a
 * single-byte encoding, with any line ends, with or without Excel's `sep=` line. Never throws. A
 * table that goes beyond the limits is not read on: it has a problem that says which, and no rows.
 * Above the headings may stand a title and more: they are the first row that `isHeader` knows.
 */
export function readCsv(
  bytes: Uint8Array,
  limits: CsvLimits = csvLimits,
  isHeader: IsHeader = () => true,
): CsvReading {
  const kind = binaryKind(bytes);
  if (kind !== null) return unreadable("binary-file", kind);
  const { text, encoding } = decodeText(withoutEndPadding(bytes));
  const { body, stated } = withoutSeparatorLine(text.replace(/\r\n?/g, "\n"));
  const delimiter = stated ?? sniffDelimiter(body);
  const headerRow = findHeader(body, { delimiter, limits }, isHeader);
  const { header, rows, ragged, fault } = readTable(body, { delimiter, limits, headerRow });
  const base = { encoding, delimiter, header: header?.cells ?? [] };
  if (fault) return { ...base, rows: [], problems: [limitProblem(fault)] };
  if (header === null) return { ...unreadable("empty-file"), encoding };
  const problems = [...headerProblems(header), ...firstOf(ragged)];
  if (rows.length === 0) problems.push(problem("no-rows"));
  return { ...base, rows, problems };
}

function unreadable(code: CsvProblemCode, kind?: BinaryKind): CsvReading {
  const problems = [problem(code, kind && { kind })];
  return { encoding: "ascii", delimiter: ";", header: [], rows: [], problems };
}

/** Excel reads `sep=;` in the first line as an instruction and shows the next line as row 1. */
function withoutSeparatorLine(text: string): { body: string; stated: Delimiter | null } {
  const match = /^"?sep=([;,\t])"?\n/i.exec(text);
  const stated = ([";", ",", "\t"] as const).find((delimiter) => delimiter === match?.[1]);
  return stated === undefined || match === null
    ? { body: text, stated: null }
    : { body: text.slice(match[0].length), stated };
}

type TableFault =
  SplitFault | { code: "too-many-columns" | "too-many-rows" | "too-many-cells"; expected: number };

type Table = {
  header: CsvRow | null;
  rows: CsvRow[];
  ragged: CsvProblem[];
  /** What ended the reading too early. */
  fault: TableFault | null;
};

/** Whether a row's cells are headings. */
export type IsHeader = (cells: readonly string[]) => boolean;

type Split = { delimiter: Delimiter; limits: CsvLimits };

const mostRowsAbove = 30;

/** The number of the header's row; of the first row that is not blank where none is known. */
function findHeader(text: string, split: Split, isHeader: IsHeader): number {
  const above: number[] = [];
  const found = splitRows<{ row: number }>(text, split, (row) => {
    if (row.width === 0) return null;
    above.push(row.row);
    if (isHeader(headings(row))) return { row: row.row };
    return above.length >= mostRowsAbove ? { row: above[0] ?? 1 } : null;
  });
  return found && !("code" in found) ? found.row : (above[0] ?? 1);
}

/** The rows from the header on that are not blank. */
function readTable(text: string, { headerRow, ...split }: Split & { headerRow: number }): Table {
  const { limits } = split;
  const table: Table = { header: null, rows: [], ragged: [], fault: null };
  let cellCount = 0;
  table.fault = splitRows<TableFault>(text, split, (split) => {
    if (split.width === 0 || split.row < headerRow) return null;
    if (table.header === null) {
      table.header = { row: split.row, cells: headings(split) };
      return overLimit("too-many-columns", split.width, limits.columns);
    }
    const columns = table.header.cells.length;
    const ragged = raggedRow(split, columns);
    if (ragged) table.ragged.push(ragged);
    const fitted = fittedTo(columns, split);
    table.rows.push(fitted);
    cellCount += fitted.cells.length;
    return (
      overLimit("too-many-rows", table.rows.length, limits.rows) ??
      overLimit("too-many-cells", cellCount, limits.cells)
    );
  });
  return table;
}

function overLimit(
  code: "too-many-columns" | "too-many-rows" | "too-many-cells",
  count: number,
  expected: number,
): TableFault | null {
  return count > expected ? { code, expected } : null;
}

function headings({ cells, width }: SplitRow): string[] {
  return cells.slice(0, width).map((cell) => cell.trim());
}

function headerProblems({ row, cells: header }: CsvRow): CsvProblem[] {
  const problems: CsvProblem[] = [];
  if (!header.some((heading) => /\p{L}/u.test(heading)))
    problems.push(problem("no-header", { row }));
  const named = header.filter((heading) => heading !== "");
  const repeated = named.filter((heading, index) => named.indexOf(heading) !== index);
  for (const column of new Set(repeated)) {
    problems.push(problem("repeated-heading", { row, column }));
  }
  return problems;
}

function limitProblem({ code, ...place }: TableFault): CsvProblem {
  return problem(code, place);
}

/** Blank cells beyond the headings are what a spreadsheet leaves behind, and no problem. */
function raggedRow({ row, cells, width }: SplitRow, expected: number): CsvProblem | null {
  if (cells.length < expected) {
    return problem("row-too-short", { row, expected, found: cells.length });
  }
  return width > expected ? problem("row-too-long", { row, expected, found: width }) : null;
}

function firstOf(ragged: CsvProblem[]): CsvProblem[] {
  const told = [
    ...ragged.filter(({ severity }) => severity === "error").slice(0, mostRaggedRows),
    ...ragged.filter(({ severity }) => severity !== "error").slice(0, mostRaggedRows),
  ];
  const untold = ragged.length - told.length;
  return untold === 0 ? told : [...told, problem("further-rows", { found: untold })];
}

function fittedTo(columns: number, { row, cells, width }: SplitRow): CsvRow {
  const filled = cells.slice(0, Math.max(columns, width));
  const missing = Math.max(columns - filled.length, 0);
  return { row, cells: [...filled, ...Array<string>(missing).fill("")] };
}

function problem(
  code: CsvProblemCode,
  place: Omit<CsvProblem, "severity" | "code"> = {},
): CsvProblem {
  return { severity: severities[code], code, ...place };
}
