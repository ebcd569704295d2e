import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { showRows } from "~/features/reports/freezing/version-pages.queries.server";
import { RowsPage } from "~/features/reports/page/rows-page";
import { reportRoles } from "~/features/reports/reports.policy";
import { pageTitle } from "~/i18n/page-title";
import { numberParam } from "~/platform/ids";
import { pageNumber } from "~/platform/paging";

export const meta = pageTitle<typeof loader>(
  (t, { heading: { title, number } }) => `${t("reports.rows.title", { number })}, ${title}`,
);

export const loader = forViewers(
  ({ db, viewer, params, url, language, t }) =>
    showRows(db, viewer, {
      id: params.id ?? "",
      number: numberParam(params.number),
      asked: url.searchParams.get("kind"),
      page: pageNumber(url),
      speech: { language, t },
    }),
  reportRoles,
);

export default function ShowRows() {
  return <RowsPage view={useLoaderData<typeof loader>()} />;
}
