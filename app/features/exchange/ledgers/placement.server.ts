import {
  byDay,
  type LedgerTarget,
  type Placement,
} from "~/features/funding/costs/ledger-target.queries.server";
import { lineOfCost } from "~/features/funding/rules/account-ranges";
import type { ExtractedRow } from "./extracted-voucher";
import type { LedgerPlan } from "./ledger-plan";

/** The line of each account that the plan would write on, as the project's own ranges say. */
export function placementOf(
  plan: Pick<LedgerPlan, "added" | "asked">,
  target: LedgerTarget,
): Placement {
  const lines = new Map<string, Set<string | null>>();
  for (const { account, bookedOn: day } of possibleRows(plan)) {
    const line = lineOfCost(target.lines, { account, day });
    lines.set(account, (lines.get(account) ?? new Set()).add(line));
  }
  return Object.fromEntries(
    [...lines]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([account, found]) => [account, found.size === 1 ? ([...found][0] ?? null) : byDay]),
  );
}

/** The rows that the plan writes, and those that it may. */
export function possibleRows({
  added,
  asked,
}: Pick<LedgerPlan, "added" | "asked">): ExtractedRow[] {
  return [...added, ...asked.map(({ voucher }) => voucher)].flatMap(
    (voucher) => voucher?.rows ?? [],
  );
}
