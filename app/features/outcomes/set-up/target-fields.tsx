import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DateField, FormRow, NumberField, RadioGroup, type FormState } from "~/ui/form";
import { Disclosure, Section } from "~/ui/page";
import { sinceAlways } from "~/terms/day";
import type { DecidedTarget } from "../rules/targets";
import { formatValue } from "../outcome-chart";
import type { IndicatorFormView } from "./indicator-form.queries.server";
import { targetsSince } from "./indicator-choices";

type TargetFieldsProps = { view: IndicatorFormView; state: FormState };

/** An indicator's dated targets, and from when they hold. */
export function TargetFields({ view, state }: TargetFieldsProps) {
  const t = useT();
  const { id, rowCount, today, earlierTargets } = view;
  const words = id === null ? "sinceFirst" : "sinceChange";
  return (
    <Section title={t("outcomes.form.targets")} lead={t("outcomes.form.targetsLead")}>
      {Array.from({ length: rowCount }, (_, number) => (
        <FormRow key={number}>
          <NumberField name={`target${number}`} label={t("outcomes.target")} state={state} />
          <DateField name={`dueOn${number}`} label={t("outcomes.dueOn")} state={state} />
        </FormRow>
      ))}
      <RadioGroup
        name="targetsSince"
        label={t("outcomes.form.since")}
        options={targetsSince.map((value) => ({
          value,
          label: t(`outcomes.form.${words}.${value}`),
          hint: t(`outcomes.form.${words}.${value}Hint`),
        }))}
        required
        state={state}
      />
      <DateField
        name="decidedOn"
        label={t("outcomes.form.decidedOn")}
        hint={t("outcomes.form.decidedOnHint")}
        max={today}
        state={state}
      />
      {earlierTargets.length > 0 && <EarlierTargets targets={earlierTargets} />}
    </Section>
  );
}

function EarlierTargets({ targets }: { targets: DecidedTarget[] }) {
  const t = useT();
  const formats = useFormat();
  const { formatDate } = formats;
  return (
    <Disclosure summary={t("outcomes.form.earlierTargets", { count: targets.length })}>
      <ul>
        {targets.map(({ dueOn, value, decidedOn, replacedOn }) => (
          <li key={`${dueOn} ${decidedOn}`}>
            {t(`outcomes.form.${decidedOn === sinceAlways ? "earlierAlways" : "earlierFrom"}`, {
              value: formatValue(value, formats),
              due: formatDate(dueOn),
              from: formatDate(decidedOn),
              until: formatDate(replacedOn ?? decidedOn),
            })}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
