import { useEffect, useState } from "react";
import type { FundableLine } from "~/features/funding/budget/fundable-lines.queries.server";
import { bookedThroughText } from "~/features/funding/budget/booked-through";
import { defaultLineOf } from "~/features/funding/rules/default-line";
import { typedKronor } from "~/formats/typed-numbers";
import { useLanguage, useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { dayBefore } from "~/terms/day";
import { MoneyField, SelectField, type FormState, type SelectGroup } from "~/ui/form";
import { Link } from "~/ui/navigation";
import { Disclosure } from "~/ui/page";
import type { CourseDraft } from "./log-form.queries.server";
import { ofDay } from "./of-day";

type PaymentFieldsProps = {
  lines: FundableLine[];
  /** The day that the lines are those of. */
  day: string;
  /** The course's day, `YYYY-MM-DD`, as far as it has been typed. */
  heldOn: string;
  /** The last day of which a line is left out because its grant is closed. */
  closedOn: string | null;
  draft: CourseDraft | undefined;
  state: FormState | undefined;
};

/** What the course cost and the line that paid: out of the way, since most courses are free. */
export function PaymentFields(props: PaymentFieldsProps) {
  const { lines, day, heldOn, closedOn, draft, state } = props;
  const t = useT();
  const language = useLanguage();
  const { formatKronor, formatDate } = useFormat();
  const isBrowser = useIsBrowser();
  const isOpen = Boolean(draft?.costOre ?? state?.values.cost ?? state?.values.budgetLineId);
  const running = isBrowser ? lines.filter((line) => runsOn(line, heldOn)) : lines;
  // Those whose budget has the day come first in their project.
  const offered = running.toSorted((a, b) => Number(b.isPlanned) - Number(a.isPlanned));
  const presumed =
    state?.values.cost && state.values.heldOn === day ? defaultLineOf(offered) : null;
  const chosen = state?.values.budgetLineId;

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
          state={
            state && presumed && !chosen
              ? { ...state, values: { ...state.values, budgetLineId: presumed.id } }
              : state
          }
        />
        {!isBrowser && closedOn !== null && (
          <p className="field-hint">
            {t("training.log.closedGrants")}{" "}
            <Link to={ofDay(closedOn, draft?.replaces)}>
              {t("training.log.linesOf", { date: formatDate(closedOn) })}
            </Link>
          </p>
        )}
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

  function labelOf({ projectName, startsOn, endsBefore, bookedThrough }: FundableLine) {
    return t("training.log.lineGroup", {
      project: projectName,
      from: formatDate(startsOn),
      until: formatDate(dayBefore(endsBefore)),
      booked: bookedThroughText(bookedThrough, { t, language }),
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
