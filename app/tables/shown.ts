import { formatsOf, type Formats } from "~/i18n/format";
import type { Language } from "~/i18n/language";
import { decimalsOf } from "~/terms/decimals";
import { filePercent } from "~/terms/share";
import type { ToldCell, ToldColumn, ToldRow, ToldTable } from "./told";

/** Writes a table's values in the reader's language, as pages and print show them. */
export type ShownTable = {
  valueOf: (column: ToldColumn, row: ToldRow) => string;
  /** What stands under the rows; undefined where nothing does. */
  totalOf: (column: ToldColumn) => string | undefined;
};

/** The column that says what each row is called: the one that says so of itself, else the first. */
export function namingColumn({ columns }: Pick<ToldTable, "columns">): ToldColumn | undefined {
  return columns.find(({ isRowHeader }) => isRowHeader) ?? columns[0];
}

/** How the values of a table are shown: its amounts alike in all rows and columns. */
export function shownTable({ amounts, totals }: ToldTable, language: Language): ShownTable {
  const formats = formatsOf(language);
  const shown = (column: ToldColumn, cell: ToldCell) =>
    shownCell(cell, { column, amounts, formats });
  return {
    valueOf: (column, { cells }) => shown(column, cells[column.key] ?? null),
    totalOf: (column) => {
      const total = totals?.[column.key];
      return total === undefined ? undefined : shown(column, total);
    },
  };
}

type Showing = { column: ToldColumn; amounts: ToldTable["amounts"]; formats: Formats };

function shownCell(cell: ToldCell, { column, amounts, formats }: Showing): string {
  const { isBare, kind, style } = column;
  const number = (value: number, decimals = decimalsOf(value)) =>
    formats.formatNumber(value, { decimals: Number.isInteger(value) ? 0 : decimals });
  if (cell === null) return "–";
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return number(cell);
  if ("number" in cell) return number(cell.number, cell.decimals);
  if ("denominator" in cell) return cell.denominator === 0 ? "–" : formats.formatShare(cell);
  if ("date" in cell) return formats.formatDate(cell.date, kind === "day" ? style : undefined);
  if ("minutes" in cell) {
    return formats.formatHours(cell.minutes, { isBare });
  }
  if ("ratio" in cell) {
    return isBare ? number(filePercent(cell.ratio)) : formats.formatPercent(cell.ratio);
  }
  if (amounts === "tkr") return formats.formatTkr(cell.amountOre);
  return formats.formatKronor(cell.amountOre, { withOre: amounts === "ore" });
}
