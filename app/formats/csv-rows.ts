import type { Delimiter } from "./csv-delimiter";

/** What a table may have; a table of people is far below, and what is above would fill the memory. */
export type CsvLimits = {
  columns: number;
  /** Rows that hold something. */
  rows: number;
  /** Rows of any kind, as many as a spreadsheet has. */
  lines: number;
  /** Rows times columns. */
  cells: number;
  /** Characters in one cell, as many as a spreadsheet keeps. */
  cell: number;
};

export const csvLimits: CsvLimits = {
  columns: 200,
  rows: 50_000,
  lines: 1_048_576,
  cells: 2_000_000,
  cell: 32_767,
};

/**
 * `width`: how many cells, up to the last that is not blank. Of those beyond the most columns none
 * is kept but one that says that there was something.
 */
export type SplitRow = { row: number; cells: string[]; width: number };

/** Why reading stopped, in which row, and the limit that it met. */
export type SplitFault = {
  code: "quote-not-closed" | "cell-too-long" | "too-many-rows";
  row: number;
  expected?: number;
};

/**
 * Splits a text with `\n` line ends into rows and hands each to `take` until that returns
 * something, which is then the answer; null at the end. A quote opens a cell only at its start and
 * closes it only at its end (blanks may follow); `""` in between is a quote, and so is any other.
 * Linear, and keeps no row itself.
 *
 * Papa Parse writes our files and doesn't read them: it hands over a row when it is whole, so that
 * none of the limits holds within one. A row of 20 MB of separators is 20 million cells by then (450
 * MB), and a cell of 20 MB with quotes in it ten million errors (1 GB); in pieces it keeps the open
 * row and reads it anew with each.
 */
export function splitRows<Fault>(
  text: string,
  { delimiter, limits }: { delimiter: Delimiter; limits: CsvLimits },
  take: (row: SplitRow) => Fault | null,
): Fault | SplitFault | null {
  const nextDelimiter = finder(text, delimiter);
  const nextLine = finder(text, "\n");
  let at = 0;
  for (let row = 1; at < text.length; row += 1) {
    if (row > limits.lines) return { code: "too-many-rows", row, expected: limits.lines };
    const split: SplitRow = { row, cells: [], width: 0 };
    for (let index = 0, more = true; more; index += 1) {
      const cell =
        text[at] === '"'
          ? quotedCell({ text, start: at, delimiter, longest: limits.cell })
          : bareCell({ text, start: at, end: Math.min(nextDelimiter(at), nextLine(at)) });
      if (cell === "quote-not-closed") return { code: cell, row };
      if (cell.value.length > limits.cell) {
        return { code: "cell-too-long", row, expected: limits.cell };
      }
      addCell(split, index, cell.value, limits.columns);
      more = text[cell.end] === delimiter;
      at = cell.end + 1;
    }
    const fault = take(split);
    if (fault !== null) return fault;
  }
  return null;
}

/** Where a sign stands next, from places that only go forwards; the text's end where nowhere. */
function finder(text: string, sign: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      const next = text.indexOf(sign, from);
      found = next === -1 ? text.length : next;
    }
    return found;
  };
}

/** `end`: the place of the separator, the line end or the text's end behind the cell. */
type SplitCell = { value: string; end: number };

function bareCell({ text, start, end }: { text: string; start: number; end: number }): SplitCell {
  return { value: text.slice(start, end), end };
}

function quotedCell({
  text,
  start,
  delimiter,
  longest,
}: {
  text: string;
  start: number;
  delimiter: Delimiter;
  longest: number;
}): SplitCell | "quote-not-closed" {
  const opened = start + 1;
  for (let from = opened; ;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return "quote-not-closed";
    const end = endBehind(text, quote, delimiter);
    const isTooLong = quote - opened > 2 * longest;
    if (end !== null || isTooLong) {
      return { value: text.slice(opened, quote).replaceAll('""', '"'), end: end ?? quote };
    }
    from = text[quote + 1] === '"' ? quote + 2 : quote + 1;
  }
}

/** Where the cell ends that this quote closes; null where it closes none. */
function endBehind(text: string, quote: number, delimiter: Delimiter): number | null {
  let end = quote + 1;
  while (text[end] !== delimiter && (text[end] === " " || text[end] === "\t")) end += 1;
  return end === text.length || text[end] === delimiter || text[end] === "\n" ? end : null;
}

function addCell(split: SplitRow, index: number, value: string, columns: number): void {
  const isBlank = value.trim() === "";
  if (!isBlank) split.width = index + 1;
  if (index < columns || (!isBlank && split.cells.length === columns)) split.cells.push(value);
}
