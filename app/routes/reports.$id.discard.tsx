import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { KeptReportPage } from "~/features/reports/page/kept-report-page";
import { reportWriters } from "~/features/reports/reports.policy";
import { showKeptReport } from "~/features/reports/writing/report-forms.queries.server";
import { carryOutOnReport } from "~/features/reports/writing/report-verbs.server";
import { discardReport } from "~/features/reports/writing/reports.commands.server";
import { pageTitle } from "~/i18n/page-title";
import { redirect } from "~/platform/http.server";
import { idParam } from "~/platform/ids";

export const meta = pageTitle<typeof loader>((_t, { name }) => name);

/** A page for what can't be discarded alone: its form stands on the report's. */
export const loader = forViewers(async ({ db, viewer, params }) => {
  const id = idParam(params.id);
  const kept = await showKeptReport(db, viewer, id);
  if (!kept) throw redirect(`/reports/${id}`);
  return kept;
}, reportWriters);

export const action = carryOutOnReport(discardReport, () => "/reports");

export default function Discard() {
  return <KeptReportPage view={useLoaderData<typeof loader>()} />;
}
