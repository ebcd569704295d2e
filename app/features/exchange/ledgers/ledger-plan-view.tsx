import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import type { FormState } from "~/ui/form";
import { EmptyState, Notice, Section, Stat, StatRow } from "~/ui/page";
import { ApplyLedgerForm } from "./apply-ledger-form";
import { PlanTables } from "./plan-tables";
import { PlanWarningList } from "./plan-warning-list";
import { countAsked } from "./count-asked";
import type { PlanPreview } from "./plan-preview.queries.server";
import { voucherName } from "./voucher-name";

type Props = {
  plan: PlanPreview;
  fileWarnings: number;
  submissionId: string;
  state: FormState | undefined;
};

/** What importing would do: the figures, what to know, the button that does it, and the vouchers. */
export function LedgerPlanView({ plan, submissionId, state, fileWarnings }: Props) {
  const t = useT();
  const { formatNumber, formatKronor } = useFormat();
  const askedCount = countAsked(plan);
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
            label={t("exchange.ledger.left")}
            value={formatNumber(askedCount)}
            tone={askedCount > 0 ? "warning" : undefined}
          />
        </StatRow>
        <PlanWarningList plan={plan} fileWarnings={fileWarnings} />
        <Apply plan={plan} submissionId={submissionId} state={state} />
      </Section>
      <PlanTables plan={plan} />
    </>
  );
}

function Apply({ plan, submissionId, state }: Omit<Props, "fileWarnings">) {
  const t = useT();
  const { count, first } = plan.unbalancedHere;
  if (count > 0) {
    const names = first.map(({ voucher }) => voucherName(voucher)).join(", ");
    return (
      <Notice tone="danger" title={t("exchange.ledger.unbalancedTitle")}>
        {t("exchange.ledger.unbalancedText", { names })}
      </Notice>
    );
  }
  if (plan.added.count + countAsked(plan) === 0) {
    return (
      <>
        <EmptyState title={t("exchange.ledger.nothing")}>
          {t("exchange.ledger.nothingText")}
        </EmptyState>
        {plan.knownUntil !== null && (
          <ApplyLedgerForm plan={plan} submissionId={submissionId} state={state} />
        )}
      </>
    );
  }
  return <ApplyLedgerForm plan={plan} submissionId={submissionId} state={state} />;
}
