import type { ReactNode } from "react";
import { useSpeech } from "~/i18n/context";
import { inWords, type Column, type Table, type Words } from "~/tables/table";
import { anyHasOre, tellTable } from "~/tables/tell";
import type { ToldRow } from "~/tables/told";
import { Link } from "./navigation";
import { Badge } from "./page/badge";
import { LevelMark } from "./page/level-mark";
import { drawPlain, ToldTableView, type ToldTableViewProps } from "./told-table-view";

type TableViewProps<Row> = Omit<ToldTableViewProps, "table"> & {
  table: Table<Row>;
  /** By a column's key, how its values are drawn, given in words. */
  cells?: Record<string, (row: Row, shown: string) => ReactNode>;
  /** A last column: what can be done with a row. */
  actions?: { heading: Words; of: (row: Row) => ReactNode; onPaper?: boolean };
};

/** A table on a page, with its links, marks and buttons. */
export function TableView<Row>({ table, cells, actions, ...props }: TableViewProps<Row>) {
  const speech = useSpeech();
  const told = tellTable(table, speech);
  const columns = new Map(table.columns.map((column) => [column.key, column]));
  const given = new Map(table.rows.map((row, index) => [told.rows[index], row]));
  const fromRow = (row: ToldRow, draw: (row: Row) => ReactNode) => {
    const source = given.get(row);
    return source === undefined ? null : draw(source);
  };
  const isRounded = table.amounts === "kronor" && anyHasOre(table);
  return (
    <>
      <ToldTableView
        {...props}
        table={told}
        draw={({ column, row, shown }) =>
          fromRow(row, (source) => {
            const cell = cells?.[column.key];
            if (cell) return cell(source, shown);
            const marked = columns.get(column.key);
            return (marked && markedValue(marked, source, shown)) ?? drawPlain({ column, shown });
          })
        }
        drawTotal={({ column, shown }) => {
          const to = columns.get(column.key)?.totalLink ?? null;
          return to === null ? shown : <Link to={to}>{shown}</Link>;
        }}
        last={
          actions && {
            key: "actions",
            header: inWords(actions.heading, speech),
            cell: (row) => fromRow(row, actions.of),
            screenOnly: !actions.onPaper,
          }
        }
      />
      {isRounded && <p className="soft">{speech.t("ui.roundedKronor")}</p>}
    </>
  );
}

/** A value as a link or a mark; null where it is neither. */
function markedValue<Row>(column: Column<Row>, row: Row, shown: string): ReactNode {
  const to = column.link?.(row) ?? null;
  if (to !== null) return <Link to={to}>{shown}</Link>;
  if (column.kind === "state" && shown !== "–")
    return <Badge tone={column.tone(row)}>{shown}</Badge>;
  const level = column.kind === "level" ? column.value(row) : null;
  if (column.kind !== "level" || level === null) return null;
  return <LevelMark level={level} basis={column.basis?.(row)} />;
}
