import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { sinceAlways, type IsoDate } from "~/terms/day";
import { covers } from "~/terms/period";
import { CheckboxGroup, type FormState } from "~/ui/form";
import type { HandOverFormView } from "./hand-over-form.queries.server";

type ElementsOfDayProps = {
  /** Of whatever day. */
  elements: NonNullable<HandOverFormView["chosen"]>["elements"];
  /** The day that the hand-over was held. */
  day: IsoDate;
  /** Ticked unless the form has been sent once. */
  delivered: string[] | undefined;
  state: FormState | undefined;
};

/** What the method consisted of on a day. Where that has changed it says of which day. */
export function ElementsOfDay({ elements, day, delivered, state }: ElementsOfDayProps) {
  const t = useT();
  const { formatDate } = useFormat();
  const ofDay = elements.filter((element) => covers(element, day));
  const haveChanged = elements.some(
    ({ startsOn, endsBefore }) => startsOn > sinceAlways || endsBefore !== null,
  );
  const date = formatDate(day);
  if (ofDay.length === 0) {
    return (
      <p className="soft">
        {t(elements.length === 0 ? "cascade.enter.noElements" : "cascade.enter.noElementsThen", {
          date,
        })}
      </p>
    );
  }
  return (
    <CheckboxGroup
      name="elements"
      label={t("cascade.enter.elements")}
      hint={haveChanged && t("cascade.enter.elementsOfDay", { date })}
      options={ofDay.map(({ id, name }) => ({ value: id, label: name }))}
      defaultValues={delivered}
      state={state}
    />
  );
}
