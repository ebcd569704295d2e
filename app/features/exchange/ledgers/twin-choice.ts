import { grouped } from "~/terms/grouped";
import { twinKey, type LoggedCost, type LoggedTwin, type TwinVoucher } from "./logged-twins";
import type { IndirectTwins } from "./indirect-twins";
import { assignTwins, type ChosenTwin } from "./twin-assignment";

/** The pairs that may be, and what may have been paired wrongly before. */
export type PossibleTwins = { twins: readonly LoggedTwin[]; indirect?: IndirectTwins };

/**
 * What a form calls each pair: a cost's surest by the cost's id alone, further ones with the
 * voucher.
 */
export function twinNames(twins: readonly LoggedTwin[]): ReadonlyMap<LoggedTwin, string> {
  const surest = surestOf(twins);
  return new Map(
    twins.map((twin) => [twin, surest.has(twinKey(twin)) ? twin.cost.id : twinKey(twin)]),
  );
}

/** The pairs of these names, see `twinNames`: null where a cost or a row would be in two. */
export function chosenTwins(
  twins: readonly LoggedTwin[],
  names: readonly string[],
): ChosenTwin[] | null {
  const wanted = new Set(names);
  const surest = surestOf(twins);
  const named = twins.filter((twin) => {
    const key = twinKey(twin);
    return wanted.has(key) || (wanted.has(twin.cost.id) && surest.has(key));
  });
  const known = new Set(named.flatMap((twin) => [twin.cost.id, twinKey(twin)]));
  const chosen = assignTwins(named);
  return chosen.length === named.length && names.every((name) => known.has(name)) ? chosen : null;
}

/**
 * The pairs that can be taken unseen: as many costs as can have a voucher of their own, less those
 * where another cost may have the voucher as surely for another sum, or has what would be written
 * with it.
 */
export function bestTwins(possible: PossibleTwins): string[] {
  let chosen = assignTwins(possible.twins);
  for (;;) {
    const rests = openRests(possible, chosen);
    const open = openTwins(possible, chosen);
    const sure = chosen.filter(
      (pair) => !rests.has(pair.voucher.key) && !isContested(pair, open.get(pair.voucher)),
    );
    if (sure.length === chosen.length) return chosen.map(twinKey);
    chosen = sure;
  }
}

/**
 * By the keys of chosen vouchers: a cost that has no voucher and may be on rows beside the
 * chosen ones', which would be written with them. What stands already is written whole.
 */
export function openRests(
  possible: PossibleTwins,
  chosen: readonly ChosenTwin[],
): ReadonlyMap<string, LoggedCost> {
  const open = withDisplaced(possible, chosen);
  const byKey = new Map(possible.twins.map((twin) => [twinKey(twin), twin]));
  const coming = chosen.filter(({ voucher }) => !voucher.isStanding && voucher.rows.length > 1);
  const seated = grouped(
    coming.flatMap((pair) => byKey.get(twinKey(pair)) ?? []),
    ({ voucher }) => voucher,
  );
  return new Map(
    [...seated].flatMap(([voucher, twins]) => {
      const other = open
        .get(voucher)
        ?.find((twin) => assignTwins([...twins, twin]).length > twins.length);
      return other ? [[voucher.key, other.cost] as const] : [];
    }),
  );
}

/** As sure a pair of another sum with a cost that has no voucher: either may be the right one. */
function isContested({ cost, rank }: ChosenTwin, open: readonly LoggedTwin[] = []): boolean {
  return open.some(
    (other) =>
      other.cost.amountOre !== cost.amountOre && other.places.some((place) => place.rank <= rank),
  );
}

/**
 * By voucher: the pairs of costs that have none yet, and of those that may have one of theirs, with
 * other vouchers than their own.
 */
function withDisplaced(
  possible: PossibleTwins,
  chosen: readonly ChosenTwin[],
): ReadonlyMap<TwinVoucher, LoggedTwin[]> {
  const twinsOf = grouped(possible.twins, ({ cost }) => cost);
  const chosenOf = grouped(chosen, ({ voucher }) => voucher);
  const open = [...openTwins(possible, chosen).values()].flat();
  const reached = new Set<LoggedCost>();
  // What is found on the way is walked from, too.
  for (const { voucher } of open) {
    for (const { cost } of chosenOf.get(voucher) ?? []) {
      if (reached.has(cost)) continue;
      reached.add(cost);
      open.push(...(twinsOf.get(cost) ?? []));
    }
  }
  const own = new Set(chosen.map(twinKey));
  return grouped(
    open.filter((twin) => !own.has(twinKey(twin))),
    ({ voucher }) => voucher,
  );
}

/** By voucher: the pairs of costs that have none yet. */
function openTwins(
  { twins, indirect }: PossibleTwins,
  chosen: readonly ChosenTwin[],
): ReadonlyMap<TwinVoucher, LoggedTwin[]> {
  const settled = new Set(chosen.map(({ cost }) => cost));
  const isOpen = indirect?.open.some((cost) => !settled.has(cost)) ?? false;
  const all = [...twins, ...(isOpen && indirect ? indirect.twins : [])];
  return grouped(
    all.filter(({ cost }) => !settled.has(cost)),
    ({ voucher }) => voucher,
  );
}

/** The key of each cost's pair where all have as many as they can, else of its first. */
function surestOf(twins: readonly LoggedTwin[]): ReadonlySet<string> {
  const keys = new Map(assignTwins(twins).map((pair) => [pair.cost, twinKey(pair)]));
  for (const twin of twins) if (!keys.has(twin.cost)) keys.set(twin.cost, twinKey(twin));
  return new Set(keys.values());
}
