import type { Cell } from "~/formats/cell";
import type { FigureChart, FigureColumn } from "~/features/funding/figures/figure-table";
import type { Formats } from "~/i18n/format";
import { decimalsOf } from "~/terms/decimals";
import type { Column } from "~/ui/data-table";

/** A column of a report: on its page and in its file, unless it says that it is only `on` one. */
export type ReportColumn<Row> = FigureColumn<Row> & { on?: "page" | "file" };

/** A table of a report, as data: its page and its file are made from the same one. */
export type ReportTable<Row> = {
  title: string;
  columns: ReportColumn<Row>[];
  rows: Row[];
  /** Under the rows, as the last row of the file and the foot of the page's table. */
  total?: Row;
};

/** A chart of a report, as data. */
export type ReportChart<Row> = Omit<FigureChart<Row>, "columns"> & {
  columns: ReportColumn<Row>[];
};

/**
 * The columns as the page's table takes them: figures at the end. Where any amount of the table
 * has öre all of them are shown with öre: the page is as exact as the file.
 */
export function pageColumns<Row>(
  { columns, rows, total }: Pick<ReportTable<Row>, "columns" | "rows" | "total">,
  formats: Formats,
): Column<Row>[] {
  const onPage = columns.filter(({ on }) => on !== "file");
  const all = total ? [...rows, total] : rows;
  const withOre = all.some((row) => onPage.some(({ value }) => hasOre(value(row))));
  return onPage.map(({ key, header, value }) => ({
    key,
    header,
    align: all.some((row) => isFigure(value(row))) ? ("end" as const) : ("start" as const),
    cell: (row) => shownCell(value(row), { formats, withOre }),
  }));
}

/** A value in the page's words. */
export function shownCell(
  cell: Cell,
  { formats, withOre = hasOre(cell) }: { formats: Formats; withOre?: boolean },
): string {
  if (cell === null) return "–";
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return formats.formatNumber(cell, { decimals: decimalsOf(cell) });
  if ("date" in cell) return formats.formatDate(cell.date);
  return formats.formatKronor(cell.amountOre, { withOre });
}

/** The columns that a file has. */
export function fileColumns<Row>(columns: ReportColumn<Row>[]): ReportColumn<Row>[] {
  return columns.filter(({ on }) => on !== "page");
}

/** A share as per cent, one decimal at most. */
export function percentCell(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1000) / 10;
}

export function dateCell(date: string | null): Cell {
  return date === null ? null : { date };
}

export function amountCell(amountOre: number | null): Cell {
  return amountOre === null ? null : { amountOre };
}

function isFigure(cell: Cell): boolean {
  return typeof cell === "number" || isAmount(cell);
}

function hasOre(cell: Cell): boolean {
  return isAmount(cell) && cell.amountOre % 100 !== 0;
}

function isAmount(cell: Cell): cell is { amountOre: number } {
  return typeof cell === "object" && cell !== null && "amountOre" in cell;
}
