import Papa from "papaparse";

import { binaryKind, withoutEndPadding } from "./binary-content";
import { sniffDelimiter, type Delimiter } from "./csv-delimiter";
import { decodeText, type TextEncoding } from "./text-encoding";

export type CsvReading = {
  encoding: TextEncoding;
  delimiter: Delimiter;
  /** The first row that is not blank, trimmed. */
  header: string[];
  /** Rows that are not blank, each with as many cells as the header, or more where it is ragged. */
  rows: CsvRow[];
  problems: CsvProblem[];
};

/** `row` is the number that a spreadsheet shows beside the row. */
export type CsvRow = { row: number; cells: string[] };

/** An `error` means that cells may stand under the wrong heading: refuse. `found`/`expected`: columns. */
export type CsvProblem = {
  severity: "error" | "warning";
  code: CsvProblemCode;
  row?: number;
  /** The heading that the problem is about. */
  column?: string;
  expected?: number;
  found?: number;
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
 * single-byte encoding, with any line ends, with or without Excel's `sep=` line. Never throws.
 */
export function readCsv(
  bytes: Uint8Array,
  { mostColumns = 200 }: { mostColumns?: number } = {},
): CsvReading {
  if (binaryKind(bytes) !== null) return unreadable("binary-file");
  const { text, encoding } = decodeText(withoutEndPadding(bytes));
  const { body, stated } = withoutSeparatorLine(text.replace(/\r\n?/g, "\n"));
  if (body.trim() === "") return { ...unreadable("empty-file"), encoding };
  const delimiter = stated ?? sniffDelimiter(body);
  const parsed = Papa.parse<string[]>(body, { delimiter, newline: "\n" });
  const filled = parsed.data
    .map((cells, index): CsvRow => ({ row: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const [first, ...rows] = filled;
  if (first === undefined) return { ...unreadable("empty-file"), encoding };
  const header = withoutBlankEnd(first.cells).map((cell) => cell.trim());
  const problems = [
    ...headerProblems(first.row, header, mostColumns),
    ...unclosedQuotes(parsed.errors),
    ...raggedRows(rows, header.length),
  ];
  if (rows.length === 0) problems.push(problem("no-rows"));
  return { encoding, delimiter, header, rows: rows.map(fittedTo(header.length)), problems };
}

function unreadable(code: CsvProblemCode): CsvReading {
  return { encoding: "ascii", delimiter: ";", header: [], rows: [], problems: [problem(code)] };
}

/** Excel reads `sep=;` in the first line as an instruction and shows the next line as row 1. */
function withoutSeparatorLine(text: string): { body: string; stated: Delimiter | null } {
  const match = /^"?sep=([;,\t])"?\n/i.exec(text);
  const stated = ([";", ",", "\t"] as const).find((delimiter) => delimiter === match?.[1]);
  return stated === undefined || match === null
    ? { body: text, stated: null }
    : { body: text.slice(match[0].length), stated };
}

function headerProblems(row: number, header: string[], mostColumns: number): CsvProblem[] {
  const problems: CsvProblem[] = [];
  if (header.length > mostColumns) {
    problems.push(problem("too-many-columns", { expected: mostColumns, found: header.length }));
  }
  if (!header.some((heading) => /\p{L}/u.test(heading)))
    problems.push(problem("no-header", { row }));
  const named = header.filter((heading) => heading !== "");
  const repeated = named.filter((heading, index) => named.indexOf(heading) !== index);
  for (const column of new Set(repeated)) {
    problems.push(problem("repeated-heading", { row, column }));
  }
  return problems;
}

function unclosedQuotes(errors: Papa.ParseError[]): CsvProblem[] {
  return errors
    .filter(({ code }) => code === "MissingQuotes")
    .slice(0, 1)
    .map(({ row }) => problem("quote-not-closed", row === undefined ? {} : { row: row + 1 }));
}

/** Blank cells beyond the headings are what a spreadsheet leaves behind, and no problem. */
function raggedRows(rows: CsvRow[], expected: number): CsvProblem[] {
  const ragged = rows.flatMap(({ row, cells }): CsvProblem[] => {
    if (cells.length < expected) {
      return [problem("row-too-short", { row, expected, found: cells.length })];
    }
    const found = withoutBlankEnd(cells).length;
    return found > expected ? [problem("row-too-long", { row, expected, found })] : [];
  });
  const told = [
    ...ragged.filter(({ severity }) => severity === "error").slice(0, mostRaggedRows),
    ...ragged.filter(({ severity }) => severity !== "error").slice(0, mostRaggedRows),
  ];
  const untold = ragged.length - told.length;
  return untold === 0 ? told : [...told, problem("further-rows", { found: untold })];
}

function withoutBlankEnd(cells: string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== "");
  return cells.slice(0, last + 1);
}

function fittedTo(columns: number): (row: CsvRow) => CsvRow {
  return ({ row, cells }) => {
    const filled = cells.length > columns ? withoutBlankEnd(cells) : cells;
    const missing = Math.max(columns - filled.length, 0);
    return { row, cells: [...filled, ...Array<string>(missing).fill("")] };
  };
}

function problem(
  code: CsvProblemCode,
  place: Omit<CsvProblem, "severity" | "code"> = {},
): CsvProblem {
  return { severity: severities[code], code, ...place };
}
