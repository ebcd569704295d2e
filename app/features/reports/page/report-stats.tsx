import { ownHoursWorth } from "~/features/funding/own-hours/own-hours-worth";
import { useLanguage, useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { shareOf } from "~/terms/share";
import { Stat, StatRow } from "~/ui/page";
import type { Report } from "../rules/report";

/** What the funder looks for first. */
export function ReportStats({ report }: { report: Report }) {
  const [t, language] = [useT(), useLanguage()];
  const { formatTkr, formatPercent, formatHours, formatNumber } = useFormat();
  const { grantUse, money, ownHours, training, cascade, periodHasEnded } = report;
  const { paid, totals } = money;
  return (
    <StatRow>
      {grantUse.map(({ title, spentOre, grantedOre }) => (
        <Stat
          key={title}
          label={
            grantUse.length > 1
              ? t("reports.stat.spentOf", { grant: title })
              : t("reports.summary.spent")
          }
          value={formatTkr(spentOre)}
          note={
            grantedOre === null
              ? t("reports.stat.notGranted")
              : t("reports.stat.ofGrant", { granted: formatTkr(grantedOre) })
          }
        />
      ))}
      <Stat
        label={t(periodHasEnded ? "reports.stat.variance" : "reports.stat.remaining")}
        value={formatTkr(paid.remainingOre)}
        tone={paid.remainingOre < 0 ? "danger" : undefined}
        note={t("reports.stat.ofBudget", { budget: formatTkr(paid.budgetOre) })}
      />
      <Stat
        label={t("funding.stat.ownHours")}
        value={formatHours(ownHours.accumulatedMinutes)}
        note={ownHoursWorth({ ownHours, totals }, { t, language })}
      />
      <Stat
        label={t("reports.stat.trained")}
        value={formatNumber(training.trainedPeople.accumulated)}
        note={t("reports.stat.trainedNote", {
          count: training.trainedPeople.thisPeriod,
          reach: formatPercent(
            cascade.reachPercent === null ? null : shareOf(cascade.reachPercent, 100),
            { decimals: 1 },
          ),
        })}
      />
    </StatRow>
  );
}
