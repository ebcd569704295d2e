import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import {
  FormActions,
  FormErrors,
  SelectField,
  SubmissionId,
  SubmitButton,
  type FormState,
} from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink, Card, DescriptionList } from "~/ui/page";
import type { CostRow, LineChoice } from "./costs.queries.server";
import { lineTitle } from "../rules/line-title";

type PlaceCostFormProps = {
  code: string;
  cost: CostRow;
  lines: LineChoice[];
  submissionId: string;
  state: FormState | undefined;
};

/** One cost, and the budget line that it belongs to. */
export function PlaceCostForm({ code, cost, lines, submissionId, state }: PlaceCostFormProps) {
  const t = useT();
  const { formatDate, formatKronor } = useFormat();
  const { voucher } = cost;
  return (
    <>
      <Card>
        <DescriptionList
          items={[
            { term: t("funding.costs.bookedOn"), value: formatDate(cost.bookedOn) },
            {
              term: t("funding.costs.voucher"),
              value: voucher ? `${voucher.series} ${voucher.number}` : "–",
            },
            { term: t("funding.costs.account"), value: cost.account ?? "–" },
            { term: t("funding.costs.text"), value: cost.text || t("funding.costs.noText") },
            { term: t("funding.amount"), value: formatKronor(cost.amountOre, { withOre: true }) },
          ]}
        />
      </Card>
      <Form method="post" className="form" noValidate>
        <FormErrors errors={state?.errors} />
        <SubmissionId value={submissionId} />
        <SelectField
          name="budgetLineId"
          label={t("funding.line")}
          hint={t("funding.place.hint")}
          required
          options={lines.map((line) => ({ value: line.id, label: lineTitle(line) }))}
          state={state}
        />
        <FormActions>
          <SubmitButton>{t("funding.place.submit")}</SubmitButton>
          <ButtonLink to={`/projects/${code}/costs?line=unplaced`} variant="quiet">
            {t("ui.form.cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
