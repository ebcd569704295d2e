import { Fragment, type ReactNode } from "react";
import { useSpeech } from "~/i18n/context";
import { shownTable, type ShownTable } from "~/tables/shown";
import { hasTotal, inWords, type Column, type Table, type Words } from "~/tables/table";
import { DataTable, type Column as DrawnColumn } from "./data-table";
import { Link } from "./navigation";
import { Badge } from "./page/badge";
import { LevelMark } from "./page/level-mark";

type TableViewProps<Row> = {
  table: Table<Row>;
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
  /** By a column's key, how its values are drawn, given in words. */
  cells?: Record<string, (row: Row, shown: string) => ReactNode>;
  /** A last column: what can be done with a row. */
  actions?: Actions<Row>;
  /** An `EmptyState`; without it one sentence. */
  empty?: ReactNode;
};

type Keys = Record<string, readonly string[]>;
type Actions<Row> = { heading: Words; of: (row: Row) => ReactNode; onPaper?: boolean };

/** A table on a page, as cards on narrow screens. */
export function TableView<Row>(props: TableViewProps<Row>) {
  const { table, caption, hideCaption, actions, empty } = props;
  const { title, rows, rowKey, isBlank } = table;
  const speech = useSpeech();
  const say = (words: Words) => inWords(words, speech);
  const shown = shownTable(table, speech);
  const frame = { caption: caption ?? say(title), hideCaption, empty };
  const columns = shownColumns(props);
  if (table.onSide) return <DataTable {...frame} {...lying(table, { columns, shown, say })} />;
  const drawn = columns.map((column) => drawnColumn(column, { ...props, shown, say }));
  return (
    <DataTable
      {...frame}
      rows={isBlank ? rows.filter((row) => !isBlank(row)) : rows}
      rowKey={(row) => rowKey(row, rows.indexOf(row))}
      columns={actions ? [...drawn, actionColumn(actions, say)] : drawn}
      footer={
        hasTotal(table)
          ? Object.fromEntries(columns.map((column) => [column.key, shown.totalOf(column)]))
          : undefined
      }
    />
  );
}

type Saying = { say: (words: Words) => string };

function shownColumns<Row>({ table, show, beside = {}, below = {} }: TableViewProps<Row>) {
  const inOthers = new Set([...Object.values(beside), ...Object.values(below)].flat());
  const keys = table.columns.map(({ key }) => key).filter((key) => !inOthers.has(key));
  return columnsOf(table, show ?? [...new Set(keys)]);
}

/** The columns of the page that have one of the keys, in the keys' order. */
function columnsOf<Row>({ columns }: Table<Row>, keys: readonly string[]): Column<Row>[] {
  return keys.flatMap((key) =>
    columns.filter((column) => column.key === key && column.on !== "file"),
  );
}

/** A table on its side: a row for each of its columns. */
function lying<Row>(
  { rows, rowKey, onSide }: Table<Row>,
  { columns, shown, say }: Saying & { columns: Column<Row>[]; shown: ShownTable<Row> },
) {
  const figures = rows.map((row, index): DrawnColumn<Column<Row>> => ({
    key: rowKey(row, index),
    header: onSide && say(onSide.heading(row)),
    align: "end",
    cell: (column) => shown.valueOf(column, row),
  }));
  return {
    rows: columns,
    rowKey: ({ key }: Column<Row>) => key,
    columns: [
      {
        key: "heading",
        header: onSide && say(onSide.corner),
        cell: ({ heading }: Column<Row>) => say(heading),
      },
      ...figures,
    ],
  };
}

type Drawing<Row> = TableViewProps<Row> & Saying & { shown: ShownTable<Row> };

function drawnColumn<Row>(column: Column<Row>, drawing: Drawing<Row>): DrawnColumn<Row> {
  const { key, heading, isRowHeader, width, kind } = column;
  return {
    key,
    header: drawing.say(heading),
    align: figures.has(kind) ? "end" : undefined,
    rowHeader: isRowHeader,
    width,
    cell: (row) => <Values column={column} row={row} drawing={drawing} />,
  };
}

const figures = new Set<Column<never>["kind"]>(["hours", "money", "count", "number", "percent"]);

function actionColumn<Row>(
  { heading, of, onPaper = false }: Actions<Row>,
  say: Drawing<Row>["say"],
): DrawnColumn<Row> {
  return { key: "actions", header: say(heading), cell: of, screenOnly: !onPaper };
}

type ValuesProps<Row> = { column: Column<Row>; row: Row; drawing: Drawing<Row> };

/** The value of one column, with those that stand beside and below it. */
function Values<Row>({ column, row, drawing }: ValuesProps<Row>) {
  const { table, shown, cells, beside, below } = drawing;
  const told = (keys: readonly string[] = []) =>
    columnsOf(table, keys).filter((one) => !["", "–"].includes(shown.valueOf(one, row)));
  const draw = (one: Column<Row>) => {
    const value = shown.valueOf(one, row);
    const cell = cells?.[one.key];
    return cell ? cell(row, value) : <Value column={one} row={row} shown={value} />;
  };
  const lower = told(below?.[column.key]);
  const line = (
    <>
      {draw(column)}
      {told(beside?.[column.key]).map((one) => (
        <Fragment key={one.key}> {draw(one)}</Fragment>
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

type ValueProps<Row> = { column: Column<Row>; row: Row; shown: string };

function Value<Row>({ column, row, shown }: ValueProps<Row>) {
  const to = column.link?.(row) ?? null;
  if (to !== null) return <Link to={to}>{shown}</Link>;
  if (column.kind === "state") return <Badge tone={column.tone(row)}>{shown}</Badge>;
  if (column.kind === "level") {
    const level = column.value(row);
    return level === null ? shown : <LevelMark level={level} basis={column.basis?.(row)} />;
  }
  const keepsTogether = column.kind === "day" && column.style === "short";
  return keepsTogether ? <span className="nowrap">{shown}</span> : shown;
}
