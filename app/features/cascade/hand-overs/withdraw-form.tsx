import { useT } from "~/i18n/context";
import {
  FormActions,
  FormErrors,
  SubmissionId,
  SubmitButton,
  TextArea,
  type FormState,
} from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Disclosure } from "~/ui/page";
import { reasonMax } from "./hand-over-limits";

type WithdrawFormProps = {
  id: string;
  submissionId: string;
  values: { competence: string; date: string };
  state?: FormState;
};

/** Takes a hand-over back in two steps: the box names it, its buttons do it. */
export function WithdrawForm({ id, submissionId, values, state }: WithdrawFormProps) {
  const t = useT();
  return (
    <Disclosure summary={t("cascade.view.withdraw")} open={state !== undefined}>
      <Form method="post" action={`/handovers/${id}/withdraw`} className="form" noValidate>
        <FormErrors errors={state?.errors} />
        <SubmissionId value={submissionId} />
        <p>
          <strong>{t("cascade.view.withdrawQuestion", values)}</strong>{" "}
          {t("cascade.view.withdrawConsequence")}
        </p>
        <TextArea
          name="reason"
          label={t("cascade.view.withdrawReason")}
          required
          rows={2}
          maxLength={reasonMax}
          state={state}
        />
        <FormActions>
          <SubmitButton variant="danger">{t("cascade.view.withdrawSubmit")}</SubmitButton>
          <SubmitButton variant="secondary" name="next" value="again">
            {t("cascade.view.withdrawAgain")}
          </SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
