import type { ReactNode } from "react";
import { useT } from "~/i18n/context";
import { levels } from "~/terms/level";
import {
  Checkbox,
  DateField,
  FormActions,
  FormErrors,
  RadioGroup,
  SelectField,
  SubmissionId,
  SubmitButton,
  type FormState,
} from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Notice, Page } from "~/ui/page";
import type { AttestFormView } from "./attestations.queries.server";

type AttestFormProps = { view: AttestFormView; state: FormState | undefined };

/** A manager confirms what one of their people knows. */
export function AttestForm({ view, state }: AttestFormProps) {
  const t = useT();
  return (
    <FormPage
      view={view}
      state={state}
      title={t("competence.attest.title", { name: view.person.name })}
      lead={t("competence.attest.lead")}
      submitLabel={t("competence.attest.submit")}
    >
      <CompetenceField view={view} state={state} />
      <RadioGroup
        name="level"
        label={t("competence.attest.level")}
        hint={t("competence.attest.levelHint")}
        options={levels
          .filter((level) => level > 0)
          .map((level) => ({
            value: String(level),
            label: t("competence.levelWords", { level, name: t(`ui.level.l${level}`) }),
          }))}
        required
        state={state}
      />
      <DateField
        name="attestedOn"
        label={t("competence.attest.attestedOn")}
        hint={t("competence.attest.attestedOnHint")}
        defaultValue={view.today}
        max={view.today}
        required
        state={state}
      />
      <Checkbox name="observed" label={t("competence.attest.observed")} state={state} />
    </FormPage>
  );
}

/** A manager notes that one of their people has shown that they can teach a method. */
export function TeachBackForm({ view, state }: AttestFormProps) {
  const t = useT();
  return (
    <FormPage
      view={view}
      state={state}
      title={t("competence.teachBack.title", { name: view.person.name })}
      lead={t("competence.teachBack.lead")}
      submitLabel={t("competence.teachBack.submit")}
    >
      <CompetenceField view={view} state={state} />
      <DateField
        name="attestedOn"
        label={t("competence.teachBack.heldOn")}
        defaultValue={view.today}
        max={view.today}
        required
        state={state}
      />
    </FormPage>
  );
}

type FormPageProps = AttestFormProps & {
  title: string;
  lead: string;
  submitLabel: string;
  children: ReactNode;
};

function FormPage({ view, state, title, lead, submitLabel, children }: FormPageProps) {
  const t = useT();
  const { person, competences, submissionId } = view;
  return (
    <Page
      width="narrow"
      title={title}
      lead={lead}
      breadcrumb={[{ to: `/people/${person.id}`, label: person.name }]}
    >
      {competences.length === 0 ? (
        <Notice>{t("competence.attest.noCompetences")}</Notice>
      ) : (
        <Form method="post" className="form" noValidate>
          <FormErrors errors={state?.errors} />
          <SubmissionId value={submissionId} />
          {children}
          <FormActions>
            <SubmitButton>{submitLabel}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Page>
  );
}

function CompetenceField({ view, state }: AttestFormProps) {
  const t = useT();
  return (
    <SelectField
      name="competenceId"
      label={t("competence.attest.competence")}
      options={view.competences.map(({ id, name, level, isCarrier }) => ({
        value: id,
        label: t(
          isCarrier ? "competence.attest.competenceCleared" : "competence.attest.competenceKnown",
          { name, level },
        ),
      }))}
      required
      state={state}
    />
  );
}
