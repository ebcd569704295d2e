import { formatsOf } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import { shareOf } from "~/terms/share";
import type { Report } from "../rules/report";

/**
 * What a report tells before anything else: how much of the grant is spent; of the budget, where
 * there are several grants or none that is granted.
 */
export function reportFinding(
  { report, project, grantUse, money }: Report,
  speech: Speech,
): string {
  const { t, language } = speech;
  const { formatPercent } = formatsOf(language);
  const values = { kind: t(`reports.kind.${report.kind}`), code: project.code };
  const [grant] = grantUse;
  const ofGrant = grantUse.length === 1 && shareOf(grant?.spentOre ?? 0, grant?.grantedOre ?? 0);
  if (ofGrant) return t("reports.finding.grant", { ...values, share: formatPercent(ofGrant) });
  const ofBudget = shareOf(money.paid.accumulatedOre, money.paid.budgetOre);
  if (!ofBudget) return t("reports.finding.noBudget", values);
  return t("reports.finding.budget", { ...values, share: formatPercent(ofBudget) });
}
