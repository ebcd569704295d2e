import { Fragment, type ReactNode } from "react";
import { useLanguage } from "~/i18n/context";
import { shownTable, type ShownTable } from "~/tables/shown";
import type { ToldColumn, ToldRow, ToldTable } from "~/tables/told";
import { DataTable, type Column as DrawnColumn } from "./data-table";

export type ToldTableViewProps = {
  table: ToldTable;
  /** Names the table here, instead of its title. */
  caption?: string;
  /** The caption is read aloud but not shown: where a heading just above says the same. */
  hideCaption?: boolean;
  /** The keys of the columns that stand here, in this order; without it all of them. */
  show?: readonly string[];
  /** By a column's key, those that stand in its cells after the value. */
  beside?: Keys;
  /** By a column's key, those that stand in its cells below the value, smaller. */
  below?: Keys;
  /** An `EmptyState`; without it one sentence. */
  empty?: ReactNode;
};

type Keys = Record<string, readonly string[]>;

/** What a page adds to the words of a table: how it draws a value, and a last column. */
export type Drawing = {
  draw?: (place: { column: ToldColumn; row: ToldRow; shown: string }) => ReactNode;
  /** The same of what stands under the rows. */
  drawTotal?: (place: { column: ToldColumn; shown: string }) => ReactNode;
  last?: DrawnColumn<ToldRow>;
};

/** A told table on a page, as cards on narrow screens. */
export function ToldTableView(props: ToldTableViewProps & Drawing) {
  const { caption = props.table.title, hideCaption, empty, last, draw = drawPlain } = props;
  const { drawTotal = ({ shown: total }) => total } = props;
  const table = { ...props.table, rows: props.table.rows.filter(({ isBlank }) => !isBlank) };
  const shown = shownTable(table, useLanguage());
  const frame = { caption, hideCaption, empty };
  const columns = shownColumns(props);
  if (table.corner !== undefined) {
    return <DataTable {...frame} {...lying(table, { columns, shown, draw })} />;
  }
  const drawn = columns.map((column) => drawnColumn(column, { ...props, shown }));
  return (
    <DataTable
      {...frame}
      rows={table.rows}
      rowKey={({ key }) => key}
      columns={last ? [...drawn, last] : drawn}
      footer={
        table.totals &&
        Object.fromEntries(
          columns.map((column) => {
            const total = shown.totalOf(column);
            return [column.key, total && drawTotal({ column, shown: total })];
          }),
        )
      }
    />
  );
}

function shownColumns({ table, show, beside = {}, below = {} }: ToldTableViewProps) {
  const inOthers = new Set([...Object.values(beside), ...Object.values(below)].flat());
  const keys = table.columns.map(({ key }) => key).filter((key) => !inOthers.has(key));
  return columnsOf(table, show ?? [...new Set(keys)]);
}

/** The columns of the page that have one of the keys, in the keys' order. */
function columnsOf({ columns }: ToldTable, keys: readonly string[]): ToldColumn[] {
  return keys.flatMap((key) => columns.filter((one) => one.key === key && one.on !== "file"));
}

/** A table on its side: a row for each of its columns. */
function lying(
  { rows, corner = "" }: ToldTable,
  {
    columns,
    shown,
    draw,
  }: { columns: ToldColumn[]; shown: ShownTable } & Required<Pick<Drawing, "draw">>,
) {
  const figures = rows.map((row): DrawnColumn<ToldColumn> => {
    const { key, heading = "" } = row;
    const cell = (column: ToldColumn) => draw({ column, row, shown: shown.valueOf(column, row) });
    return { key, header: heading, align: "end", cell };
  });
  return {
    rows: columns,
    rowKey: ({ key }: ToldColumn) => key,
    columns: [
      { key: "heading", header: corner, cell: ({ heading }: ToldColumn) => heading },
      ...figures,
    ],
  };
}

type Drawn = ToldTableViewProps & Drawing & { shown: ShownTable };

function drawnColumn(column: ToldColumn, drawn: Drawn): DrawnColumn<ToldRow> {
  const { key, heading, isRowHeader, width, kind } = column;
  return {
    key,
    header: heading,
    align: figures.has(kind) ? "end" : undefined,
    rowHeader: isRowHeader,
    width,
    cell: (row) => <Values column={column} row={row} drawn={drawn} />,
  };
}

const figures = new Set<ToldColumn["kind"]>(["hours", "money", "count", "number", "percent"]);

type ValuesProps = { column: ToldColumn; row: ToldRow; drawn: Drawn };

/** The value of one column, with those that stand beside and below it. */
function Values({
  column,
  row,
  drawn: { table, shown, draw = drawPlain, beside, below },
}: ValuesProps) {
  const told = (keys: readonly string[] = []) =>
    columnsOf(table, keys).filter((one) => !["", "–"].includes(shown.valueOf(one, row)));
  const value = (one: ToldColumn) => draw({ column: one, row, shown: shown.valueOf(one, row) });
  const lower = told(below?.[column.key]);
  const line = (
    <>
      {value(column)}
      {told(beside?.[column.key]).map((one) => (
        <Fragment key={one.key}> {value(one)}</Fragment>
      ))}
    </>
  );
  if (lower.length === 0) return line;
  return (
    <div>
      {line}
      <div className="soft">{lower.map((one) => shown.valueOf(one, row)).join(", ")}</div>
    </div>
  );
}

/** A short day stays on one line. */
export function drawPlain({ column, shown }: { column: ToldColumn; shown: string }): ReactNode {
  const keepsTogether = column.kind === "day" && column.style === "short";
  return keepsTogether ? <span className="nowrap">{shown}</span> : shown;
}
