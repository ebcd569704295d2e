import { formatsOf } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import type { Report } from "../rules/report";

/** What a report tells before anything else: how much of the grant, or of the budget, is spent. */
export function reportFinding(
  { report, project, grantUse, money }: Report,
  speech: Speech,
): string {
  const { t, language } = speech;
  const { formatPercent } = formatsOf(language);
  const values = { kind: t(`reports.kind.${report.kind}`), code: project.code };
  if (grantUse.share !== null) {
    return t("reports.finding.grant", { ...values, share: formatPercent(grantUse.share) });
  }
  const { paid } = money;
  if (paid.budgetOre === 0) return t("reports.finding.noBudget", values);
  const share = formatPercent(paid.accumulatedOre / paid.budgetOre);
  return t("reports.finding.budget", { ...values, share });
}
