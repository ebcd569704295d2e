import { useActionData, useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { applyImport } from "~/features/exchange/uploads/apply-import.server";
import { showImport } from "~/features/exchange/uploads/import-page.queries.server";
import { ImportResult } from "~/features/exchange/uploads/import-result";
import { importRoles } from "~/features/exchange/uploads/imports.policy";
import { LedgerDraftPage } from "~/features/exchange/ledgers/ledger-draft-page";
import { TrainingDraftPage } from "~/features/exchange/lists/training-draft-page";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";

export const meta = pageTitle<typeof loader>((_t, { fileName }) => fileName);

export const loader = forViewers(
  ({ db, viewer, today, params, url }) =>
    showImport(db, viewer, { id: idParam(params.id), choices: url.searchParams, today }),
  importRoles,
);

export const action = forViewers(applyImport, importRoles);

export default function OneImport() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  const breadcrumb = [{ to: "/import", label: t("exchange.title") }];
  switch (page.state) {
    case "applied":
      return <ImportResult page={page} breadcrumb={breadcrumb} />;
    case "ledger":
      return <LedgerDraftPage page={page} state={state} breadcrumb={breadcrumb} />;
    case "training":
      return <TrainingDraftPage page={page} state={state} breadcrumb={breadcrumb} />;
  }
}
