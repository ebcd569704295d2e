import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { shareOf } from "~/terms/share";
import { Stat, StatRow } from "~/ui/page";
import type { ProjectIdentity } from "../projects/identity.queries.server";
import type { ProjectMoney } from "../rules/project-money";

type MoneyStatsProps = { money: ProjectMoney; identity: ProjectIdentity; hasEnded: boolean };

/** Granted, spent, remaining and own hours: what a project's page is opened for. */
export function MoneyStats({ money, identity, hasEnded }: MoneyStatsProps) {
  const t = useT();
  const { formatTkr, formatPercent, formatHours } = useFormat();
  const { paid, ownHours, totals } = money;
  const funders = [...new Set(identity.grants.map(({ funder }) => funder))];
  return (
    <StatRow>
      <Stat
        label={t("funding.stat.granted")}
        value={identity.grantedOre === null ? "–" : formatTkr(identity.grantedOre)}
        note={identity.grantedOre === null ? t("funding.stat.notGranted") : funders.join(", ")}
      />
      <Stat
        label={t("funding.stat.spent")}
        value={formatTkr(paid.accumulatedOre)}
        note={t("funding.stat.spentNote", {
          share: formatPercent(shareOf(paid.accumulatedOre, paid.budgetOre)),
          budget: formatTkr(paid.budgetOre),
        })}
      />
      <Stat
        label={t(hasEnded ? "funding.varianceOre" : "funding.remainingOre")}
        value={formatTkr(paid.remainingOre)}
        tone={paid.remainingOre < 0 ? "danger" : undefined}
        note={t(remainingNote(paid, hasEnded), {
          committed: formatTkr(paid.committedOre),
          available: formatTkr(paid.availableOre),
        })}
      />
      <Stat
        label={t("funding.stat.ownHours")}
        value={formatHours(ownHours.accumulatedMinutes)}
        note={t("funding.stat.ownHoursNote", {
          amount: formatTkr(ownHours.accumulatedOre),
          share: formatPercent(shareOf(ownHours.accumulatedOre, totals.accumulatedOre)),
        })}
      />
    </StatRow>
  );
}

function remainingNote({ remainingOre }: ProjectMoney["paid"], hasEnded: boolean) {
  if (hasEnded) return remainingOre < 0 ? "funding.stat.overspent" : "funding.stat.unused";
  return remainingOre < 0 ? "funding.stat.overspentNote" : "funding.stat.remainingNote";
}
