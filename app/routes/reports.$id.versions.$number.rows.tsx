import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { showRows } from "~/features/reports/freezing/version-pages.queries.server";
import { askedRows } from "~/features/reports/page/asked-rows.server";
import { RowsPage } from "~/features/reports/page/rows-page";
import { reportRoles } from "~/features/reports/reports.policy";
import { pageTitle } from "~/i18n/page-title";
import { numberParam } from "~/platform/ids";

export const meta = pageTitle<typeof loader>(
  (t, { title, of }) =>
    `${t("reports.rows.title", { number: "code" in of ? 0 : (of.number ?? 0) })}, ${title}`,
);

export const loader = forViewers(
  ({ db, viewer, params, url, language, t }) =>
    showRows(db, viewer, {
      id: params.id ?? "",
      number: numberParam(params.number),
      ...askedRows(url),
      speech: { language, t },
    }),
  reportRoles,
);

export default function ShowRows() {
  return <RowsPage view={useLoaderData<typeof loader>()} />;
}
