import { forViewers } from "~/features/access/visit.server";
import { declineHandOver } from "~/features/cascade/hand-overs/answer-hand-over.commands.server";
import { cascadeRoles } from "~/features/cascade/hand-overs/hand-overs.policy";
import { redirect, safeReturnTo } from "~/platform/http.server";
import { idParam } from "~/platform/ids";

export const loader = forViewers(
  async ({ params }) => redirect(`/handovers/${idParam(params.id)}`),
  cascadeRoles,
);

export const action = forViewers(async ({ db, viewer, params, url, today }) => {
  const handOverId = await declineHandOver(db, viewer, { handOverId: idParam(params.id), today });
  const returnTo = url.searchParams.get("returnTo");
  return redirect(returnTo ? safeReturnTo(returnTo) : `/handovers/${handOverId}`, 303);
}, cascadeRoles);

/** Never shown: with a page of its own, what can't be answered is told on an error page. */
export default function Decline() {
  return null;
}
