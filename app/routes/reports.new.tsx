import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { NewReportForm } from "~/features/reports/writing/new-report-form";
import { showNewReport } from "~/features/reports/writing/report-forms.queries.server";
import { beginReport } from "~/features/reports/writing/reports.commands.server";
import { reportWriters } from "~/features/reports/reports.policy";
import { newReportForm } from "~/features/reports/writing/reports.schema";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { EmptyState, Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t) => t("reports.new.heading"));

export const loader = forViewers(
  ({ db, viewer, url }) => showNewReport(db, viewer, { code: url.searchParams.get("project") }),
  reportWriters,
);

export const action = formAction(
  newReportForm,
  async ({ db, viewer }, input) => `/reports/${await beginReport(db, viewer, input)}`,
  { allowed: reportWriters },
);

export default function NewReport() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <Page
      width="narrow"
      title={t("reports.new.heading")}
      lead={t("reports.new.lead")}
      breadcrumb={[{ to: "/reports", label: t("access.nav.reports") }]}
    >
      {view.projects.length > 0 ? (
        <NewReportForm view={view} state={state} />
      ) : (
        <EmptyState title={t("reports.new.emptyTitle")}>{t("reports.new.emptyText")}</EmptyState>
      )}
    </Page>
  );
}
