import { useActionData, useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { applyImport } from "~/features/exchange/apply-import.server";
import { showImport } from "~/features/exchange/import-page.queries.server";
import { ImportResult } from "~/features/exchange/import-result";
import { LedgerChoice, LedgerHead, LedgerProblems } from "~/features/exchange/ledger-head";
import { LedgerPlanView } from "~/features/exchange/ledger-plan-view";
import { TrainingPreviewView } from "~/features/exchange/training-preview";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";
import { Page } from "~/ui/page";

const allowed = ["manager", "project-manager", "administrator"] as const;

export const meta = pageTitle<typeof loader>((_t, { fileName }) => fileName);

export const loader = forViewers(
  ({ db, viewer, today, params, url }) =>
    showImport(db, viewer, { id: idParam(params.id), choices: url.searchParams, today }),
  allowed,
);

export const action = forViewers(applyImport, allowed);

export default function ImportPreview() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  const breadcrumb = [{ to: "/import", label: t("exchange.title") }];
  if (page.state === "applied") return <ImportResult page={page} breadcrumb={breadcrumb} />;
  if (page.state === "training") {
    const { training, fileName, submissionId } = page;
    return (
      <Page
        title={t("exchange.training.title", { name: fileName, count: training.rowCount })}
        breadcrumb={breadcrumb}
      >
        <TrainingPreviewView training={training} submissionId={submissionId} state={state} />
      </Page>
    );
  }
  const { ledger, fileName, submissionId } = page;
  return (
    <Page
      title={t("exchange.ledger.title", { name: fileName, count: ledger.vouchers })}
      breadcrumb={breadcrumb}
    >
      <LedgerHead ledger={ledger} />
      <LedgerChoice ledger={ledger} />
      {ledger.chosen && (
        <LedgerPlanView chosen={ledger.chosen} submissionId={submissionId} state={state} />
      )}
      <LedgerProblems ledger={ledger} />
    </Page>
  );
}
