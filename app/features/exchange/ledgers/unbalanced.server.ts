import type { SieFile, SieVoucher } from "~/formats/sie/sie-file";
import { companyOf } from "./concerns.server";
import type { Unbalanced } from "./ledger-plan";
import { placesBeside } from "./object-rows.server";
import type { KnownVoucher } from "./voucher-match";

/**
 * A file's vouchers whose rows don't sum to zero. A row is lost, and where the voucher names the
 * object, or stands in the books already, it may be the object's: `isHere`.
 */
export function unbalancedVouchers(
  file: SieFile,
  objectCode: string,
  known: readonly Pick<KnownVoucher, "organisation" | "series" | "number" | "date">[],
): (Unbalanced & { isHere: boolean })[] {
  const odd = file.vouchers.filter(({ differenceOre }) => differenceOre !== 0);
  if (odd.length === 0) return [];
  const placeOf = placesBeside(file, objectCode);
  const standing = new Set(known.map(headOf));
  return odd.map((voucher) => {
    const { series, number, date, head, differenceOre, rows } = voucher;
    const names = rows.some((row) => placeOf(row) !== "elsewhere");
    const stands = standing.has(headOf({ ...voucher, organisation: companyOf(head) }));
    return {
      voucher: { series, number, date: date ?? "" },
      differenceOre: differenceOre ?? 0,
      isHere: names || stands,
    };
  });
}

function headOf(
  voucher: Pick<KnownVoucher, "organisation" | "series" | "number"> & Pick<SieVoucher, "date">,
): string {
  const { organisation, series, number, date } = voucher;
  return JSON.stringify([organisation, series, number, date]);
}
