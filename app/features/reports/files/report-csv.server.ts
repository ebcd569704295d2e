import type { Cell } from "~/formats/cell";
import { writeCsv } from "~/formats/csv-writer";
import { fileLines } from "~/tables/file-lines";
import type { ToldReport } from "../tables/told-report";

/**
 * A report as one CSV: its sections one under the other, each with a row that names it, a row of
 * column heads, and its rows; an empty row between them, and all rows of one width.
 */
export function reportCsv({ sections }: Pick<ToldReport, "sections">): Uint8Array<ArrayBuffer> {
  const lines = sections
    .filter(({ onPageOnly }) => !onPageOnly)
    .flatMap(({ table }, index): Cell[][] => [
      ...(index === 0 ? [] : [[]]),
      [table.title],
      ...fileLines(table),
    ]);
  const width = Math.max(...lines.map(({ length }) => length));
  return writeCsv(lines.map((line) => Array.from({ length: width }, (_, at) => line[at] ?? null)));
}
