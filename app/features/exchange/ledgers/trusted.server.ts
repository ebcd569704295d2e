import type { SieProblem } from "~/formats/sie/sie-file";

/**
 * Whether a ledger's sums can be trusted but for vouchers out of balance: which object they concern
 * is asked of the plan.
 */
export function isTrusted(problems: readonly SieProblem[]): boolean {
  return !problems.some(
    ({ severity, code }) => severity === "error" && code !== "voucher-unbalanced",
  );
}
