import { useLanguage, useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { shareOf } from "~/terms/share";
import { Link } from "~/ui/navigation";
import { Stat, StatRow } from "~/ui/page";
import { ownHoursHref } from "../own-hours/own-hours-href";
import { ownHoursWorth } from "../own-hours/own-hours-worth";
import { commitmentsHref } from "./commitments-href";
import { paidKey } from "../rules/payer-key";
import { projectRowsHref } from "./project-rows-href";
import type { ProjectMoney } from "../rules/project-money";

type MoneyStatsProps = {
  money: ProjectMoney;
  hasEnded: boolean;
  code: string;
};

/** Granted, spent, remaining and own hours, each of which opens to its rows: what a project's page is opened for. */
export function MoneyStats({ money, hasEnded, code }: MoneyStatsProps) {
  const [t, language] = [useT(), useLanguage()];
  const { formatTkr, formatPercent, formatHours } = useFormat();
  const { paid, ownHours, totals } = money;
  const ofBudget = shareOf(paid.accumulatedOre, paid.budgetOre);
  const granted = money.grants.filter(({ grantedOre }) => grantedOre !== null);
  const grantedOre = granted.reduce((sum, grant) => sum + (grant.grantedOre ?? 0), 0);
  return (
    <StatRow>
      <Stat
        label={t("funding.stat.granted")}
        value={granted.length === 0 ? "–" : <a href="#grants">{formatTkr(grantedOre)}</a>}
        note={
          granted.length === 0
            ? t("funding.stat.notGranted")
            : granted.map(({ title }) => title).join("; ")
        }
      />
      <Stat
        label={t("funding.stat.spent")}
        value={
          <Link to={`/projects/${code}/costs`}>
            {formatTkr(paid.accumulatedOre, { of: paid.budgetOre })}
          </Link>
        }
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
        value={
          paid.budgetOre === 0 ? (
            "–"
          ) : (
            <Link to={projectRowsHref(code, { under: paidKey, kind: "left" })}>
              {formatTkr(paid.remainingOre, { of: paid.budgetOre })}
            </Link>
          )
        }
        tone={paid.budgetOre !== 0 && paid.remainingOre < 0 ? "danger" : undefined}
        note={
          <>
            {t(remainingNote(paid, hasEnded), {
              committed: formatTkr(paid.committedOre),
              available: formatTkr(paid.availableOre),
            })}
            {paid.committedOre > 0 && (
              <>
                {" "}
                <Link to={commitmentsHref(code)}>{t("funding.stat.committedRows")}</Link>
              </>
            )}
          </>
        }
      />
      <Stat
        label={t("funding.stat.ownHours")}
        value={<Link to={ownHoursHref(code, {})}>{formatHours(ownHours.accumulatedMinutes)}</Link>}
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
