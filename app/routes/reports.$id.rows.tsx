import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { showRowsNow } from "~/features/reports/freezing/version-pages.queries.server";
import { askedRows } from "~/features/reports/page/asked-rows.server";
import { RowsPage } from "~/features/reports/page/rows-page";
import { reportRoles } from "~/features/reports/reports.policy";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle<typeof loader>(
  (t, { title }) => `${t("reports.rows.titleNow")}, ${title}`,
);

export const loader = forViewers(
  ({ db, viewer, today, params, url, language, t }) =>
    showRowsNow(db, viewer, {
      ...{ id: params.id ?? "", today, speech: { language, t } },
      ...askedRows(url),
    }),
  reportRoles,
);

export default function ShowRowsNow() {
  return <RowsPage view={useLoaderData<typeof loader>()} />;
}
