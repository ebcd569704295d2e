import { setUpHref } from "~/features/funding/rules/set-up-parts";
import { SeenField } from "~/features/organisation/seen-field";
import { useT } from "~/i18n/context";
import {
  AskedAgain,
  DateField,
  FormActions,
  FormErrors,
  FormRow,
  NumberField,
  RadioGroup,
  SelectField,
  SubmissionId,
  SubmitButton,
  TextField,
  type FormState,
} from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink } from "~/ui/page";
import type { IndicatorFormView } from "./indicator-form.queries.server";
import { cumulations, directions, indicatorSources } from "./indicator-choices";
import { TargetFields } from "./target-fields";

type IndicatorFormProps = { view: IndicatorFormView; refused: FormState | undefined };

/** What a project is measured by: where it begins, where its values come from, and its targets. */
export function IndicatorForm({ view, refused }: IndicatorFormProps) {
  const t = useT();
  const { project, values, submissionId } = view;
  const state = refused ?? { values, errors: {} };
  return (
    <Form method="post" className="form" noValidate key={submissionId}>
      <FormErrors errors={refused?.errors} />
      <SubmissionId value={submissionId} />
      <SeenField value={view.seen} />
      <FormRow>
        <TextField name="name" label={t("outcomes.form.name")} required state={state} />
        <TextField name="unit" label={t("outcomes.form.unit")} required state={state} />
      </FormRow>
      <RadioGroup
        name="direction"
        label={t("outcomes.form.direction")}
        layout="row"
        options={directions.map((value) => ({ value, label: t(`outcomes.form.${value}`) }))}
        required
        state={state}
      />
      <SelectField
        name="source"
        label={t("outcomes.form.source")}
        hint={t("outcomes.form.sourceHint")}
        placeholder={null}
        options={indicatorSources.map((value) => ({
          value,
          label: t(`outcomes.source.${value}`),
        }))}
        required
        state={state}
      />
      <RadioGroup
        name="cumulation"
        label={t("outcomes.form.cumulation")}
        options={cumulations.map((value) => ({ value, label: t(`outcomes.measurement.${value}`) }))}
        required
        state={state}
      />
      <FormRow>
        <NumberField name="baseline" label={t("outcomes.baseline")} required state={state} />
        <DateField name="baselineOn" label={t("outcomes.form.baselineOn")} required state={state} />
      </FormRow>
      <TargetFields view={view} state={state} />
      <AskedAgain state={state} label={t("outcomes.form.meaningIsMeant")} />
      <FormActions>
        <SubmitButton>{t("outcomes.form.save")}</SubmitButton>
        <ButtonLink to={`${setUpHref(project.code)}#indicators`} variant="quiet">
          {t("ui.form.cancel")}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
