import { useT } from "~/i18n/context";
import { FormActions, FormErrors, SubmissionId, SubmitButton, TextArea } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Disclosure } from "~/ui/page";
import { decisionHref } from "./approvals-href";
import { stateFor, type DecisionFormProps } from "./approve-form";
import { wordMax } from "../records/training-limits";

/** A manager's not yet: back to who logged it, with what is missing. */
export function ReturnForm({
  record,
  submissionId,
  unitId,
  state,
}: Omit<DecisionFormProps, "competences">) {
  const t = useT();
  const formState = stateFor(`return-${record.id}`, state);
  return (
    <Disclosure summary={t("training.return.summary")} open={state !== undefined}>
      <Form
        method="post"
        action={decisionHref("return", record.id, unitId)}
        className="form"
        noValidate
      >
        <FormErrors errors={formState.errors} formId={formState.formId} />
        <SubmissionId value={submissionId} />
        <input type="hidden" name="seenAt" value={record.submittedAt} />
        <TextArea
          name="word"
          label={t("training.return.word")}
          hint={t("training.return.wordHint")}
          rows={2}
          maxLength={wordMax}
          required
          state={formState}
        />
        <FormActions>
          <SubmitButton variant="secondary">{t("training.return.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
