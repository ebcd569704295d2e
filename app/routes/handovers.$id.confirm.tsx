import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { confirmHandOver } from "~/features/cascade/hand-overs/answer-hand-over.commands.server";
import { HandOverPage, handOverTitle } from "~/features/cascade/hand-overs/hand-over-page";
import { showHandOver } from "~/features/cascade/hand-overs/hand-over-page.queries.server";
import { cascadeRoles } from "~/features/cascade/hand-overs/hand-overs.policy";
import { confirmHandOverForm } from "~/features/cascade/hand-overs/hand-overs.schema";
import { pageTitle } from "~/i18n/page-title";
import { isOpening, redirect, safeReturnTo } from "~/platform/http.server";
import { idParam } from "~/platform/ids";

export const meta = pageTitle<typeof loader>((t, view) => handOverTitle(t, view, view.heldOn));

export const loader = forViewers(async ({ db, viewer, params, request, today }) => {
  const id = idParam(params.id);
  if (isOpening(request)) throw redirect(`/handovers/${id}`);
  return showHandOver(db, viewer, { id, today });
}, cascadeRoles);

export const action = formAction(
  confirmHandOverForm,
  async ({ db, viewer, params, url, today }, { agreed }) => {
    const handOverId = idParam(params.id);
    await confirmHandOver(db, viewer, { handOverId, today, agreed });
    return safeReturnTo(url.searchParams.get("returnTo") ?? `/handovers/${handOverId}`);
  },
  { allowed: cascadeRoles },
);

/** The hand-over itself, where there is something to ask before it is confirmed. */
export default function ConfirmHandOver() {
  const answer = useActionData<typeof action>()?.form;
  return <HandOverPage view={useLoaderData<typeof loader>()} answer={answer} />;
}
