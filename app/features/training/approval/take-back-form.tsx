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
import { stateFor } from "./approve-form";
import { wordMax } from "../records/training-limits";

type TakeBackFormProps = { id: string; submissionId: string; state: FormState | undefined };

/** A manager takes an approval back, with a reason: the level and the cost go back with it. */
export function TakeBackForm({ id, submissionId, state }: TakeBackFormProps) {
  const t = useT();
  const formState = stateFor(`take-back-${id}`, state);
  return (
    <Disclosure summary={t("training.record.takeBack")} open={state !== undefined}>
      <p>{t("training.record.takeBackText")}</p>
      <Form method="post" action={`/training/${id}/withdraw`} className="form" noValidate>
        <FormErrors errors={formState.errors} formId={formState.formId} />
        <SubmissionId value={submissionId} />
        <TextArea
          name="reason"
          label={t("training.record.reason")}
          rows={2}
          maxLength={wordMax}
          required
          state={formState}
        />
        <FormActions>
          <SubmitButton variant="danger">{t("training.record.takeBackSubmit")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
