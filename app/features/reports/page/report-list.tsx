import { usePeriod } from "~/features/funding/projects/period";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable } from "~/ui/data-table";
import { Link } from "~/ui/navigation";
import { Badge, ButtonLink, EmptyState } from "~/ui/page";
import type { ReportState } from "../rules/report-state";
import type { ReportRow } from "../reports.queries.server";

/** Reports with when they are due and where they stand. */
export function ReportListTable({
  reports,
  mayWrite,
}: {
  reports: ReportRow[];
  mayWrite: boolean;
}) {
  const t = useT();
  const { formatDate } = useFormat();
  const period = usePeriod();
  return (
    <DataTable
      caption={t("reports.list.caption")}
      hideCaption
      rows={reports}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "report",
          header: t("reports.list.report"),
          cell: (row) => (
            <>
              <Link to={`/reports/${row.id}`}>
                {row.projectCode}: {row.title}
              </Link>
              <br />
              <span className="soft">
                {t(`reports.kind.${row.kind}`)}, {row.projectName}
              </span>
            </>
          ),
        },
        { key: "period", header: t("reports.list.period"), cell: period },
        { key: "due", header: t("reports.list.due"), cell: (row) => formatDate(row.dueOn) },
        {
          key: "state",
          header: t("reports.list.state"),
          cell: (row) => <StateBadge state={row.state} />,
        },
      ]}
      empty={<NoReports mayWrite={mayWrite} />}
    />
  );
}

function StateBadge({ state }: { state: ReportState }) {
  const t = useT();
  switch (state.state) {
    case "shared":
      return <Badge tone="good">{t("reports.state.shared")}</Badge>;
    case "late":
      return <Badge tone="danger">{t("reports.state.late", { count: state.days })}</Badge>;
    case "due":
      return (
        <Badge tone={state.days <= soon ? "warning" : "neutral"}>
          {state.days === 0
            ? t("reports.state.dueToday")
            : t("reports.state.due", { count: state.days })}
        </Badge>
      );
  }
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
