import { useLanguage, useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { shareOf } from "~/terms/share";
import { Stat, StatRow } from "~/ui/page";
import type { ProjectIdentity } from "../projects/identity.queries.server";
import { ownHoursWorth } from "../own-hours/own-hours-worth";
import type { ProjectMoney } from "../rules/project-money";

type MoneyStatsProps = { money: ProjectMoney; identity: ProjectIdentity; hasEnded: boolean };

/** Granted, spent, remaining and own hours: what a project's page is opened for. */
export function MoneyStats({ money, identity, hasEnded }: MoneyStatsProps) {
  const [t, language] = [useT(), useLanguage()];
  const { formatTkr, formatPercent, formatHours } = useFormat();
  const { paid, ownHours, totals } = money;
  const ofBudget = shareOf(paid.accumulatedOre, paid.budgetOre);
  const grants = identity.grants.map(({ title }) => title);
  return (
    <StatRow>
      <Stat
        label={t("funding.stat.granted")}
        value={identity.grantedOre === null ? "–" : formatTkr(identity.grantedOre)}
        note={identity.grantedOre === null ? t("funding.stat.notGranted") : grants.join("; ")}
      />
      <Stat
        label={t("funding.stat.spent")}
        value={formatTkr(paid.accumulatedOre)}
        note={
          ofBudget
            ? t("funding.stat.spentNote", {
                share: formatPercent(ofBudget),
                budget: formatTkr(paid.budgetOre),
              })
            : t("funding.stat.noBudget")
        }
      />
      <Stat
        label={t(hasEnded ? "funding.varianceOre" : "funding.remainingOre")}
        value={paid.budgetOre === 0 ? "–" : formatTkr(paid.remainingOre)}
        tone={paid.budgetOre !== 0 && paid.remainingOre < 0 ? "danger" : undefined}
        note={t(remainingNote(paid, hasEnded), {
          committed: formatTkr(paid.committedOre),
          available: formatTkr(paid.availableOre),
        })}
      />
      <Stat
        label={t("funding.stat.ownHours")}
        value={formatHours(ownHours.accumulatedMinutes)}
        note={ownHoursWorth({ ownHours, totals }, { t, language })}
      />
    </StatRow>
  );
}

function remainingNote({ budgetOre, remainingOre }: ProjectMoney["paid"], hasEnded: boolean) {
  if (budgetOre === 0) return "funding.stat.noBudget";
  if (hasEnded) return remainingOre < 0 ? "funding.stat.overspent" : "funding.stat.unused";
  return remainingOre < 0 ? "funding.stat.overspentNote" : "funding.stat.remainingNote";
}
