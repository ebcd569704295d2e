import type { SieProblem, SieProblemCode } from "~/formats/sie/sie-file";

/**
 * Whether a ledger's sums can be trusted but for vouchers out of balance: which object they concern
 * is asked of the plan.
 */
export function isTrusted(problems: readonly SieProblem[]): boolean {
  return !problems.some(
    ({ severity, code }) => severity === "error" && code !== "voucher-unbalanced",
  );
}

/** The problems as they are told where `isTrusted` has decided: what doesn't balance is to look at. */
export function toldProblems(problems: readonly SieProblem[]): SieProblem[] {
  return problems.map((problem) =>
    problem.code === "voucher-unbalanced" ? { ...problem, severity: "warning" } : problem,
  );
}

/** Whether a problem leaves nothing of a file to be read. */
export function isUnreadable(code: SieProblemCode): boolean {
  return code === "empty-file" || code === "binary-file" || code === "sie-5" || code === "not-sie";
}
