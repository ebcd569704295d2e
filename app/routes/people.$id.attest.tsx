import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { confirmLevel } from "~/features/competence/attestations/attest-by-hand.commands.server";
import { AttestForm } from "~/features/competence/attestations/attest-form";
import { showAttestForm } from "~/features/competence/attestations/attestations.queries.server";
import { attestForm } from "~/features/competence/attestations/attestations.schema";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";

export const meta = pageTitle<typeof loader>((t, { person: { name } }) =>
  t("competence.attest.title", { name }),
);

export const loader = forViewers(
  ({ db, viewer, params, today }) =>
    showAttestForm(db, viewer, { personId: idParam(params.id), today }),
  ["manager"],
);

export const action = formAction(
  attestForm,
  async ({ db, viewer, params, today }, input) => {
    const personId = idParam(params.id);
    await confirmLevel(db, viewer, { ...input, personId }, today);
    return `/people/${personId}#attestations`;
  },
  { allowed: ["manager"] },
);

export default function Attest() {
  const state = useActionData<typeof action>()?.form;
  return <AttestForm view={useLoaderData<typeof loader>()} state={state} />;
}
