import { ownHoursWorth } from "~/features/funding/own-hours/own-hours-worth";
import { formatsOf } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import { shareOf } from "~/terms/share";
import type { WhichRows } from "../page/rows-href";
import type { Report } from "../rules/report";

/** A key figure in words. */
export type ReportStat = {
  /** Tells it apart; what the first versions have kept has none. */
  id?: string;
  label: string;
  value: string;
  note: string;
  /** Words of the note that lead to rows of their own. */
  opens?: (Pick<WhichRows, "when" | "from"> & { said: string; section: string; kind: string })[];
  tone?: "danger";
};

/** What the funder looks for first. */
export function reportStats(report: Report, speech: Speech): ReportStat[] {
  const { t, language } = speech;
  const { formatTkr, formatPercent, formatHours, formatNumber } = formatsOf(language);
  const { grantUse, money, ownHours, training, cascade, periodHasEnded } = report;
  const { startsOn } = report.report;
  const { paid, totals } = money;
  const reached = cascade.reachPercent === null ? null : shareOf(cascade.reachPercent, 100);
  const reach = t("reports.stat.reach", { reach: formatPercent(reached, { decimals: 1 }) });
  const came = t("reports.stat.new", { count: training.trainedPeople.thisPeriod });
  const active = t("reports.stat.active", { active: formatNumber(training.activePeople) });
  return [
    ...grantUse.map(({ grantId, title, spentOre, grantedOre }) => ({
      id: `spent ${grantId}`,
      label:
        grantUse.length > 1
          ? t("reports.stat.spentOf", { grant: title })
          : t("reports.summary.spent"),
      value: formatTkr(spentOre, { of: grantedOre ?? spentOre }),
      note:
        grantedOre === null
          ? t("reports.stat.notGranted")
          : t("reports.stat.ofGrant", { granted: formatTkr(grantedOre) }),
    })),
    {
      id: "remaining",
      label: t(periodHasEnded ? "reports.stat.variance" : "reports.stat.remaining"),
      value: paid.budgetOre === 0 ? "–" : formatTkr(paid.remainingOre, { of: paid.budgetOre }),
      tone: paid.budgetOre !== 0 && paid.remainingOre < 0 ? "danger" : undefined,
      note:
        paid.budgetOre === 0
          ? t("funding.stat.noBudget")
          : t("reports.stat.ofBudget", { budget: formatTkr(paid.budgetOre) }),
    },
    {
      id: "own-hours",
      label: t("funding.stat.ownHours"),
      value: formatHours(ownHours.accumulatedMinutes),
      note: ownHoursWorth({ ownHours, totals }, speech),
    },
    {
      id: "trained",
      label: t("reports.stat.trained"),
      value: formatNumber(training.trainedPeople.accumulated),
      note: `${t("reports.stat.trainedNote", { came, active })} ${reach}`,
      opens: [
        ...(training.trainedPeople.thisPeriod > 0
          ? [{ said: came, section: "training", kind: "trained", when: "this-period" as const }]
          : []),
        ...(training.activePeople > 0
          ? [{ said: active, section: "training", kind: "active", from: startsOn }]
          : []),
        ...(reached ? [{ said: reach, section: "cascade", kind: "reached" }] : []),
      ],
    },
  ];
}
