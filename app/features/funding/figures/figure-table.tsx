import type { ChartConfiguration } from "chart.js";
import type { Cell, Column as FileColumn } from "~/formats/cell";
import type { Formats } from "~/i18n/format";
import type { Language } from "~/i18n/language";
import type { Translate } from "~/i18n/translator";
import { decimalsOf } from "~/terms/decimals";
import type { ChartSetting } from "~/ui/charts/look";
import type { Column } from "~/ui/data-table";

/** The language that a chart's words are made in: the page's, or that of a file's reader. */
export type Speech = { language: Language; t: Translate };

/** A column of figures: the same for the table on the page and the CSV file. */
export type FigureColumn<Row> = FileColumn<Row> & { key: string };

/**
 * A chart as data: its finding, its rows, and how they are drawn. Page, PNG and CSV are made from
 * it, so that they say the same.
 */
export type FigureChart<Row> = {
  title: string;
  /** What is drawn, over which time, from which figures. */
  description: string;
  columns: FigureColumn<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  build: (setting: ChartSetting) => ChartConfiguration;
  /** Of the drawing, in px. */
  height: number;
};

/** The columns as a page shows them: figures at the end, amounts and days in the page's words. */
export function shownColumns<Row>(
  columns: FigureColumn<Row>[],
  { rows, formats }: { rows: Row[]; formats: Formats },
): Column<Row>[] {
  return columns.map(({ key, header, value }) => ({
    key,
    header,
    align: rows.some((row) => isFigure(value(row))) ? ("end" as const) : ("start" as const),
    cell: (row) => shown(value(row), formats),
  }));
}

function isFigure(cell: Cell): boolean {
  return (
    typeof cell === "number" || (typeof cell === "object" && cell !== null && "amountOre" in cell)
  );
}

function shown(cell: Cell, formats: Formats): string {
  if (cell === null) return "–";
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return formats.formatNumber(cell, { decimals: decimalsOf(cell) });
  return "date" in cell ? formats.formatDate(cell.date) : formats.formatKronor(cell.amountOre);
}
