import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { EnterPage } from "~/features/cascade/entering/enter-page";
import { enterHandOver } from "~/features/cascade/entering/enter-hand-over.commands.server";
import { showHandOverForm } from "~/features/cascade/entering/hand-over-form.queries.server";
import { cascadeRoles } from "~/features/cascade/hand-overs/hand-overs.policy";
import { handOverForm } from "~/features/cascade/hand-overs/hand-overs.schema";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";

export const meta = pageTitle<typeof loader>((t) => t("cascade.enter.title"));

export const loader = forViewers(({ db, viewer, url, today }) => {
  const code = url.searchParams.get("competence");
  const colleagues = url.searchParams.getAll("colleague");
  return showHandOverForm(db, viewer, { code, from: earlierIn(url), colleagues, today });
}, cascadeRoles);

export const action = formAction(
  handOverForm,
  async ({ db, viewer, url, today }, entry) => {
    const from = earlierIn(url);
    return `/handovers/${await enterHandOver(db, viewer, { entry, from, today })}`;
  },
  { allowed: cascadeRoles },
);

/** The hand-over that the form was filled in from. */
function earlierIn(url: URL): string | null {
  const from = url.searchParams.get("from");
  return from && idParam(from);
}

export default function NewHandOver() {
  const state = useActionData<typeof action>()?.form;
  return <EnterPage view={useLoaderData<typeof loader>()} state={state} />;
}
