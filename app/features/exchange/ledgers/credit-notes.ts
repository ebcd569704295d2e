import { mostDaysApart } from "~/features/funding/rules/same-money";
import { daysBetween } from "~/terms/day";
import { grouped } from "~/terms/grouped";
import type { ExtractedVoucher } from "./extracted-voucher";

type Given = { vouchers: readonly ExtractedVoucher[]; left: readonly ExtractedVoucher[] };

/**
 * Of some vouchers those that credit one which is left out, to the öre on one of its accounts and at
 * most 90 days apart: written alone they take away what isn't there.
 */
export function creditNotes({ vouchers, left }: Given): ReadonlySet<ExtractedVoucher> {
  const charged = grouped(
    left.flatMap((voucher) =>
      voucher.rows
        .filter(({ amountOre }) => amountOre > 0)
        .map((row) => ({ key: keyOf(row), date: voucher.date })),
    ),
    ({ key }) => key,
  );
  const credits = ({ rows, date }: ExtractedVoucher) =>
    rows.some(({ account, amountOre }) =>
      charged
        .get(keyOf({ account, amountOre: -amountOre }))
        ?.some((other) => Math.abs(daysBetween(other.date, date)) <= mostDaysApart),
    );
  return new Set(vouchers.filter(credits));
}

function keyOf({ account, amountOre }: { account: string; amountOre: number }): string {
  return `${account} ${amountOre}`;
}
