import {
  findLoggedTwins,
  type LoggedCost,
  type LoggedTwin,
  type TwinVoucher,
} from "./logged-twins";

/** A logged cost whose place a voucher that stands has taken. */
export type ReplacedCost = LoggedCost & { voucherId: string };

/**
 * Where a logged cost's own invoice may have been taken for another's: what may be that other's,
 * which would count beside the cost. `open`: the logged costs that it may be so for.
 */
export type IndirectTwins = { twins: LoggedTwin[]; open: LoggedCost[] };

type Given = {
  vouchers: readonly TwinVoucher[];
  /** Those that stand. */
  standing: readonly TwinVoucher[];
  logged: readonly LoggedCost[];
  replaced: readonly ReplacedCost[];
};

/** Follows from each logged cost what it may be to whom that stands for, and on to what that may be. */
export function indirectTwins({ vouchers, standing, logged, replaced }: Given): IndirectTwins {
  const holders = new Set(replaced.map(({ voucherId }) => voucherId));
  const held = standing
    .filter(({ key }) => holders.has(key))
    .map((voucher) => ({
      ...voucher,
      rows: voucher.rows.map(({ amountOre }) => ({ amountOre })),
    }));
  const direct = findLoggedTwins(held, logged);
  const twins: LoggedTwin[] = [];
  const seen = new Set<LoggedCost>();
  const next = replaced.filter(({ voucherId }) =>
    direct.some(({ voucher }) => voucher.key === voucherId),
  );
  for (let cost = next.pop(); cost; cost = next.pop()) {
    if (seen.has(cost)) continue;
    seen.add(cost);
    twins.push(...findLoggedTwins(vouchers, [cost]));
    const keys = new Set(findLoggedTwins(held, [cost]).map(({ voucher }) => voucher.key));
    next.push(...replaced.filter(({ voucherId }) => keys.has(voucherId)));
  }
  return { twins, open: direct.map(({ cost }) => cost) };
}
