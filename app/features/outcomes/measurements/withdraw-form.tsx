import { useT } from "~/i18n/context";
import { FormActions, FormErrors, SubmissionId, SubmitButton, type FormState } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink } from "~/ui/page";
import type { MeasurementView } from "./measurement-form.queries.server";
import { measurementsHref } from "./measurement-page";
import { ReasonField } from "./reason-field";

type WithdrawFormProps = { view: MeasurementView; state: FormState | undefined };

/** Says of a measurement that it never was; the page is the first step, its button the second. */
export function WithdrawForm({ view, state }: WithdrawFormProps) {
  const t = useT();
  const { submissionId } = view;
  return (
    <Form method="post" className="form" noValidate key={submissionId}>
      <FormErrors errors={state?.errors} />
      <SubmissionId value={submissionId} />
      <p>{t("outcomes.measurement.withdrawConsequence")}</p>
      <ReasonField state={state} />
      <FormActions>
        <SubmitButton variant="danger">{t("outcomes.measurement.withdrawSubmit")}</SubmitButton>
        <ButtonLink to={measurementsHref(view)} variant="quiet">
          {t("ui.form.cancel")}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
