import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import type { MessageKey, Speech } from "~/i18n/translator";
import { instant, number, text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { EmptyState, Page } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import { OtherBaseText } from "./other-base";
import type {
  ChangesView,
  ExplainedFigure,
  ShownChange,
} from "../freezing/version-pages.queries.server";

/** What would differ if a report were shared today: each figure, and the rows that it depends on. */
export function ChangesPage({ view }: { view: ChangesView }) {
  const t = useT();
  const { formatDate } = useFormat();
  const { id, name, heading, figures, words, rows } = view;
  const version = t("reports.version.title", {
    number: heading.number,
    day: formatDate(heading.sharedOn),
  });
  const count = figures.length;
  return (
    <Page
      title={count === 0 ? t("reports.changes.same") : t("reports.changes.notice", { count })}
      lead={t("reports.changes.lead", { version })}
      breadcrumb={[
        { to: "/reports", label: t("access.nav.reports") },
        { to: `/reports/${id}`, label: name },
      ]}
    >
      <OtherBaseText otherBase={view.otherBase} />
      {count > 0 && <TableView table={figureTable("reports.changes.figures", figures)} />}
      {words.length > 0 && <TableView table={figureTable("reports.changes.wording", words)} />}
      <TableView
        table={changeTable(rows)}
        empty={<EmptyState title={t("reports.changes.noRows")} />}
      />
    </Page>
  );
}

function figureTable(title: MessageKey, rows: ExplainedFigure[]): Table<ExplainedFigure> {
  return {
    title,
    columns: [
      text("row", "reports.changes.row", ({ row }) => row, { isRowHeader: true }),
      text("where", "reports.changes.where", ({ where }) => where),
      text("column", "reports.changes.column", ({ column }) => column),
      text("then", "reports.changes.then", ({ then }) => then),
      text("now", "reports.changes.now", ({ now }) => now),
      text("because", "reports.changes.because", ({ because }, { t }) =>
        because.length === 0 ? t("reports.changes.unexplained") : because.join(", "),
      ),
    ],
    rows,
    rowKey: (_row, index) => String(index),
  };
}

function changeTable(rows: ShownChange[]): Table<ShownChange> {
  return {
    title: "reports.changes.rows",
    columns: [
      number("number", "reports.changes.number", (row) => row.number, { width: "narrow" }),
      text("what", "reports.changes.what", whatOf, { isRowHeader: true }),
      text("how", "reports.changes.how", ({ how }, { t }) => t(`reports.changes.${how}`)),
      text("then", "reports.changes.then", ({ then }) => then || null),
      text("now", "reports.changes.now", ({ now }) => now || null),
      text(
        "who",
        "reports.changes.who",
        ({ trail }, { t }) => trail?.actor ?? t("reports.changes.unknown"),
      ),
      instant("at", "reports.changes.at", ({ trail }) => trail?.at ?? null),
    ],
    rows,
    rowKey: (row) => String(row.number),
  };
}

function whatOf({ kind, what }: ShownChange, { t }: Speech): string {
  return [t(`reports.rows.kind.${kind}`), what].filter((part) => part !== "").join(", ");
}
