import { SeenField } from "~/features/organisation/seen-field";
import { useT } from "~/i18n/context";
import {
  DateField,
  FormActions,
  FormErrors,
  RadioGroup,
  SubmissionId,
  SubmitButton,
  TextArea,
  TextField,
  type FormState,
} from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink } from "~/ui/page";
import { codeMax } from "../rules/competence-code";
import { descriptionMax, elementsMax, nameMax } from "./competence-limits";
import type { CompetenceDraft } from "./competence-list.queries.server";

type CompetenceFormProps = {
  /** The competence that is changed; without it the form is for a new one. */
  draft?: CompetenceDraft;
  submissionId: string;
  state: FormState | undefined;
};

/** What a competence is called, what it is, and what every hand-over of it should go through. */
export function CompetenceForm({ draft, submissionId, state }: CompetenceFormProps) {
  const t = useT();
  const isAsked = Boolean(state?.errors.renames ?? state?.values.renames);
  return (
    <Form method="post" className="form" noValidate>
      <FormErrors errors={state?.errors} />
      <SubmissionId value={submissionId} />
      {draft && <SeenField value={draft.seen} />}
      <TextField
        name="name"
        label={t("competence.form.name")}
        hint={t("competence.form.nameHint")}
        defaultValue={draft?.name}
        maxLength={nameMax}
        required
        state={state}
      />
      <TextField
        name="code"
        label={t("competence.form.code")}
        hint={t(draft ? "competence.form.codeHintChange" : "competence.form.codeHint")}
        defaultValue={draft?.code}
        maxLength={codeMax}
        state={state}
      />
      <TextArea
        name="description"
        label={t("competence.form.description")}
        hint={t("competence.form.descriptionHint")}
        defaultValue={draft?.description}
        rows={3}
        maxLength={descriptionMax}
        state={state}
      />
      <TextArea
        name="elements"
        label={t("competence.form.elements")}
        hint={
          <>
            {t("competence.form.elementsHint", { max: elementsMax })}
            {draft && <> {t("competence.form.elementsHintChange")}</>}
          </>
        }
        defaultValue={draft?.elements}
        rows={10}
        state={state}
      />
      {isAsked && (
        <RadioGroup
          name="renames"
          label={t("competence.form.renames")}
          options={(["renamed", "replaced"] as const).map((value) => ({
            value,
            label: t(`competence.form.renamesWord.${value}`),
            hint: t(`competence.form.renamesHint.${value}`),
          }))}
          required
          state={state}
        />
      )}
      {draft && (
        <DateField
          name="from"
          label={t("competence.form.from")}
          hint={t("competence.form.fromHint")}
          defaultValue={draft.today}
          max={draft.today}
          required
          state={state}
        />
      )}
      <FormActions>
        <SubmitButton>
          {t(draft ? "competence.form.submitChange" : "competence.form.submit")}
        </SubmitButton>
        <ButtonLink to="/competences" variant="quiet">
          {t("ui.form.cancel")}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
