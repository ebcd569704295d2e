import type { Cell } from "~/formats/cell";
import { formatDateTime } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import type { Column, ShareColumn } from "./table";

/** What a column says of a row, typed; a share is two numbers, and no cell. */
export function cellOf<Row>(
  column: Exclude<Column<Row>, ShareColumn<Row>>,
  row: Row,
  speech: Speech,
): Cell {
  switch (column.kind) {
    case "text":
    case "state":
      return column.value(row, speech);
    case "instant":
      return filled(column.value(row), (at) => formatDateTime(at, speech.language, "short"));
    case "day":
      return filled(column.value(row), (date) => ({ date }));
    case "hours":
      return filled(column.value(row), (minutes) => ({ minutes }));
    case "money":
      return filled(column.value(row), (amountOre) => ({ amountOre }));
    case "percent":
      return filled(column.value(row), (ratio) => ({ ratio }));
    case "count":
    case "number":
    case "level":
      return column.value(row);
  }
}

/** What stands under a column's rows; undefined where nothing does. */
export function totalCellOf<Row>(column: Column<Row>, { t }: Speech): Cell | undefined {
  if (!("total" in column) || column.total === undefined) return undefined;
  switch (column.kind) {
    case "text":
      return t(column.total);
    case "hours":
      return { minutes: column.total };
    case "money":
      return { amountOre: column.total };
    case "percent":
      return filled(column.total, (ratio) => ({ ratio }));
    case "count":
      return column.total;
  }
}

function filled<Value>(value: Value | null, cell: (value: Value) => Cell): Cell {
  return value === null ? null : cell(value);
}
