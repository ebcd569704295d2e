import type { Sentence } from "~/platform/field-error";
import type { LedgerPlan } from "./ledger-plan";
import { chosenShares, sharedTwins, sureShares, type SharedInvoice } from "./joint-invoice";
import type { ChosenTwin } from "./twin-assignment";
import { bestTwins, chosenTwins } from "./twin-choice";
import { voucherName } from "./voucher-name";

/** The logged costs whose place rows of the ledger take, and which of them share an invoice. */
export type ChosenPairs = { twins: ChosenTwin[]; shares: SharedInvoice[] };

/** The pairs of these names; a sentence where they can't all be. */
export function chosenPairs(
  plan: Pick<LedgerPlan, "twins" | "together">,
  names: readonly string[],
): ChosenPairs | { fault: Sentence } {
  const { shares, rest, wrong } = chosenShares(plan.together, names);
  if (wrong) {
    return { fault: { key: "exchange.ledger.sharedSum", values: { voucher: voucherName(wrong) } } };
  }
  const alone = chosenTwins(plan.twins, rest);
  const twins = [...(alone ?? []), ...sharedTwins(shares)];
  const isOnce = new Set(twins.map(({ cost }) => cost.id)).size === twins.length;
  return alone && isOnce ? { twins, shares } : { fault: { key: "exchange.ledger.twinsClash" } };
}

/** The names of the pairs that can be taken unseen. */
export function surePairs(plan: LedgerPlan): string[] {
  const alone = bestTwins(plan);
  return [...alone, ...sureShares(plan.together, plan.twins)];
}
