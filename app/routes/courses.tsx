import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { CatalogueTable } from "~/features/training/catalogue/catalogue-table";
import { listCatalogue } from "~/features/training/catalogue/catalogue.queries.server";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { pageNumber } from "~/platform/paging";
import { ButtonLink, Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";

export const meta = pageTitle<typeof loader>((t, { count }) =>
  t("training.catalogue.title", { count }),
);

export const loader = forViewers(
  ({ db, viewer, url }) => listCatalogue(db, viewer, pageNumber(url)),
  ["administrator", "manager"],
);

export default function Courses() {
  const { rows, count, page, pageCount } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page
      title={t("training.catalogue.title", { count })}
      lead={t("training.catalogue.lead")}
      actions={
        <ButtonLink to="/courses/new" variant="primary">
          {t("training.catalogue.new")}
        </ButtonLink>
      }
    >
      <CatalogueTable rows={rows} />
      <Pagination page={page} pageCount={pageCount} hrefFor={(n) => `/courses?page=${n}`} />
    </Page>
  );
}
