import { useT } from "~/i18n/context";
import {
  DateField,
  MoneyField,
  RadioGroup,
  SelectField,
  TextField,
  type FormState,
} from "~/ui/form";
import { Section } from "~/ui/page";
import type { LineFormView } from "./line-form.queries.server";

const financings = ["grant", "cash", "in-kind"] as const;

/** A budget line, and its budget: one row a period. */
export function LineFields({ view, state }: { view: LineFormView; state: FormState }) {
  const t = useT();
  const { grants, categories, rowCount } = view;
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
      </Section>
    </>
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
