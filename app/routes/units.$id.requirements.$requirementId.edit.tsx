import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { RequirementFields } from "~/features/competence/requirements/requirement-fields";
import { changeRequirement } from "~/features/competence/requirements/requirements.commands.server";
import { showRequirementDraft } from "~/features/competence/requirements/requirements.queries.server";
import { requirementChangeForm } from "~/features/competence/requirements/requirements.schema";
import { RequirementDays } from "~/features/competence/requirements/requirement-days";
import { SeenField } from "~/features/organisation/seen-field";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";
import { FormActions, FormErrors, SubmissionId, SubmitButton } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink, Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t, { unit, draft }) =>
  t("competence.requirements.titleChange", { unit: unit.name, name: draft.competence.name }),
);

export const loader = forViewers(
  ({ db, viewer, params, today }) =>
    showRequirementDraft(db, viewer, {
      unitId: idParam(params.id),
      id: idParam(params.requirementId),
      today,
    }),
  ["administrator", "manager"],
);

export const action = formAction(
  requirementChangeForm,
  async ({ db, viewer, params, today }, input) => {
    const unitId = idParam(params.id);
    const id = idParam(params.requirementId);
    await changeRequirement(db, viewer, { ...input, unitId, id }, today);
    return `/units/${unitId}/requirements`;
  },
  { allowed: ["administrator", "manager"] },
);

// Also after a refusal: where somebody else has changed it, saving again is then a choice.
export const shouldRevalidate = () => true;

export default function ChangeRequirement() {
  const { unit, draft, from, seen, submissionId } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  const list = `/units/${unit.id}/requirements`;
  return (
    <Page
      width="narrow"
      title={t("competence.requirements.titleChange", {
        unit: unit.name,
        name: draft.competence.name,
      })}
      lead={
        <>
          {t("competence.requirements.days")}: <RequirementDays days={draft} />
        </>
      }
      breadcrumb={[
        { to: `/units/${unit.id}`, label: unit.name },
        { to: list, label: t("competence.requirements.crumb") },
      ]}
    >
      <Form method="post" className="form" noValidate>
        <FormErrors errors={state?.errors} />
        <SubmissionId value={submissionId} />
        <SeenField value={seen} />
        <RequirementFields draft={draft} from={{ name: "from", day: from }} state={state} />
        <FormActions>
          <SubmitButton>{t("competence.requirements.submitChange")}</SubmitButton>
          <ButtonLink to={list} variant="quiet">
            {t("ui.form.cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
