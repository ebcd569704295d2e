import { useSpeech } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { Badge, Notice, Page, Stat, StatRow } from "~/ui/page";
import { MissingList } from "./missing-list";
import { OverlapNotice } from "./overlap-notice";
import { RebookedNotice } from "./rebooked-notice";
import { ReportActions } from "./report-actions";
import { ReportParts } from "./report-parts";
import type { ReportView } from "../reports.queries.server";
import { tellReport } from "../tables/told-report";

/** A report on one page: to read, to print on A4, and to take away as files. */
export function ReportPage({ view }: { view: ReportView }) {
  const speech = useSpeech();
  const { t } = speech;
  const { formatDate } = useFormat();
  const { id, report, mayWrite, overlaps, rebookings } = view;
  const { sharedOn, dueOn } = report.report;
  const told = tellReport(report, speech);
  return (
    <Page
      title={told.title}
      lead={told.lead}
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
      <RebookedNotice rebookings={rebookings} />
      {mayWrite && <MissingList report={report} id={id} />}
      <StatRow>
        {told.stats.map((stat) => (
          <Stat key={stat.label} {...stat} />
        ))}
      </StatRow>
      <p className="soft">{told.bookedThrough}</p>
      <ReportParts id={id} told={told} />
    </Page>
  );
}
