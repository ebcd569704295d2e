import type { Cell } from "~/formats/cell";
import { writeCsv } from "~/formats/csv-writer";
import type { Speech } from "~/i18n/translator";
import { fileLines } from "~/tables/file-lines";
import { inWords } from "~/tables/table";
import type { Report } from "../rules/report";
import { reportSections } from "../tables/report-sections";

/**
 * A report as one CSV: its sections one under the other, each with a row that names it, a row of
 * column heads, and its rows; an empty row between them, and all rows of one width.
 */
export function reportCsv(report: Report, speech: Speech): Uint8Array<ArrayBuffer> {
  const lines = reportSections(report)
    .filter(({ onPageOnly }) => !onPageOnly)
    .flatMap(({ table }, index): Cell[][] => [
      ...(index === 0 ? [] : [[]]),
      [inWords(table.title, speech)],
      ...fileLines(table, speech),
    ]);
  const width = Math.max(...lines.map(({ length }) => length));
  return writeCsv(lines.map((line) => Array.from({ length: width }, (_, at) => line[at] ?? null)));
}
