import type { ReactNode } from "react";
import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import { useT } from "~/i18n/context";
import { Link } from "./navigation";

export { Pagination } from "./pagination";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the end, so that their places line up. */
  align?: "start" | "end";
  /** The column that names the row; the first one unless another says so. */
  rowHeader?: boolean;
  width?: "narrow" | "wide";
  /** What stands before the value where the table is folded to cards; needed if `header` is no text. */
  label?: string;
  /** Left out on paper: a column of buttons. */
  screenOnly?: boolean;
  /** Makes the header a link that sorts. */
  sort?: { href: string; direction?: "ascending" | "descending" };
};

type DataTableProps<Row> = {
  /** Names the table: what it holds and for when. */
  caption: ReactNode;
  /** The caption is read aloud but not shown: where a heading just above says the same. */
  hideCaption?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Sums by column key. */
  footer?: Record<string, ReactNode>;
  /** An `EmptyState`; without it one sentence. */
  empty?: ReactNode;
  /** `false` for tables that must keep their columns on phones: they then scroll sideways. */
  fold?: boolean;
};

/** Rows with a head that stays in sight, figures in line, and cards on narrow screens. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, hideCaption, columns, rows, rowKey, footer, empty, fold = true } = props;
  const t = useT();
  if (rows.length === 0) return <>{empty ?? <p className="soft">{t("ui.table.empty")}</p>}</>;

  const rowHeaderKey = (columns.find((column) => column.rowHeader) ?? columns[0])?.key;
  const table = (
    <table className="table">
      <caption className={hideCaption ? "visually-hidden" : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} isHeader={column.key === rowHeaderKey}>
                {column.cell(row)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
      {footer && (
        <tfoot>
          <tr>
            {columns.map((column) => (
              <Cell key={column.key} column={column} isHeader={column.key === rowHeaderKey}>
                {footer[column.key]}
              </Cell>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
  return (
    <div className="table-frame" data-fold={fold}>
      {fold ? table : <ScrollRegion label={caption}>{table}</ScrollRegion>}
    </div>
  );
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { header, align, width, sort, screenOnly } = column;
  return (
    <th
      scope="col"
      className={screenOnly ? "no-print" : undefined}
      data-align={align}
      data-width={width}
      aria-sort={sort?.direction}
    >
      {sort ? (
        <Link className="sort" to={sort.href} preventScrollReset>
          {header}
          <SortMark direction={sort.direction} />
        </Link>
      ) : (
        header
      )}
    </th>
  );
}

function SortMark({ direction }: { direction?: "ascending" | "descending" }) {
  if (direction === "ascending") return <ArrowUp aria-hidden="true" />;
  if (direction === "descending") return <ArrowDown aria-hidden="true" />;
  return <ArrowUpDown aria-hidden="true" />;
}

type CellProps<Row> = { column: Column<Row>; isHeader: boolean; children: ReactNode };

function Cell<Row>({ column, isHeader, children }: CellProps<Row>) {
  const { align, width, header, label, screenOnly } = column;
  const cell = {
    className: screenOnly ? "no-print" : undefined,
    "data-align": align,
    "data-width": width,
    "data-label": label ?? (typeof header === "string" ? header : undefined),
  };
  return isHeader ? (
    <th scope="row" {...cell}>
      {children}
    </th>
  ) : (
    <td {...cell}>{children}</td>
  );
}

function ScrollRegion({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    <div
      className="table-scroll"
      role="region"
      aria-label={typeof label === "string" ? label : undefined}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {children}
    </div>
  );
}
