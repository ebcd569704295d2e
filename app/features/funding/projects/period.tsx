import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { dayBefore } from "~/terms/day";
import type { Period } from "~/terms/period";

/** Writes a half-open period by its first and last month: for lists. */
export function useMonths(): (period: Period) => string {
  const t = useT();
  const { formatMonth } = useFormat();
  return ({ startsOn, endsBefore }) =>
    t("funding.period", { from: formatMonth(startsOn), to: formatMonth(dayBefore(endsBefore)) });
}

/** Writes a half-open period as people say it, from its first day to its last. */
export function usePeriod(): (period: Period) => string {
  const t = useT();
  const { formatDate } = useFormat();
  return ({ startsOn, endsBefore }) =>
    t("funding.period", { from: formatDate(startsOn), to: formatDate(dayBefore(endsBefore)) });
}
