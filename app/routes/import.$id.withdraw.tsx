import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { importRoles } from "~/features/exchange/uploads/imports.policy";
import { reachesImport } from "~/features/exchange/uploads/imports.queries.server";
import { withdrawImportForm } from "~/features/exchange/uploads/imports.schema";
import { withdrawImport } from "~/features/exchange/uploads/withdraw-import.commands.server";
import { WithdrawPage } from "~/features/exchange/uploads/withdraw-page";
import { showWithdrawal } from "~/features/exchange/uploads/withdraw-import.commands.server";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";

export const meta = pageTitle<typeof loader>((_t, { fileName }) => fileName);

export const loader = forViewers(
  ({ db, viewer, params }) => showWithdrawal(db, viewer, idParam(params.id)),
  importRoles,
);

export const action = formAction(
  withdrawImportForm,
  async ({ db, viewer, params }, { submissionId }) => {
    const importId = await withdrawImport(db, viewer, {
      importId: idParam(params.id),
      submissionId,
    });
    return (await reachesImport(db, viewer, importId)) ? `/import/${importId}` : "/import";
  },
  { allowed: importRoles },
);

export default function WithdrawImport() {
  const state = useActionData<typeof action>()?.form;
  return <WithdrawPage view={useLoaderData<typeof loader>()} state={state} />;
}
