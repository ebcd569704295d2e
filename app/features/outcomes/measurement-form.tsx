import { useT } from "~/i18n/context";
import {
  DateField,
  FormActions,
  FormErrors,
  FormRow,
  NumberField,
  SubmissionId,
  SubmitButton,
  TextArea,
  type FormState,
} from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink } from "~/ui/page";

type MeasurementFormProps = {
  code: string;
  unit: string;
  today: string;
  submissionId: string;
  state: FormState | undefined;
};

/** What an indicator was measured at, and when. */
export function MeasurementForm({ code, unit, today, submissionId, state }: MeasurementFormProps) {
  const t = useT();
  return (
    <Form method="post" className="form" noValidate key={submissionId}>
      <FormErrors errors={state?.errors} />
      <SubmissionId value={submissionId} />
      <FormRow>
        <NumberField
          name="value"
          label={t("outcomes.measurement.value")}
          suffix={unit}
          required
          state={state}
        />
        <DateField
          name="measuredOn"
          label={t("outcomes.measurement.measuredOn")}
          max={today}
          defaultValue={today}
          required
          state={state}
        />
      </FormRow>
      <TextArea
        name="note"
        label={t("outcomes.measurement.note")}
        hint={t("outcomes.measurement.noteHint")}
        rows={3}
        state={state}
      />
      <FormActions>
        <SubmitButton>{t("outcomes.measurement.submit")}</SubmitButton>
        <ButtonLink to={`/projects/${code}`} variant="quiet">
          {t("ui.form.cancel")}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
