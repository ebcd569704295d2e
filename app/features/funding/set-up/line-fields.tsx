import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import {
  DateField,
  MoneyField,
  RadioGroup,
  SelectField,
  TextField,
  type FormState,
} from "~/ui/form";
import { Section } from "~/ui/page";
import { AskedChange } from "../reported/asked-change";
import type { LineFormView } from "./line-form.queries.server";

const budgetSince = ["decided", "start"] as const;
const financings = ["grant", "cash", "in_kind"] as const;

/** A budget line, and its budget: one row a period. */
export function LineFields({ view, state }: { view: LineFormView; state: FormState }) {
  const t = useT();
  const { grants, categories, rowCount, changes } = view;
  const since = view.isFirstBudget ? "sinceFirst" : "sinceChange";
  return (
    <>
      <TextField
        name="costCategory"
        label={t("funding.costCategory")}
        hint={
          categories.length > 0
            ? t("funding.setUp.lines.categoryHint", { categories: categories.join(", ") })
            : undefined
        }
        required
        state={state}
      />
      <TextField
        name="name"
        label={t("funding.line")}
        hint={t("funding.setUp.lines.nameHint")}
        required
        state={state}
      />
      <RadioGroup
        name="financing"
        label={t("funding.financingCaption")}
        layout="row"
        options={financings.map((value) => ({ value, label: t(`funding.financing.${value}`) }))}
        required
        state={state}
      />
      {grants.length > 0 && (
        <SelectField
          name="grantId"
          label={t("funding.setUp.lines.grant")}
          hint={t("funding.setUp.lines.grantHint")}
          options={grants.map(({ id, label }) => ({ value: id, label }))}
          placeholder={t("funding.setUp.lines.noGrant")}
          state={state}
        />
      )}
      <TextField
        name="accounts"
        label={t("funding.setUp.lines.accounts")}
        hint={t("funding.setUp.lines.accountsHint")}
        state={state}
      />
      <Section title={t("funding.budgetOre")} lead={t("funding.setUp.lines.budgetLead")}>
        {Array.from({ length: rowCount }, (_, number) => (
          <PeriodRow key={number} number={number} state={state} />
        ))}
        <RadioGroup
          name="budgetSince"
          label={t("funding.setUp.lines.since")}
          options={budgetSince.map((value) => ({
            value,
            label: t(`funding.setUp.lines.${since}.${value}`),
            hint: t(`funding.setUp.lines.${since}.${value}Hint`),
          }))}
          required
          state={state}
        />
        <DateField
          name="decidedOn"
          label={t("funding.setUp.lines.decidedOn")}
          hint={t("funding.setUp.lines.decidedOnHint")}
          state={state}
        />
        <BudgetChanges changes={changes} />
      </Section>
      <AskedChange state={state} label={t("funding.touched.agree")} />
    </>
  );
}

/** How the budget has come to be what it is. */
function BudgetChanges({ changes }: Pick<LineFormView, "changes">) {
  const t = useT();
  const { formatDate, formatKronor } = useFormat();
  if (changes.length === 0) return null;
  return (
    <ul>
      {changes.map(({ on, isCorrection, beforeOre, afterOre }, index) => (
        <li key={index}>
          {t(`funding.setUp.lines.${isCorrection ? "corrected" : "changed"}`, {
            date: formatDate(on),
            before: formatKronor(beforeOre),
            after: formatKronor(afterOre),
          })}
        </li>
      ))}
    </ul>
  );
}

function PeriodRow({ number, state }: { number: number; state: FormState }) {
  const t = useT();
  const isFirst = number === 0;
  return (
    <fieldset className="form-row">
      <legend className="visually-hidden">
        {t("funding.setUp.lines.period", { number: number + 1 })}
      </legend>
      <DateField
        name={`startsOn${number}`}
        label={t("funding.firstDay")}
        required={isFirst}
        state={state}
      />
      <DateField
        name={`endsOn${number}`}
        label={t("funding.lastDay")}
        required={isFirst}
        state={state}
      />
      <MoneyField
        name={`amountOre${number}`}
        label={t("funding.amount")}
        required={isFirst}
        state={state}
      />
    </fieldset>
  );
}
