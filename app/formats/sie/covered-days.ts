import type { IsoDate } from "~/terms/day";
import type { SieFile } from "./sie-file";

type Stated = Pick<SieFile, "generatedOn" | "coversUntil" | "fiscalYears"> & {
  vouchers: readonly Pick<SieFile["vouchers"][number], "date">[];
};

/**
 * The day until which a file says that it holds the ledger: not beyond the period that it names
 * (#OMFATTN), the day that it was made (#GEN), or its last fiscal year (#RAR). Null where it has
 * neither of the first two: a year alone doesn't tell how far the books have come.
 */
export function coveredUntil(file: Stated): IsoDate | null {
  const { generatedOn, coversUntil } = file;
  if (generatedOn === null && coversUntil === null) return null;
  return first([generatedOn, coversUntil, endOfYears(file)]);
}

/** Until the end of which day a ledger is known that came on a day. */
export function knownUntil(file: Stated, cameOn: IsoDate): IsoDate {
  const madeOn = file.generatedOn ?? cameOn;
  return first([coveredUntil({ ...file, generatedOn: madeOn }), cameOn]) ?? cameOn;
}

/** A voucher outside of all years is in the file all the same. */
function endOfYears({ fiscalYears, vouchers }: Stated): IsoDate | null {
  if (fiscalYears.length === 0) return null;
  let end = fiscalYears[0]?.lastDay ?? "";
  for (const { lastDay } of fiscalYears) if (lastDay > end) end = lastDay;
  for (const { date } of vouchers) if (date !== null && date > end) end = date;
  return end;
}

function first(days: readonly (IsoDate | null)[]): IsoDate | null {
  return days.filter((day) => day !== null).sort()[0] ?? null;
}
