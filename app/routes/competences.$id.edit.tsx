import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { CompetenceForm } from "~/features/competence/catalogue/competence-form";
import { showCompetenceDraft } from "~/features/competence/catalogue/competence-list.queries.server";
import { changeCompetence } from "~/features/competence/catalogue/competences.commands.server";
import { competenceChangeForm } from "~/features/competence/catalogue/competences.schema";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";
import { Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t, { draft: { name } }) =>
  t("competence.form.titleChange", { name }),
);

export const loader = forViewers(
  ({ db, viewer, params, today }) =>
    showCompetenceDraft(db, viewer, { id: idParam(params.id), today }),
  ["administrator", "manager"],
);

export const action = formAction(
  competenceChangeForm,
  async ({ db, viewer, params, today }, input) => {
    await changeCompetence(db, viewer, { ...input, id: idParam(params.id) }, today);
    return "/competences";
  },
  { allowed: ["administrator", "manager"] },
);

// Also after a refusal: where somebody else has changed it, saving again is then a choice.
export const shouldRevalidate = () => true;

export default function ChangeCompetence() {
  const { draft, submissionId } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <Page
      width="narrow"
      title={t("competence.form.titleChange", { name: draft.name })}
      breadcrumb={[{ to: "/competences", label: t("competence.list.nav") }]}
    >
      <CompetenceForm draft={draft} submissionId={submissionId} state={state} />
    </Page>
  );
}
