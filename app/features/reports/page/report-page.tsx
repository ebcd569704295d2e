import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { Badge, Page } from "~/ui/page";
import { MissingList } from "./missing-list";
import { OverlapNotice } from "./overlap-notice";
import { RebookedNotice } from "./rebooked-notice";
import { ReportActions } from "./report-actions";
import { ReportBehindIt } from "./report-behind";
import { ToldReportView } from "./told-report-view";
import type { ReportView } from "../reports.queries.server";

/** A report on one page: to read, to print on A4, and to take away as files. */
export function ReportPage({ view }: { view: ReportView }) {
  const t = useT();
  const { formatDate } = useFormat();
  const { id, told, isShared, dueOn, code, missing, sha256, behind } = view;
  return (
    <Page
      title={told.title}
      lead={told.lead}
      breadcrumb={[{ to: "/reports", label: t("access.nav.reports") }]}
      actions={<ReportActions view={view} />}
    >
      {!isShared && (
        <p>
          <Badge>{t("reports.state.draft")}</Badge>{" "}
          {dueOn && t("reports.page.due", { date: formatDate(dueOn) })}
        </p>
      )}
      <OverlapNotice overlaps={view.overlaps} />
      <RebookedNotice rebookings={view.rebookings} />
      {view.mayWrite && !isShared && <MissingList id={id} code={code} missing={missing} />}
      {behind && <ReportBehindIt id={id} behind={behind} isShared={isShared} />}
      <ToldReportView
        told={told}
        sha256={sha256}
        charts={`/reports/${id}/charts`}
        rows={view.rows}
      />
    </Page>
  );
}
