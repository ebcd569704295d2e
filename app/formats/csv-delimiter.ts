export type Delimiter = ";" | "," | "\t";

/** In the order of preference: a semicolon beside decimal commas is the separator. */
const delimiters: readonly Delimiter[] = [";", "\t", ","];
const sampledRows = 30;
const sampledCharacters = 100_000;

/**
 * The separator of a table: the one that the first row holds and that most of the next rows hold
 * as often as the first does; at a tie the one with more columns, then `;` before tab before `,`.
 * What stands in quotes is not counted. A table of one column gets `;`.
 */
export function sniffDelimiter(text: string): Delimiter {
  const rows = unquotedRows(text.slice(0, sampledCharacters)).slice(0, sampledRows);
  const candidates = delimiters
    .map((delimiter) => ({ delimiter, ...agreement(rows, delimiter) }))
    .filter(({ columns }) => columns > 0)
    .sort((a, b) => b.agreeing - a.agreeing || b.columns - a.columns);
  return candidates[0]?.delimiter ?? ";";
}

/** Rows without what stands in quotes, which may hold line ends of its own. Blank rows are left out. */
function unquotedRows(text: string): string[] {
  return text
    .replace(/"[^"]*(?:""[^"]*)*"?/g, "")
    .split("\n")
    .filter((row) => row.trim() !== "");
}

function agreement(rows: string[], delimiter: Delimiter): { columns: number; agreeing: number } {
  const counts = rows.map((row) => row.split(delimiter).length - 1);
  const columns = counts[0] ?? 0;
  return { columns, agreeing: counts.filter((count) => count === columns).length };
}
