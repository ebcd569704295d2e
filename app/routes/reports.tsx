import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { ReportListTable } from "~/features/reports/page/report-list";
import { reportRoles } from "~/features/reports/reports.policy";
import { listReports, type ReportList } from "~/features/reports/reports.queries.server";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { pageTitle } from "~/i18n/page-title";
import type { Translate } from "~/i18n/translator";
import { pageNumber } from "~/platform/paging";
import { ButtonLink, Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";

export const meta = pageTitle<typeof loader>((t) => t("access.nav.reports"));

export const loader = forViewers(
  ({ db, viewer, today, url }) => listReports(db, viewer, { page: pageNumber(url), today }),
  reportRoles,
);

export default function Reports() {
  const list = useLoaderData<typeof loader>();
  const t = useT();
  const { formatDate } = useFormat();
  const { reports, mayWrite, page, pageCount } = list;
  return (
    <Page
      title={finding(t, list, formatDate)}
      lead={t(mayWrite ? "reports.list.lead" : "reports.list.leadReader")}
      actions={
        mayWrite &&
        reports.length > 0 && (
          <ButtonLink to="/reports/new" variant="primary">
            {t("reports.list.new")}
          </ButtonLink>
        )
      }
    >
      <ReportListTable reports={reports} mayWrite={mayWrite} />
      <Pagination page={page} pageCount={pageCount} hrefFor={(n) => `/reports?page=${n}`} />
    </Page>
  );
}

function finding(
  t: Translate,
  { count, draftCount, lateCount, nextDueOn }: ReportList,
  formatDate: (day: string) => string,
): string {
  if (lateCount > 0) return t("reports.list.titleLate", { count: lateCount });
  if (nextDueOn) return t("reports.list.titleNext", { date: formatDate(nextDueOn) });
  if (count > draftCount) return t("reports.list.titleShared", { count: count - draftCount });
  return t("reports.list.titleNone");
}
