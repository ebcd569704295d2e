import type { ExtractedVoucher } from "~/features/exchange/ledgers/extracted-voucher";
import type { KnownVoucher } from "~/features/exchange/ledgers/voucher-match";
import { next } from "./sequence";

/** Vouchers of a file as they stand in the books once they have been brought in. */
export function knownFrom(
  vouchers: readonly ExtractedVoucher[],
  given: Partial<KnownVoucher> = {},
): KnownVoucher[] {
  return vouchers
    .filter(({ rows }) => rows.length > 0)
    .map(({ organisation, series, number, date, text, rows, sumOre }) => ({
      ...{ organisation, series, number, date, text, sumOre, generatedOn: null },
      ...{ id: `known-${next()}`, projectId: "p", projectCode: "P" },
      rows: rows.map(({ account, amountOre, costText }) => ({
        ...{ account, amountOre },
        text: costText,
      })),
      ...given,
    }));
}
