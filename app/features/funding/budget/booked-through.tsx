import { useLanguage, useT } from "~/i18n/context";
import { formatsOf } from "~/i18n/format";
import type { IsoDate } from "~/terms/day";
import type { Speech } from "~/i18n/translator";

/** Until when the ledger is known, in words: beside each figure that depends on it. */
export function bookedThroughText(bookedThrough: IsoDate | null, { t, language }: Speech): string {
  return bookedThrough === null
    ? t("funding.nothingBooked")
    : t("funding.bookedThrough", { date: formatsOf(language).formatDate(bookedThrough) });
}

/** Over a plan that what is booked is compared with: the ledger's, and that of own hours. */
export function planHeader(
  { plannedThrough, hoursPlannedThrough: hours }: PlanDays,
  { t, language }: Speech,
): string {
  const { formatDate } = formatsOf(language);
  const date = formatDate(plannedThrough);
  return hours === null || hours === plannedThrough
    ? t("funding.planThrough", { date })
    : t("funding.planThroughBoth", { date, hours: formatDate(hours) });
}

type PlanDays = { plannedThrough: IsoDate; hoursPlannedThrough: IsoDate | null };

export function BookedThrough({ bookedThrough }: { bookedThrough: IsoDate | null }) {
  const [t, language] = [useT(), useLanguage()];
  return <p className="soft">{bookedThroughText(bookedThrough, { t, language })}</p>;
}
