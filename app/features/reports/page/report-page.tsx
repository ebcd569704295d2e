import { usePeriod } from "~/features/funding/projects/period";
import { useSpeech } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { Badge, Notice, Page } from "~/ui/page";
import { MissingList } from "./missing-list";
import { ReportActions } from "./report-actions";
import { reportFinding } from "./report-finding";
import { ReportParts } from "./report-parts";
import { ReportStats } from "./report-stats";
import type { ReportView } from "../reports.queries.server";

/** A report on one page: to read, to print on A4, and to take away as files. */
export function ReportPage({ view }: { view: ReportView }) {
  const speech = useSpeech();
  const { t } = speech;
  const { formatDate } = useFormat();
  const period = usePeriod();
  const { id, report, mayWrite } = view;
  const { title, sharedOn, dueOn } = report.report;
  return (
    <Page
      title={reportFinding(report, speech)}
      lead={t("reports.page.lead", {
        title: title ?? t(`reports.kind.${report.report.kind}`),
        project: report.project.name,
        period: period(report.report),
      })}
      breadcrumb={[{ to: "/reports", label: t("access.nav.reports") }]}
      actions={<ReportActions view={view} />}
    >
      {sharedOn === null && (
        <p>
          <Badge>{t("reports.state.draft")}</Badge>{" "}
          {dueOn && t("reports.page.due", { date: formatDate(dueOn) })}
        </p>
      )}
      {sharedOn !== null && (
        <Notice title={t("reports.page.liveTitle", { date: formatDate(sharedOn) })}>
          {t("reports.page.liveText", { date: formatDate(report.asOf) })}
        </Notice>
      )}
      {mayWrite && <MissingList report={report} id={id} />}
      <ReportStats report={report} />
      <ReportParts id={id} report={report} />
    </Page>
  );
}
