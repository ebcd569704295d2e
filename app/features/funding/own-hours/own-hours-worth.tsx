import { formatsOf } from "~/i18n/format";
import { shareOf } from "~/terms/share";
import type { Speech } from "~/i18n/translator";

type Worth = { ownHours: { accumulatedOre: number }; totals: { accumulatedOre: number } };

/** What own hours are worth, and how much of all that was spent; no share of nothing. */
export function ownHoursWorth({ ownHours, totals }: Worth, { t, language }: Speech): string {
  const { formatTkr, formatPercent } = formatsOf(language);
  const amount = formatTkr(ownHours.accumulatedOre);
  const share = shareOf(ownHours.accumulatedOre, totals.accumulatedOre);
  if (!share) return t("funding.stat.ownHoursWorth", { amount });
  return t("funding.stat.ownHoursNote", { amount, share: formatPercent(share) });
}
