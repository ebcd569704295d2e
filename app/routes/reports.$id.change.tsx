import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { reportWriters } from "~/features/reports/reports.policy";
import { ChangeReportForm } from "~/features/reports/writing/change-report-form";
import { showDraft } from "~/features/reports/writing/report-forms.queries.server";
import { changeReport } from "~/features/reports/writing/reports.commands.server";
import { changeReportForm } from "~/features/reports/writing/reports.schema";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";
import { Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t, { draft }) =>
  t("reports.change.pageTitle", { title: draft.title }),
);

export const loader = forViewers(
  ({ db, viewer, params }) => showDraft(db, viewer, idParam(params.id)),
  reportWriters,
);

export const action = formAction(
  changeReportForm,
  async ({ db, viewer, params }, input) =>
    `/reports/${await changeReport(db, viewer, { ...input, id: idParam(params.id) })}`,
  { allowed: reportWriters },
);

export default function ChangeReport() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  const { title } = view.draft;
  return (
    <Page
      width="narrow"
      title={t("reports.change.pageTitle", { title })}
      lead={t("reports.change.lead")}
      breadcrumb={[
        { to: "/reports", label: t("access.nav.reports") },
        { to: `/reports/${view.id}`, label: title },
      ]}
    >
      <ChangeReportForm view={view} state={state} />
    </Page>
  );
}
