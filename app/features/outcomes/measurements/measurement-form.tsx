import type { ReactNode } from "react";
import { useT } from "~/i18n/context";
import {
  AskedAgain,
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
  unit: string;
  today: string;
  submissionId: string;
  state: FormState | undefined;
  /** What stands below the note: a correction's reason. */
  children?: ReactNode;
  submit: string;
  cancelTo: string;
};

/** What an indicator was measured at, and when. */
export function MeasurementForm(props: MeasurementFormProps) {
  const { unit, today, submissionId, state, children, submit, cancelTo } = props;
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
      <AskedAgain state={state} label={t("outcomes.measurement.valueIsRight")} />
      <TextArea
        name="note"
        label={t("outcomes.measurement.note")}
        hint={t("outcomes.measurement.noteHint")}
        rows={3}
        state={state}
      />
      {children}
      <FormActions>
        <SubmitButton>{submit}</SubmitButton>
        <ButtonLink to={cancelTo} variant="quiet">
          {t("ui.form.cancel")}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
