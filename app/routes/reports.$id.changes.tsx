import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { showChanges } from "~/features/reports/freezing/version-pages.queries.server";
import { ChangesPage } from "~/features/reports/page/changes-page";
import { reportRoles } from "~/features/reports/reports.policy";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle<typeof loader>(
  (t, { name }) => `${t("reports.changes.figures")}, ${name}`,
);

export const loader = forViewers(
  ({ db, viewer, params, language, t }) =>
    showChanges(db, viewer, { id: params.id ?? "", speech: { language, t } }),
  reportRoles,
);

export default function ShowChanges() {
  return <ChangesPage view={useLoaderData<typeof loader>()} />;
}
