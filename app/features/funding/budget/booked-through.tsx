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

/** Over a plan that the ledger is compared with. */
export function planHeader(
  { plannedThrough }: { plannedThrough: IsoDate },
  { t, language }: Speech,
): string {
  const date = formatsOf(language).formatDate(plannedThrough);
  return t("funding.planThrough", { date });
}

export function BookedThrough({ bookedThrough }: { bookedThrough: IsoDate | null }) {
  const [t, language] = [useT(), useLanguage()];
  return <p className="soft">{bookedThroughText(bookedThrough, { t, language })}</p>;
}
