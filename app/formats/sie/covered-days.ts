import type { IsoDate } from "~/terms/day";
import type { SieFile } from "./sie-file";

/**
 * The day until which a file says that it holds the ledger: not beyond the period that it names
 * (#OMFATTN), the day that it was made (#GEN), or its last fiscal year (#RAR). Null where it has
 * neither of the first two: a year alone doesn't tell how far the books have come.
 */
export function coveredUntil({
  generatedOn,
  coversUntil,
  fiscalYears,
}: Pick<SieFile, "generatedOn" | "coversUntil" | "fiscalYears">): IsoDate | null {
  if (generatedOn === null && coversUntil === null) return null;
  const lastDays = fiscalYears.map(({ lastDay }) => lastDay).sort();
  const ends = [generatedOn, coversUntil, lastDays.at(-1) ?? null];
  return ends.filter((day) => day !== null).sort()[0] ?? null;
}
