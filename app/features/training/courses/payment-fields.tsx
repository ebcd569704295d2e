import { useEffect, useState } from "react";
import { typedKronor } from "~/formats/typed-numbers";
import { useLanguage, useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { dayBefore } from "~/terms/day";
import { MoneyField, SelectField, type FormState, type SelectGroup } from "~/ui/form";
import { Disclosure } from "~/ui/page";
import type { FundableLine } from "./fundable-lines.queries.server";
import type { CourseDraft } from "./log-form.queries.server";

type PaymentFieldsProps = {
  lines: FundableLine[];
  /** The course's day, `YYYY-MM-DD`, as far as it has been typed. */
  heldOn: string;
  draft: CourseDraft | undefined;
  state: FormState | undefined;
};

/** What the course cost and the line that paid: out of the way, since most courses are free. */
export function PaymentFields({ lines, heldOn, draft, state }: PaymentFieldsProps) {
  const t = useT();
  const language = useLanguage();
  const { formatKronor, formatDate } = useFormat();
  const isBrowser = useIsBrowser();
  const isOpen = Boolean(draft?.costOre ?? state?.values.cost ?? state?.values.budgetLineId);
  const offered = isBrowser ? lines.filter((line) => runsOn(line, heldOn)) : lines;

  return (
    <Disclosure
      summary={t("training.log.payment")}
      open={isOpen || Boolean(state?.errors.cost ?? state?.errors.budgetLineId)}
    >
      <div className="stack">
        <MoneyField
          name="cost"
          label={t("training.log.cost")}
          hint={t("training.log.costHint")}
          defaultValue={
            draft?.costOre === null || draft?.costOre === undefined
              ? undefined
              : typedKronor(draft.costOre, language)
          }
          state={state}
        />
        <SelectField
          name="budgetLineId"
          label={t("training.log.line")}
          hint={lines.length === 0 ? t("training.log.noLines") : t("training.log.lineHint")}
          placeholder={t("training.log.lineNone")}
          options={groupsOf(offered)}
          defaultValue={draft?.budgetLineId ?? undefined}
          state={state}
        />
      </div>
    </Disclosure>
  );

  function groupsOf(shown: FundableLine[]): SelectGroup[] {
    const groups = new Map<string, SelectGroup>();
    for (const line of shown) {
      const group = groups.get(line.projectId) ?? { label: labelOf(line), options: [] };
      group.options.push({
        value: line.id,
        label: t("training.log.lineOption", {
          category: line.costCategory,
          line: line.name,
          available: formatKronor(line.availableOre),
        }),
      });
      groups.set(line.projectId, group);
    }
    return [...groups.values()];
  }

  function labelOf({ projectName, startsOn, endsBefore }: FundableLine) {
    return t("training.log.lineGroup", {
      project: projectName,
      from: formatDate(startsOn),
      until: formatDate(dayBefore(endsBefore)),
    });
  }
}

function runsOn({ startsOn, endsBefore }: FundableLine, day: string): boolean {
  return day === "" || (startsOn <= day && day < endsBefore);
}

/**
 * Without scripts the list can't follow the day that is typed: it then holds every project, and
 * the server says so where one didn't run that day.
 */
function useIsBrowser(): boolean {
  const [isBrowser, setIsBrowser] = useState(false);
  useEffect(() => setIsBrowser(true), []);
  return isBrowser;
}
