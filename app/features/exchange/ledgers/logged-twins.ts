import { mostDaysApart } from "~/features/funding/rules/same-money";
import { daysBetween } from "~/terms/day";
import type { ExtractedVoucher } from "./extracted-voucher";

/** A course's cost that somebody logged, and a manager approved, before its invoice was booked. */
export type LoggedCost = { id: string; text: string; bookedOn: string; amountOre: number };

/** A logged cost and the ledger's voucher that may be the same money, by the places of its rows. */
export type LoggedTwin = { cost: LoggedCost; voucher: ExtractedVoucher; rows: number[] };

/**
 * Pairs of a logged cost and a voucher with the same amount, on one of its rows or as its sum, at
 * most 90 days apart: counted twice if both stay. The nearest in time are paired first; a row, a
 * voucher's sum and a logged cost each belong to one pair at most.
 */
export function findLoggedTwins(
  vouchers: readonly ExtractedVoucher[],
  logged: readonly LoggedCost[],
): LoggedTwin[] {
  const amounts = new Set(logged.map(({ amountOre }) => amountOre));
  const candidates = vouchers.flatMap((voucher) => amountsOf(voucher, amounts));
  const pairs = logged
    .flatMap((cost) =>
      candidates
        .filter(({ amountOre }) => amountOre === cost.amountOre)
        .map((candidate) => ({
          cost,
          candidate,
          daysApart: Math.abs(daysBetween(cost.bookedOn, candidate.voucher.date)),
        })),
    )
    .filter((pair) => pair.daysApart <= mostDaysApart)
    .sort((a, b) => a.daysApart - b.daysApart);
  return paired(pairs);
}

type Candidate = { voucher: ExtractedVoucher; amountOre: number; rows: number[] };

/** Where in the voucher one of the amounts stands: on a row, or as the sum of all its rows. */
function amountsOf(voucher: ExtractedVoucher, amounts: ReadonlySet<number>): Candidate[] {
  const all = voucher.rows.map((_, index) => index);
  const single = voucher.rows.map(({ amountOre }, index) => ({ amountOre, rows: [index] }));
  const sum = { amountOre: voucher.sumOre, rows: all };
  return (all.length > 1 ? [...single, sum] : single)
    .filter(({ amountOre }) => amountOre > 0 && amounts.has(amountOre))
    .map((candidate) => ({ voucher, ...candidate }));
}

function paired(pairs: readonly { cost: LoggedCost; candidate: Candidate }[]): LoggedTwin[] {
  const taken = new Set<string>();
  return pairs.flatMap(({ cost, candidate: { voucher, rows } }) => {
    const keys = [cost.id, ...rows.map((row) => `${voucher.identity} ${row}`)];
    if (keys.some((key) => taken.has(key))) return [];
    for (const key of keys) taken.add(key);
    return [{ cost, voucher, rows }];
  });
}
