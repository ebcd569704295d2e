import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { showVersion } from "~/features/reports/freezing/version-pages.queries.server";
import { VersionPage } from "~/features/reports/page/version-page";
import { reportRoles } from "~/features/reports/reports.policy";
import { pageTitle } from "~/i18n/page-title";
import { numberParam } from "~/platform/ids";

export const meta = pageTitle<typeof loader>(
  (t, { heading: { title, number } }) => `${title}, ${t("reports.version.short", { number })}`,
);

export const loader = forViewers(
  ({ db, viewer, params, language, t }) =>
    showVersion(db, viewer, {
      id: params.id ?? "",
      number: numberParam(params.number),
      speech: { language, t },
    }),
  reportRoles,
);

export default function ShowVersion() {
  return <VersionPage view={useLoaderData<typeof loader>()} />;
}
