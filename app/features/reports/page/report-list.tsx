import { periodInWords } from "~/features/funding/projects/period";
import { useT } from "~/i18n/context";
import type { Speech } from "~/i18n/translator";
import { day, state, text } from "~/tables/columns";
import type { StateTone, Table } from "~/tables/table";
import { ButtonLink, EmptyState } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import type { ReportRow } from "../reports.queries.server";

type ReportListProps = { reports: ReportRow[]; mayWrite: boolean };

/** Reports with when they are due and where they stand. */
export function ReportListTable({ reports, mayWrite }: ReportListProps) {
  return (
    <TableView
      table={reportTable(reports)}
      hideCaption
      below={{ report: ["kind", "project"] }}
      empty={<NoReports mayWrite={mayWrite} />}
    />
  );
}

function reportTable(rows: ReportRow[]): Table<ReportRow> {
  return {
    title: "reports.list.caption",
    columns: [
      text("report", "reports.list.report", (row) => `${row.projectCode}: ${row.title}`, {
        link: ({ id }) => `/reports/${id}`,
      }),
      text("kind", "reports.identity.kind", ({ kind }, { t }) => t(`reports.kind.${kind}`)),
      text("project", "reports.identity.name", ({ projectName }) => projectName),
      text("period", "reports.list.period", periodInWords),
      day("due", "reports.list.due", ({ dueOn }) => dueOn),
      state("state", "reports.list.state", stateInWords, toneOf),
    ],
    rows,
    rowKey: ({ id }) => id,
  };
}

function stateInWords({ state: now }: ReportRow, { t }: Speech): string {
  if (now.state === "shared") return t("reports.state.shared");
  if (now.state === "late") return t("reports.state.late", { count: now.days });
  if (now.days === 0) return t("reports.state.dueToday");
  return t("reports.state.due", { count: now.days });
}

function toneOf({ state: now }: ReportRow): StateTone {
  if (now.state === "shared") return "good";
  if (now.state === "late") return "danger";
  return now.days <= soon ? "warning" : "neutral";
}

/** Days before the due day from which a draft calls for attention. */
const soon = 14;

function NoReports({ mayWrite }: { mayWrite: boolean }) {
  const t = useT();
  return mayWrite ? (
    <EmptyState
      title={t("reports.list.emptyTitle")}
      action={<ButtonLink to="/reports/new">{t("reports.list.new")}</ButtonLink>}
    >
      {t("reports.list.emptyText")}
    </EmptyState>
  ) : (
    <EmptyState title={t("reports.list.emptyTitle")}>
      {t("reports.list.emptyTextReader")}
    </EmptyState>
  );
}
