import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { HandOverPage, handOverTitle } from "~/features/cascade/hand-overs/hand-over-page";
import { showHandOver } from "~/features/cascade/hand-overs/hand-over-page.queries.server";
import { cascadeRoles } from "~/features/cascade/hand-overs/hand-overs.policy";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";

export const meta = pageTitle<typeof loader>((t, view) => handOverTitle(t, view, view.heldOn));

export const loader = forViewers(
  ({ db, viewer, params, today }) => showHandOver(db, viewer, { id: idParam(params.id), today }),
  cascadeRoles,
);

export default function HandOver() {
  return <HandOverPage view={useLoaderData<typeof loader>()} />;
}
