import { useLoaderData } from "@remix-run/react";
import { AccountTable } from "~/features/access/account-table";
import { listAccounts } from "~/features/access/accounts.queries.server";
import { forViewers } from "~/features/access/visit.server";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { pageNumber } from "~/platform/paging";
import { ButtonLink, Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";

export const meta = pageTitle<typeof loader>((t) => t("access.nav.accounts"));

export const loader = forViewers(
  ({ db, viewer, url }) => listAccounts(db, viewer, pageNumber(url)),
  ["administrator"],
);

export default function Accounts() {
  const { accounts, count, page, pageCount } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page
      title={t("access.accounts.title", { count })}
      actions={
        <ButtonLink to="/accounts/new" variant="primary">
          {t("access.accounts.new")}
        </ButtonLink>
      }
    >
      <AccountTable accounts={accounts} />
      <Pagination page={page} pageCount={pageCount} hrefFor={(n) => `/accounts?page=${n}`} />
    </Page>
  );
}
