import { useSpeech } from "~/i18n/context";
import { formatDate, formatMonth } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import type { IsoDate } from "~/terms/day";
import { lastDayOf, type Period } from "~/terms/period";

/** Writes a half-open period as people say it, from its first day to its last. */
export function usePeriod(): (period: Period) => string {
  const speech = useSpeech();
  return (period) => periodInWords(period, speech);
}

export function periodInWords(period: Period, speech: Speech): string {
  return fromTo(period, speech, formatDate);
}

/** Writes a half-open period by its first and last month: for lists. */
export function monthsInWords(period: Period, speech: Speech): string {
  return fromTo(period, speech, formatMonth);
}

function fromTo(
  period: Period,
  { t, language }: Speech,
  write: (day: IsoDate, language: Speech["language"]) => string,
): string {
  return t("funding.period", {
    from: write(period.startsOn, language),
    to: write(lastDayOf(period), language),
  });
}
