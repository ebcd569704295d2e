import { usePeriod } from "~/features/funding/projects/period";
import { useLanguage, useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { Badge, Notice, Page } from "~/ui/page";
import { MissingList } from "./missing-list";
import { OverlapNotice } from "./overlap-notice";
import { ReportAbout, ReportPapers } from "./report-about";
import { ReportActions } from "./report-actions";
import { reportFinding } from "./report-finding";
import { ReportIndicators, ReportMoneySections } from "./report-money-sections";
import { ReportPeople } from "./report-people";
import { ReportStats } from "./report-stats";
import { ReportTexts } from "./report-texts";
import type { ReportView } from "../reports.queries.server";

/** A report on one page: to read, to print on A4, and to take away as files. */
export function ReportPage({ view }: { view: ReportView }) {
  const [t, language] = [useT(), useLanguage()];
  const { formatDate } = useFormat();
  const period = usePeriod();
  const { id, report, mayWrite, overlaps } = view;
  const { title, sharedOn, dueOn } = report.report;
  const part = { id, report, speech: { t, language } };
  return (
    <Page
      title={reportFinding(report, part.speech)}
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
      <OverlapNotice overlaps={overlaps} />
      {mayWrite && <MissingList report={report} id={id} />}
      <ReportStats report={report} />
      <ReportAbout {...part} />
      <ReportMoneySections {...part} />
      <ReportPeople {...part} />
      <ReportIndicators {...part} />
      <ReportTexts report={report} />
      <ReportPapers {...part} />
    </Page>
  );
}
