import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { HandOverPage, handOverTitle } from "~/features/cascade/hand-overs/hand-over-page";
import { showHandOver } from "~/features/cascade/hand-overs/hand-over-page.queries.server";
import { cascadeRoles } from "~/features/cascade/hand-overs/hand-overs.policy";
import { withdrawHandOverForm } from "~/features/cascade/hand-overs/hand-overs.schema";
import { withdrawHandOver } from "~/features/cascade/hand-overs/withdraw-hand-over.commands.server";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";

export const meta = pageTitle<typeof loader>((t, view) => handOverTitle(t, view, view.heldOn));

export const loader = forViewers(
  ({ db, viewer, params, today }) => showHandOver(db, viewer, { id: idParam(params.id), today }),
  cascadeRoles,
);

export const action = formAction(
  withdrawHandOverForm,
  async ({ db, viewer, params }, input) => {
    const handOverId = idParam(params.id);
    await withdrawHandOver(db, viewer, { ...input, handOverId });
    return input.next === "again"
      ? `/handovers/new?from=${handOverId}`
      : `/handovers/${handOverId}`;
  },
  { allowed: cascadeRoles },
);

/** The hand-over itself, with the form as it was sent where it could not be carried out. */
export default function WithdrawHandOver() {
  const withdraw = useActionData<typeof action>()?.form;
  return <HandOverPage view={useLoaderData<typeof loader>()} withdraw={withdraw} />;
}
