import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { ConfirmList } from "~/features/cascade/hand-overs/confirm-list";
import { HandOverParts } from "~/features/cascade/hand-overs/hand-over-parts";
import { HandOverTable, handOversTitle } from "~/features/cascade/hand-overs/hand-over-table";
import { cascadeRoles } from "~/features/cascade/hand-overs/hand-overs.policy";
import { showHandOvers } from "~/features/cascade/hand-overs/hand-overs-page.queries.server";
import { OwedList } from "~/features/cascade/plans/owed-list";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { pageNumber } from "~/platform/paging";
import { ButtonLink, Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";

export const meta = pageTitle<typeof loader>((t, { list }) => handOversTitle(t, list));

export const loader = forViewers(
  ({ db, viewer, url, today }) =>
    showHandOvers(db, viewer, { part: url.searchParams.get("part"), page: pageNumber(url), today }),
  cascadeRoles,
);

export default function HandOvers() {
  const { list, toConfirm, owed, owedByOthers } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page
      title={handOversTitle(t, list)}
      actions={
        <ButtonLink to="/handovers/new" variant="primary">
          {t("cascade.list.new")}
        </ButtonLink>
      }
    >
      <ConfirmList handOvers={toConfirm} returnTo="/handovers" />
      <OwedList owed={owed} />
      <div className="stack">
        <HandOverParts list={list} />
        <HandOverTable list={list} />
        <Pagination
          page={list.page}
          pageCount={list.pageCount}
          hrefFor={(n) => `/handovers?part=${list.part}&page=${n}`}
        />
      </div>
      <OwedList owed={owedByOthers} ofOthers />
    </Page>
  );
}
