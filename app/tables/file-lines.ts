import type { Cell } from "~/formats/cell";
import type { Speech } from "~/i18n/translator";
import { cellOf, totalCellOf } from "./cells";
import { hasTotal, inWords, type Column, type Table } from "./table";

/** A table as a file has it: its headings, its rows, and what stands under them. */
export function fileLines<Row>(table: Table<Row>, speech: Speech): Cell[][] {
  const columns = table.columns.filter(({ on }) => on !== "page");
  const headings = columns.flatMap((column) => headingsOf(column, speech));
  const rows = table.rows.map((row) => columns.flatMap((column) => cellsOf(column, row, speech)));
  if (table.onSide) {
    const { corner, heading } = table.onSide;
    return [
      [inWords(corner, speech), ...table.rows.map((row) => inWords(heading(row), speech))],
      ...headings.map((head, index) => [head, ...rows.map((cells) => cells[index] ?? null)]),
    ];
  }
  if (!hasTotal(table)) return [headings, ...rows];
  return [headings, ...rows, columns.map((column) => totalCellOf(column, speech) ?? null)];
}

function headingsOf<Row>(column: Column<Row>, speech: Speech): string[] {
  const heading = inWords(column.fileHeading ?? column.heading, speech);
  const whole = column.kind === "share" && column.of;
  return whole ? [heading, inWords(whole, speech)] : [heading];
}

function cellsOf<Row>(column: Column<Row>, row: Row, speech: Speech): Cell[] {
  if (column.kind !== "share") return [cellOf(column, row, speech)];
  const share = column.value(row);
  const part = share?.numerator ?? null;
  return column.of ? [part, share?.denominator ?? null] : [part];
}
