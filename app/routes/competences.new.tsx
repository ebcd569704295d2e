import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { CompetenceForm } from "~/features/competence/catalogue/competence-form";
import { createCompetence } from "~/features/competence/catalogue/competences.commands.server";
import { competenceForm } from "~/features/competence/catalogue/competences.schema";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t) => t("competence.form.titleNew"));

export const loader = forViewers(
  async () => ({ submissionId: crypto.randomUUID() }),
  ["administrator", "manager"],
);

export const action = formAction(
  competenceForm,
  async ({ db, viewer }, input) => {
    await createCompetence(db, viewer, input);
    return "/competences";
  },
  { allowed: ["administrator", "manager"] },
);

export default function NewCompetence() {
  const { submissionId } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <Page
      width="narrow"
      title={t("competence.form.titleNew")}
      lead={t("competence.form.lead")}
      breadcrumb={[{ to: "/competences", label: t("competence.list.nav") }]}
    >
      <CompetenceForm submissionId={submissionId} state={state} />
    </Page>
  );
}
