import { isNearInvoice, sameMoney } from "~/features/funding/rules/same-money";
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
  /** It is in the books already, with all of its rows. */
  isStanding?: boolean;
  /** `isInvoice`: a course has the row for its invoice already. */
  rows: readonly { amountOre: number; isInvoice?: boolean }[];
};

/**
 * Where of a voucher a logged cost may be: on these of its rows, by their places. `rank`, the surest
 * first: the very amount as the whole voucher, the whole with or without VAT, one row of several,
 * one row with or without VAT.
 */
export type TwinPlace = {
  rows: number[];
  rank: number;
  /** It is the same amount with or without VAT alone. */
  isWithVat?: boolean;
};

/** A logged cost and a voucher that may be the same money, in any of these places. */
export type LoggedTwin = { cost: LoggedCost; voucher: TwinVoucher; places: TwinPlace[] };

/**
 * All pairs of a logged cost and a voucher with the same money, see `sameMoney`, on one of its rows
 * or as its sum, near enough in time (`isNearInvoice`): counted twice if both stay. The surest come first, then the
 * nearest in time.
 */
export function findLoggedTwins(
  vouchers: readonly TwinVoucher[],
  logged: readonly LoggedCost[],
): LoggedTwin[] {
  const candidates = byAmount(vouchers);
  const pairs = logged
    .flatMap((cost) =>
      sameMoney(cost.amountOre).flatMap((amountOre, vat) =>
        (candidates.get(amountOre) ?? []).map(({ voucher, rows }) => ({
          ...{ cost, voucher, rows, daysApart: Math.abs(daysBetween(cost.bookedOn, voucher.date)) },
          rank: (rows.length < voucher.rows.length ? 2 : 0) + (vat === 0 ? 0 : 1),
          isWithVat: vat > 0,
        })),
      ),
    )
    .filter(({ cost, voucher, daysApart }) =>
      isNearInvoice(daysApart, { title: cost.text, text: voucher.text }),
    )
    .sort((a, b) => a.rank - b.rank || a.daysApart - b.daysApart);
  const twins = new Map<string, LoggedTwin>();
  for (const { cost, voucher, rows, rank, isWithVat } of pairs) {
    const twin = twins.get(twinKey({ cost, voucher })) ?? { cost, voucher, places: [] };
    twin.places.push({ rows, rank, isWithVat });
    twins.set(twinKey(twin), twin);
  }
  return [...twins.values()];
}

/** What a pair is called. */
export function twinKey({ cost, voucher }: Pick<LoggedTwin, "cost" | "voucher">): string {
  return `${cost.id}:${voucher.key}`;
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
