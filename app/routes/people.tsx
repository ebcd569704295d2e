import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { listPeople } from "~/features/organisation/people-list.queries.server";
import { PeopleTable } from "~/features/organisation/people-table";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { pageNumber } from "~/platform/paging";
import { SearchField } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink, Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";

export const meta = pageTitle<typeof loader>((t, { here }) =>
  t("organisation.people.title", { count: here }),
);

export const loader = forViewers(
  ({ db, viewer, url, today }) =>
    listPeople(db, viewer, {
      search: url.searchParams.get("q") ?? "",
      page: pageNumber(url),
      today,
    }),
  ["administrator", "manager"],
);

export default function People() {
  const { rows, search, count, here, page, pageCount } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page
      title={t("organisation.people.title", { count: here })}
      lead={count > here && t("organisation.people.lead", { count: count - here })}
      actions={
        <ButtonLink to="/people/new" variant="primary">
          {t("organisation.people.new")}
        </ButtonLink>
      }
    >
      <Form method="get" action="/people" role="search" key={search}>
        <SearchField label={t("organisation.people.search")} defaultValue={search} withButton />
      </Form>
      <PeopleTable rows={rows} search={search} />
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefFor={(n) =>
          `/people?${new URLSearchParams({ ...(search && { q: search }), page: String(n) }).toString()}`
        }
      />
    </Page>
  );
}
