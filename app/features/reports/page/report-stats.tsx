import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { shareOf } from "~/terms/share";
import { Stat, StatRow } from "~/ui/page";
import type { Report } from "../rules/report";

/** What the funder looks for first. */
export function ReportStats({ report }: { report: Report }) {
  const t = useT();
  const { formatTkr, formatPercent, formatHours, formatNumber } = useFormat();
  const { grantUse, money, ownHours, training, cascade, periodHasEnded } = report;
  const { paid, totals } = money;
  return (
    <StatRow>
      <Stat
        label={t("reports.summary.spent")}
        value={formatTkr(grantUse.spentOre)}
        note={t("reports.stat.ofGrant", { granted: formatTkr(grantUse.grantedOre) })}
      />
      <Stat
        label={t(periodHasEnded ? "reports.stat.variance" : "reports.stat.remaining")}
        value={formatTkr(paid.remainingOre)}
        tone={paid.remainingOre < 0 ? "danger" : undefined}
        note={t("reports.stat.ofBudget", { budget: formatTkr(paid.budgetOre) })}
      />
      <Stat
        label={t("funding.stat.ownHours")}
        value={formatHours(ownHours.accumulatedMinutes)}
        note={t("funding.stat.ownHoursNote", {
          amount: formatTkr(ownHours.accumulatedOre),
          share: formatPercent(shareOf(ownHours.accumulatedOre, totals.accumulatedOre)),
        })}
      />
      <Stat
        label={t("reports.stat.trained")}
        value={formatNumber(training.trainedPeople.accumulated)}
        note={t("reports.stat.trainedNote", {
          count: training.trainedPeople.thisPeriod,
          reach: cascade.reachPercent === null ? "–" : formatPercent(cascade.reachPercent / 100),
        })}
      />
    </StatRow>
  );
}
