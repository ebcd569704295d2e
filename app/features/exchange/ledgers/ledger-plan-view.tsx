import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import type { FormState } from "~/ui/form";
import { EmptyState, Section, Stat, StatRow } from "~/ui/page";
import { ApplyLedgerForm } from "./apply-ledger-form";
import { PlanTables } from "./plan-tables";
import { PlanWarningList } from "./plan-warning-list";
import type { PlanPreview } from "./plan-preview.queries.server";

type Props = {
  plan: PlanPreview;
  companyName: string;
  fileWarnings: number;
  submissionId: string;
  state: FormState | undefined;
};

/** What importing would do: the figures, what to know, the button that does it, and the vouchers. */
export function LedgerPlanView({ plan, submissionId, state, ...file }: Props) {
  const t = useT();
  const { formatNumber, formatKronor } = useFormat();
  return (
    <>
      <Section title={t("exchange.ledger.plan")}>
        <StatRow>
          <Stat label={t("exchange.ledger.added")} value={formatNumber(plan.added.count)} />
          <Stat
            label={t("exchange.ledger.addedSum")}
            value={formatKronor(plan.addedSumOre, { withOre: true })}
          />
          <Stat label={t("exchange.ledger.same")} value={formatNumber(plan.sameCount)} />
          <Stat
            label={t("exchange.ledger.changed")}
            value={formatNumber(plan.changed.count)}
            tone={plan.changed.count > 0 ? "warning" : undefined}
          />
        </StatRow>
        <PlanWarningList plan={plan} {...file} />
        {plan.added.count === 0 ? (
          <EmptyState title={t("exchange.ledger.nothing")}>
            {t("exchange.ledger.nothingText")}
          </EmptyState>
        ) : (
          <ApplyLedgerForm plan={plan} submissionId={submissionId} state={state} />
        )}
      </Section>
      <PlanTables plan={plan} />
    </>
  );
}
