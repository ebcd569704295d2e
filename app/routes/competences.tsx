import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { listCompetenceRows } from "~/features/competence/catalogue/competence-list.queries.server";
import { CompetenceTable } from "~/features/competence/catalogue/competence-table";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { pageNumber } from "~/platform/paging";
import { ButtonLink, Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";

export const meta = pageTitle<typeof loader>((t, { count }) =>
  t("competence.list.title", { count }),
);

export const loader = forViewers(
  ({ db, viewer, url, today }) => listCompetenceRows(db, viewer, { page: pageNumber(url), today }),
  ["administrator", "manager"],
);

export default function Competences() {
  const { rows, count, page, pageCount } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page
      title={t("competence.list.title", { count })}
      lead={t("competence.list.lead")}
      actions={
        <ButtonLink to="/competences/new" variant="primary">
          {t("competence.list.new")}
        </ButtonLink>
      }
    >
      <CompetenceTable rows={rows} />
      <Pagination page={page} pageCount={pageCount} hrefFor={(n) => `/competences?page=${n}`} />
    </Page>
  );
}
