import { formatDateTime } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import { inWords, type Column, type Table, type Words } from "./table";
import type { ToldCell, ToldColumn, ToldRow, ToldTable } from "./told";

/** Tells a table in its reader's language. */
export function tellTable<Row>(table: Table<Row>, speech: Speech): ToldTable {
  const { title, columns, rows, onSide } = table;
  return {
    title: inWords(title, speech),
    columns: columns.map((column) => toldColumn(column, speech)),
    rows: rows.map((row, index) => toldRow(table, { row, index, speech })),
    totals: totalsOf(columns, speech),
    amounts: table.amounts ?? (anyHasOre(table) ? "ore" : "kronor"),
    corner: onSide && inWords(onSide.corner, speech),
  };
}

function toldColumn<Row>(column: Column<Row>, speech: Speech): ToldColumn {
  const { key, kind, on, isRowHeader, width, fileHeading } = column;
  const said = (words: Words | undefined) => words && inWords(words, speech);
  // Field by field: of hundreds of columns a spread takes its time.
  return {
    key,
    kind,
    on,
    isRowHeader,
    width,
    heading: inWords(column.heading, speech),
    fileHeading: said(fileHeading),
    of: column.kind === "share" ? said(column.of) : undefined,
    style: column.kind === "day" ? column.style : undefined,
    isBare: "isBare" in column ? column.isBare : undefined,
  };
}

type Placed<Row> = { row: Row; index: number; speech: Speech };

function toldRow<Row>(
  { columns, rowKey, isBlank, isPart, onSide }: Table<Row>,
  { row, index, speech }: Placed<Row>,
): ToldRow {
  return {
    key: rowKey(row, index),
    cells: Object.fromEntries(columns.map((column) => [column.key, cellOf(column, row, speech)])),
    isBlank: isBlank?.(row),
    isPart: isPart?.(row),
    heading: onSide && inWords(onSide.heading(row), speech),
  };
}

/** What a column says of a row, typed. */
function cellOf<Row>(column: Column<Row>, row: Row, speech: Speech): ToldCell {
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
    case "number": {
      const [number, decimals] = [column.value(row), column.decimals?.(row)];
      return number === null || decimals === undefined ? number : { number, decimals };
    }
    case "count":
    case "level":
    case "share":
      return column.value(row);
  }
}

function totalsOf<Row>(columns: Column<Row>[], speech: Speech): ToldTable["totals"] {
  const totals = columns.flatMap((column): [string, ToldCell][] => {
    const cell = totalOf(column, speech);
    return cell === undefined ? [] : [[column.key, cell]];
  });
  return totals.length === 0 ? undefined : Object.fromEntries(totals);
}

/** What stands under a column's rows; undefined where nothing does. */
function totalOf<Row>(column: Column<Row>, { t }: Speech): ToldCell | undefined {
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

function filled<Value>(value: Value | null, cell: (value: Value) => ToldCell): ToldCell {
  return value === null ? null : cell(value);
}

/** Whether amounts of a table have öre, in what a page shows: it is as exact as the file. */
export function anyHasOre<Row>({ columns, rows }: Table<Row>): boolean {
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
