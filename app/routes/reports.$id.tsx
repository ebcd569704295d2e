import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { ReportPage } from "~/features/reports/page/report-page";
import { reportRoles } from "~/features/reports/reports.policy";
import { showReport } from "~/features/reports/reports.queries.server";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle<typeof loader>((_t, { name, code }) => `${name}, ${code}`);

export const loader = forViewers(
  ({ db, viewer, today, params, language, t }) =>
    showReport(db, viewer, { id: params.id ?? "", today, speech: { language, t } }),
  reportRoles,
);

export default function ShowReport() {
  return <ReportPage view={useLoaderData<typeof loader>()} />;
}
