export type Delimiter = ";" | "," | "\t";

/** In the order of preference: a semicolon beside decimal commas is the separator. */
const delimiters: readonly Delimiter[] = [";", "\t", ","];
const sampledRows = 30;
const sampledCharacters = 100_000;

/**
 * The separator of a table: the one that most rows hold as often as each other; at a tie the one
 * with more columns, then `;` before tab before `,`. Lines of a title above the table hold other
 * numbers of it. What stands in quotes is not counted. A table of one column gets `;`.
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

/** How often most of the rows that hold it do, and how many those are. */
function agreement(rows: string[], delimiter: Delimiter): { columns: number; agreeing: number } {
  const rowsWith = new Map<number, number>();
  for (const row of rows) {
    const columns = row.split(delimiter).length - 1;
    if (columns > 0) rowsWith.set(columns, (rowsWith.get(columns) ?? 0) + 1);
  }
  const [most] = [...rowsWith].sort(([a, m], [b, n]) => n - m || b - a);
  return { columns: most?.[0] ?? 0, agreeing: most?.[1] ?? 0 };
}
