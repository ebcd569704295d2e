import { useLoaderData } from "@remix-run/react";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { askedRows } from "~/features/reports/page/asked-rows.server";
import { RowsPage } from "~/features/reports/page/rows-page";
import { pageTitle } from "~/i18n/page-title";
import { showProjectRows } from "~/overviews/project/project-rows.queries.server";

export const meta = pageTitle<typeof loader>(
  (t, { project }) => `${t("reports.rows.titleNow")}, ${project.code}`,
);

export const loader = forProject(
  ({ db, viewer, today, params, url, language, t }) =>
    showProjectRows(db, viewer, {
      ...{ code: params.code ?? "", today, speech: { language, t } },
      ...askedRows(url),
    }),
  projectRoles,
);

export default function ShowProjectRows() {
  return <RowsPage view={useLoaderData<typeof loader>()} />;
}
