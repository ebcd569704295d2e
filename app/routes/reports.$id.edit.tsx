import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { showReportTexts } from "~/features/reports/writing/report-forms.queries.server";
import { ReportTextsForm } from "~/features/reports/writing/report-texts-form";
import { saveReportTexts } from "~/features/reports/writing/reports.commands.server";
import { reportWriters } from "~/features/reports/reports.policy";
import { reportTextsForm, textsFormMaxBytes } from "~/features/reports/writing/reports.schema";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";
import { Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t, { report }) =>
  t("reports.texts.pageTitle", { title: report.report.title ?? "" }),
);

export const loader = forViewers(
  ({ db, viewer, today, params }) => showReportTexts(db, viewer, { id: idParam(params.id), today }),
  reportWriters,
);

export const action = formAction(
  reportTextsForm,
  async ({ db, viewer, params }, input) =>
    `/reports/${await saveReportTexts(db, viewer, { ...input, id: idParam(params.id) })}`,
  { allowed: reportWriters, maxBytes: textsFormMaxBytes },
);

export default function EditReport() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  const { title } = view.report.report;
  return (
    <Page
      width="narrow"
      title={t("reports.texts.pageTitle", { title: title ?? "" })}
      lead={t("reports.texts.pageLead")}
      breadcrumb={[
        { to: "/reports", label: t("access.nav.reports") },
        { to: `/reports/${view.id}`, label: title ?? "" },
      ]}
    >
      <ReportTextsForm view={view} state={state} />
    </Page>
  );
}
