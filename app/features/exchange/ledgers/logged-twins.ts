import { mostDaysApart, sameMoney } from "~/features/funding/rules/same-money";
import { daysBetween } from "~/terms/day";

/** A course's cost that somebody logged, and a manager approved, before its invoice was booked. */
export type LoggedCost = { id: string; text: string; bookedOn: string; amountOre: number };

/** What of a voucher a logged cost is compared with: a file's, or one that stands. */
export type TwinVoucher = {
  key: string;
  series: string;
  number: string;
  date: string;
  text: string;
  sumOre: number;
  /** `isInvoice`: a course has the row for its invoice already. */
  rows: readonly { amountOre: number; isInvoice?: boolean }[];
};

/** A logged cost and a voucher that may be the same money, on any of these rows, by their places. */
export type LoggedTwin = { cost: LoggedCost; voucher: TwinVoucher; places: number[][] };

/** A pair that somebody has said yes to. */
export type ChosenTwin = { cost: LoggedCost; voucher: TwinVoucher; rows: number[] };

/**
 * All pairs of a logged cost and a voucher with the same money, see `sameMoney`, on one of its rows
 * or as its sum, at most 90 days apart: counted twice if both stay. The best come first: the very
 * amount before one with or without VAT, then the nearest in time.
 */
export function findLoggedTwins(
  vouchers: readonly TwinVoucher[],
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
  const twins = new Map<string, LoggedTwin>();
  for (const { cost, candidate } of pairs) {
    const twin = twins.get(twinKey({ cost, ...candidate }));
    if (twin) twin.places.push(candidate.rows);
    else {
      const { voucher, rows } = candidate;
      twins.set(twinKey({ cost, voucher }), { cost, voucher, places: [rows] });
    }
  }
  return [...twins.values()];
}

/** What a form calls a pair. */
export function twinKey({ cost, voucher }: Pick<LoggedTwin, "cost" | "voucher">): string {
  return `${cost.id}:${voucher.key}`;
}

/**
 * The pairs of these keys (a cost's id alone means its best one), with the rows that are the cost's.
 * A logged cost and a row of a voucher are each in one pair at most: null where they can't be.
 */
export function chosenTwins(
  twins: readonly LoggedTwin[],
  keys: readonly string[],
): ChosenTwin[] | null {
  const taken = new Set<string>();
  const chosen = [...new Set(keys)].map((key) =>
    take(
      twins.filter((twin) => twinKey(twin) === key || twin.cost.id === key),
      taken,
    ),
  );
  const found = chosen.filter((twin) => twin !== null);
  return found.length === chosen.length ? found : null;
}

/** One pair for each logged cost and row, the best first: for who says yes to all. */
export function bestTwins(twins: readonly LoggedTwin[]): string[] {
  const taken = new Set<string>();
  return twins.filter((twin) => take([twin], taken) !== null).map(twinKey);
}

function take(twins: readonly LoggedTwin[], taken: Set<string>): ChosenTwin | null {
  for (const { cost, voucher, places } of twins) {
    for (const rows of places) {
      const keys = [cost.id, ...rows.map((row) => `${voucher.key} ${row}`)];
      if (keys.some((key) => taken.has(key))) continue;
      for (const key of keys) taken.add(key);
      return { cost, voucher, rows };
    }
  }
  return null;
}

type Candidate = { voucher: TwinVoucher; rows: number[] };

/** Where the vouchers have each amount over 0: on a row, or as the sum of all of a voucher's. */
function byAmount(vouchers: readonly TwinVoucher[]): Map<number, Candidate[]> {
  const candidates = new Map<number, Candidate[]>();
  const add = (amountOre: number, candidate: Candidate) => {
    if (amountOre <= 0) return;
    const others = candidates.get(amountOre);
    if (others) others.push(candidate);
    else candidates.set(amountOre, [candidate]);
  };
  for (const voucher of vouchers) {
    const all = [...voucher.rows.keys()];
    const free = all.filter((row) => voucher.rows[row]?.isInvoice !== true);
    for (const row of free) add(voucher.rows[row]?.amountOre ?? 0, { voucher, rows: [row] });
    if (all.length > 1 && free.length === all.length) add(voucher.sumOre, { voucher, rows: all });
  }
  return candidates;
}
