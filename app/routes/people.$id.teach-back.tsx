import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { recordTeachBack } from "~/features/competence/attestations/attest-by-hand.commands.server";
import { TeachBackForm } from "~/features/competence/attestations/attest-form";
import { showAttestForm } from "~/features/competence/attestations/attestations.queries.server";
import { teachBackForm } from "~/features/competence/attestations/attestations.schema";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";

export const meta = pageTitle<typeof loader>((t, { person: { name } }) =>
  t("competence.teachBack.title", { name }),
);

export const loader = forViewers(
  ({ db, viewer, params, today }) =>
    showAttestForm(db, viewer, { personId: idParam(params.id), today }),
  ["manager"],
);

export const action = formAction(
  teachBackForm,
  async ({ db, viewer, params, today }, input) => {
    const personId = idParam(params.id);
    await recordTeachBack(db, viewer, { ...input, personId }, today);
    return `/people/${personId}#attestations`;
  },
  { allowed: ["manager"] },
);

export default function TeachBack() {
  const state = useActionData<typeof action>()?.form;
  return <TeachBackForm view={useLoaderData<typeof loader>()} state={state} />;
}
