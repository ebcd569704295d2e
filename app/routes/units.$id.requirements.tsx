import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { RequirementFields } from "~/features/competence/requirements/requirement-fields";
import {
  EarlierRequirements,
  OwnRequirements,
  RequirementsAbove,
} from "~/features/competence/requirements/requirements-table";
import { addRequirement } from "~/features/competence/requirements/requirements.commands.server";
import { showRequirements } from "~/features/competence/requirements/requirements.queries.server";
import { requirementForm } from "~/features/competence/requirements/requirements.schema";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";
import { FormActions, FormErrors, SelectField, SubmissionId, SubmitButton } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink, Notice, Page, Section } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t, { unit, own }) =>
  t("competence.requirements.title", { unit: unit.name, count: own.length }),
);

export const loader = forViewers(
  ({ db, viewer, params, today }) =>
    showRequirements(db, viewer, { unitId: idParam(params.id), today }),
  ["administrator", "manager"],
);

export const action = formAction(
  requirementForm,
  async ({ db, viewer, params, today }, input) => {
    const unitId = idParam(params.id);
    await addRequirement(db, viewer, { ...input, unitId }, today);
    return `/units/${unitId}/requirements`;
  },
  { allowed: ["administrator", "manager"] },
);

export default function Requirements() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  const { unit, own, earlier, above, open, today, submissionId } = view;
  return (
    <Page
      title={t("competence.requirements.title", { unit: unit.name, count: own.length })}
      lead={t("competence.requirements.lead")}
      breadcrumb={[{ to: `/units/${unit.id}`, label: unit.name }]}
    >
      <OwnRequirements view={view} />
      {above.length > 0 && (
        <Section
          title={t("competence.requirements.above")}
          lead={t("competence.requirements.aboveLead")}
        >
          <RequirementsAbove rows={above} />
        </Section>
      )}
      <Section title={t("competence.requirements.add")} id="add">
        {open.length === 0 ? (
          <Notice
            title={t(
              own.length === 0
                ? "competence.requirements.noCompetences"
                : "competence.requirements.noneOpen",
            )}
          >
            <ButtonLink to="/competences/new" size="small">
              {t("competence.list.new")}
            </ButtonLink>
          </Notice>
        ) : (
          // A new key after each addition empties the fields.
          <Form method="post" className="form" noValidate key={own.length}>
            <FormErrors errors={state?.errors} />
            <SubmissionId value={submissionId} />
            <SelectField
              name="competenceId"
              label={t("competence.requirements.competence")}
              options={open.map(({ id, name }) => ({ value: id, label: name }))}
              required
              state={state}
            />
            <RequirementFields from={{ name: "startsOn", day: today }} state={state} />
            <FormActions>
              <SubmitButton>{t("competence.requirements.submit")}</SubmitButton>
            </FormActions>
          </Form>
        )}
      </Section>
      {earlier.length > 0 && (
        <Section title={t("competence.requirements.earlier")}>
          <EarlierRequirements view={view} />
        </Section>
      )}
    </Page>
  );
}
