import { readCsv } from "~/formats/csv-reader";
import { readSie } from "~/formats/sie/read-sie";
import type { SieProblemCode } from "~/formats/sie/sie-file";

/** Files of which nothing can be shown: there is no preview to be made of them. */
const unusableSie = new Set<SieProblemCode>([
  "empty-file",
  "binary-file",
  "sie-5",
  "not-sie",
  "type-without-vouchers",
]);

/**
 * Why no preview can be made of a file, as a key of the dictionary; null when one can. A ledger
 * with faults in its vouchers, or a list with bad rows, does get a preview: that shows them.
 */
export function unusableReason(kind: "sie" | "training", bytes: Uint8Array): string | null {
  const problems = kind === "sie" ? readSie(bytes).problems : readCsv(bytes).problems;
  const fault = problems.find(({ severity, code }) =>
    kind === "sie" ? isUnusableSie(code) : severity === "error",
  );
  return fault ? `exchange.problem.${fault.code}` : null;
}

function isUnusableSie(code: string): boolean {
  return [...unusableSie].some((unusable) => unusable === code);
}
