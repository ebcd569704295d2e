import type { CompetenceOption } from "~/features/competence/catalogue/competences.queries.server";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { levels } from "~/terms/level";
import {
  AskedAgain,
  Checkbox,
  DateField,
  FormActions,
  FormErrors,
  FormRow,
  NumberField,
  RadioGroup,
  SelectField,
  SubmissionId,
  SubmitButton,
  TextArea,
  type FormState,
} from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Disclosure } from "~/ui/page";
import { decisionHref } from "./approvals-href";
import { offeredIn } from "./offered-invoices";
import type { RecordDetails } from "../records/record-details.server";
import { voucherName } from "../records/voucher-name";
import { wordMax } from "../records/training-limits";

export type DecisionFormProps = {
  record: RecordDetails;
  competences: CompetenceOption[];
  submissionId: string;
  /** The unit whose queue it stands in. */
  unitId?: string | undefined;
  state?: FormState | undefined;
};

/** A manager's yes: the level it confirms, and what the person is to do with the knowledge. */
export function ApproveForm({
  record,
  competences,
  submissionId,
  unitId,
  state,
}: DecisionFormProps) {
  const t = useT();
  const formState = stateFor(`approve-${record.id}`, state);
  const preset = record.claimedLevel ?? record.courseLevel;
  const plansOpen = Boolean(formState.values.planColleagues ?? formState.values.planDueOn);
  return (
    <Form
      method="post"
      action={decisionHref("approve", record.id, unitId)}
      className="form"
      noValidate
    >
      <FormErrors errors={formState.errors} formId={formState.formId} />
      <SubmissionId value={submissionId} />
      <input type="hidden" name="seenAt" value={record.submittedAt} />
      {record.competence === null && (
        <SelectField
          name="competenceId"
          label={t("training.approve.competence")}
          placeholder={t("training.approve.competenceNone")}
          options={competences.map(({ id, name }) => ({ value: id, label: name }))}
          state={formState}
        />
      )}
      <RadioGroup
        name="level"
        label={t("training.approve.level")}
        hint={t("training.approve.levelHint")}
        layout="row"
        options={levels.map((level) => ({
          value: String(level),
          label: t("competence.levelWords", { level, name: t(`ui.level.l${level}`) }),
        }))}
        defaultValue={preset?.toString()}
        required={record.competence !== null}
        state={formState}
      />
      <Checkbox name="observed" label={t("training.approve.observed")} state={formState} />
      <input
        type="hidden"
        name="offered"
        value={formState.values.offered ?? offeredIn(record.payment?.inLedger ?? [])}
      />
      <InvoiceField twins={record.payment?.inLedger ?? []} state={formState} />
      <TextArea
        name="word"
        label={t("training.approve.word")}
        rows={2}
        maxLength={wordMax}
        state={formState}
      />
      <Disclosure summary={t("training.approve.plan")} open={plansOpen}>
        <FormRow>
          <NumberField
            name="planColleagues"
            label={t("training.approve.planColleagues")}
            whole
            state={formState}
          />
          <DateField name="planDueOn" label={t("training.approve.planDueOn")} state={formState} />
        </FormRow>
      </Disclosure>
      <AskedAgain state={formState} label={t("training.approve.agree")} />
      <FormActions>
        <SubmitButton>{t("training.approve.submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}

/** Fields of several forms on one page are told apart by the form's id. */
export function stateFor(formId: string, state: FormState | undefined): FormState {
  return { values: {}, errors: {}, ...state, formId };
}

type Invoices = NonNullable<RecordDetails["payment"]>["inLedger"];

/** Which of the ledger's rows is the course's invoice, if any is. */
function InvoiceField({ twins, state }: { twins: Invoices; state: FormState }) {
  const t = useT();
  const { formatDate } = useFormat();
  const [first, ...others] = twins;
  if (!first) return null;
  const hint = t("training.approve.invoiceHint");
  if (others.length === 0) {
    const label = t("training.approve.invoice", { voucher: voucherName(first) });
    return <Checkbox name="invoice" value={first.costId} {...{ label, hint, state }} />;
  }
  return (
    <RadioGroup
      {...{ name: "invoice", hint, state }}
      label={t("training.approve.invoices")}
      options={[
        ...twins.map((twin) => ({
          value: twin.costId,
          label: t("training.approve.oneInvoice", {
            voucher: voucherName(twin),
            date: formatDate(twin.bookedOn),
          }),
        })),
        { value: "", label: t("training.approve.noInvoice") },
      ]}
      defaultValue=""
    />
  );
}
