import { formatsOf } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import { shareOf } from "~/terms/share";
import type { Report } from "../rules/report";

/** A key figure in words. */
export type ReportStat = { label: string; value: string; note: string; tone?: "danger" };

/** What the funder looks for first. */
export function reportStats(report: Report, { t, language }: Speech): ReportStat[] {
  const { formatTkr, formatPercent, formatHours, formatNumber } = formatsOf(language);
  const { grantUse, money, ownHours, training, cascade, periodHasEnded } = report;
  const { paid, totals } = money;
  return [
    {
      label: t("reports.summary.spent"),
      value: formatTkr(grantUse.spentOre),
      note: t("reports.stat.ofGrant", { granted: formatTkr(grantUse.grantedOre) }),
    },
    {
      label: t(periodHasEnded ? "reports.stat.variance" : "reports.stat.remaining"),
      value: formatTkr(paid.remainingOre),
      tone: paid.remainingOre < 0 ? "danger" : undefined,
      note: t("reports.stat.ofBudget", { budget: formatTkr(paid.budgetOre) }),
    },
    {
      label: t("funding.stat.ownHours"),
      value: formatHours(ownHours.accumulatedMinutes),
      note: t("funding.stat.ownHoursNote", {
        amount: formatTkr(ownHours.accumulatedOre),
        share: formatPercent(shareOf(ownHours.accumulatedOre, totals.accumulatedOre)),
      }),
    },
    {
      label: t("reports.stat.trained"),
      value: formatNumber(training.trainedPeople.accumulated),
      note: t("reports.stat.trainedNote", {
        count: training.trainedPeople.thisPeriod,
        reach: cascade.reachPercent === null ? "–" : formatPercent(cascade.reachPercent / 100),
      }),
    },
  ];
}
