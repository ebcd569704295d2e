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
import type { RecordDetails } from "../records/record-details.server";
import { voucherName } from "../records/voucher-name";
import { wordMax } from "../records/training-limits";

type TakeBackFormProps = {
  record: RecordDetails;
  submissionId: string;
  state: FormState | undefined;
};

/**
 * A manager takes an approval back, with a reason: the level and the logged cost go back with it, an
 * invoice of the ledger stays.
 */
export function TakeBackForm({ record, submissionId, state }: TakeBackFormProps) {
  const t = useT();
  const { id, payment } = record;
  const invoices = payment?.invoices ?? [];
  const formState = stateFor(`take-back-${id}`, state);
  return (
    <Disclosure summary={t("training.record.takeBack")} open={state !== undefined}>
      <p>{t("training.record.takeBackText")}</p>
      {invoices.length > 0 && (
        <p>
          {t("training.record.takeBackInvoice", { voucher: invoices.map(voucherName).join(", ") })}
        </p>
      )}
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
