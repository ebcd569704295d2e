import type { Cell } from "~/formats/cell";
import { formatsOf, type Formats } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import { decimalsOf } from "~/terms/decimals";
import { decimalHours } from "~/terms/hours";
import { cellOf, totalCellOf } from "./cells";
import type { Column, Table } from "./table";

/** Writes a table's values in the reader's words, as pages and print show them. */
export type ShownTable<Row> = {
  valueOf: (column: Column<Row>, row: Row) => string;
  /** What stands under the rows; undefined where nothing does. */
  totalOf: (column: Column<Row>) => string | undefined;
};

/** How the values of a table are shown: its amounts alike in all rows and columns. */
export function shownTable<Row>(table: Table<Row>, speech: Speech): ShownTable<Row> {
  const formats = formatsOf(speech.language);
  const amounts = table.amounts ?? (anyHasOre(table) ? "ore" : "kronor");
  return {
    valueOf: (column, row) => {
      if (column.kind !== "share") {
        const decimals = column.kind === "number" ? column.decimals?.(row) : undefined;
        return shownCell(cellOf(column, row, speech), { column, amounts, decimals, formats });
      }
      const share = column.value(row);
      return share === null || share.denominator === 0 ? "–" : formats.formatShare(share);
    },
    totalOf: (column) => {
      const total = totalCellOf(column, speech);
      return total === undefined ? undefined : shownCell(total, { column, amounts, formats });
    },
  };
}

/** The page is as exact as the file. */
function anyHasOre<Row>({ columns, rows }: Table<Row>): boolean {
  return columns.some(
    (column) =>
      column.on !== "file" &&
      column.kind === "money" &&
      [...rows.map((row) => column.value(row)), column.total ?? null].some(hasOre),
  );
}

function hasOre(amountOre: number | null): boolean {
  return (amountOre ?? 0) % 100 !== 0;
}

type Showing<Row> = {
  column: Column<Row>;
  amounts: Table<Row>["amounts"];
  formats: Formats;
  decimals?: number;
};

function shownCell<Row>(cell: Cell, { column, amounts, formats, decimals }: Showing<Row>): string {
  const isBare = "isBare" in column && column.isBare;
  const number = (value: number) =>
    formats.formatNumber(value, {
      decimals: Number.isInteger(value) ? 0 : (decimals ?? decimalsOf(value)),
    });
  if (cell === null) return "–";
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return number(cell);
  if ("date" in cell) {
    return formats.formatDate(cell.date, column.kind === "day" ? column.style : undefined);
  }
  if ("minutes" in cell) {
    return isBare ? number(decimalHours(cell.minutes)) : formats.formatHours(cell.minutes);
  }
  if ("ratio" in cell) {
    return isBare ? number(Math.round(cell.ratio * 1000) / 10) : formats.formatPercent(cell.ratio);
  }
  if (amounts === "tkr") return formats.formatTkr(cell.amountOre);
  return formats.formatKronor(cell.amountOre, { withOre: amounts === "ore" });
}
