import { mostDaysApart, sameMoney } from "~/features/funding/rules/same-money";
import { daysBetween } from "~/terms/day";
import type { ExtractedVoucher } from "./extracted-voucher";

/** A course's cost that somebody logged, and a manager approved, before its invoice was booked. */
export type LoggedCost = { id: string; text: string; bookedOn: string; amountOre: number };

/** A logged cost and the ledger's voucher that may be the same money, by the places of its rows. */
export type LoggedTwin = { cost: LoggedCost; voucher: ExtractedVoucher; rows: number[] };

/**
 * Pairs of a logged cost and a voucher with the same money, see `sameMoney`, on one of its rows or
 * as its sum, at most 90 days apart: counted twice if both stay. The very amount is paired before
 * one with or without VAT, then the nearest in time; a row, a voucher's sum and a logged cost each
 * belong to one pair at most.
 */
export function findLoggedTwins(
  vouchers: readonly ExtractedVoucher[],
  logged: readonly LoggedCost[],
): LoggedTwin[] {
  const candidates = byAmount(vouchers);
  const pairs = logged
    .flatMap((cost) =>
      sameMoney(cost.amountOre).flatMap((amountOre, rank) =>
        (candidates.get(amountOre) ?? []).map((candidate) => ({
          cost,
          candidate,
          rank: rank === 0 ? 0 : 1,
          daysApart: Math.abs(daysBetween(cost.bookedOn, candidate.voucher.date)),
        })),
      ),
    )
    .filter((pair) => pair.daysApart <= mostDaysApart)
    .sort((a, b) => a.rank - b.rank || a.daysApart - b.daysApart);
  return paired(pairs);
}

type Candidate = { voucher: ExtractedVoucher; rows: number[] };

/** Where the vouchers have each amount over 0: on a row, or as the sum of all of a voucher's. */
function byAmount(vouchers: readonly ExtractedVoucher[]): Map<number, Candidate[]> {
  const candidates = new Map<number, Candidate[]>();
  const add = (amountOre: number, candidate: Candidate) => {
    if (amountOre <= 0) return;
    const others = candidates.get(amountOre);
    if (others) others.push(candidate);
    else candidates.set(amountOre, [candidate]);
  };
  for (const voucher of vouchers) {
    const all = [...voucher.rows.keys()];
    for (const row of all) add(voucher.rows[row]?.amountOre ?? 0, { voucher, rows: [row] });
    if (all.length > 1) add(voucher.sumOre, { voucher, rows: all });
  }
  return candidates;
}

function paired(pairs: readonly { cost: LoggedCost; candidate: Candidate }[]): LoggedTwin[] {
  const taken = new Set<string>();
  return pairs.flatMap(({ cost, candidate: { voucher, rows } }) => {
    const keys = [cost.id, ...rows.map((row) => `${voucher.key} ${row}`)];
    if (keys.some((key) => taken.has(key))) return [];
    for (const key of keys) taken.add(key);
    return [{ cost, voucher, rows }];
  });
}
