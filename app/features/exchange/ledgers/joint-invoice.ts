import { sameMoney } from "~/features/funding/rules/same-money";
import type { LoggedTogether } from "./logged-together";
import { twinKey, type LoggedCost, type LoggedTwin, type TwinVoucher } from "./logged-twins";
import type { ChosenTwin } from "./twin-assignment";

/** Several courses' one invoice: the rows of the voucher that are theirs together. */
export type SharedInvoice = { voucher: TwinVoucher; rows: number[]; costs: LoggedCost[] };

/** What a person says of vouchers that may be several courses' invoices. */
export type SharedChoice = {
  shares: SharedInvoice[];
  /** Names that say nothing of them. */
  rest: string[];
  /** A voucher whose chosen courses don't make up its sum. */
  wrong: TwinVoucher | null;
};

/** Which courses share which invoice, by the names of the pairs (`twinKey`). */
export function chosenShares(
  together: readonly LoggedTogether[],
  names: readonly string[],
): SharedChoice {
  const wanted = new Set(names);
  const shares: SharedInvoice[] = [];
  let wrong: SharedChoice["wrong"] = null;
  for (const { voucher, of } of together) {
    const costs = of.filter((cost) => wanted.delete(twinKey({ cost, voucher })));
    if (costs.length === 0) continue;
    const rows = placeOf(costs, voucher);
    if (rows) shares.push({ voucher, rows, costs });
    else wrong ??= voucher;
  }
  return { shares, rest: names.filter((name) => wanted.has(name)), wrong };
}

/** The names of those that can be taken unseen: of costs that may be nowhere else. */
export function sureShares(
  together: readonly LoggedTogether[],
  twins: readonly Pick<LoggedTwin, "cost" | "voucher">[],
): string[] {
  const possible = [
    ...twins,
    ...together.flatMap(({ voucher, of }) => of.map((cost) => ({ cost, voucher }))),
  ];
  const count = new Map<LoggedCost, number>();
  for (const { cost } of possible) count.set(cost, (count.get(cost) ?? 0) + 1);
  return together
    .filter(({ isSure, of }) => isSure && of.every((cost) => count.get(cost) === 1))
    .flatMap(({ voucher, of }) => of.map((cost) => twinKey({ cost, voucher })));
}

/** Each course with the invoice that it shares: `part` counts them, from 1. */
export function sharedTwins(shares: readonly SharedInvoice[]): ChosenTwin[] {
  return shares.flatMap(({ voucher, rows, costs }) =>
    costs.map((cost, index) => ({ cost, voucher, rows, rank: 0, part: index + 1 })),
  );
}

/** The rows whose sum the costs make up, with or without VAT: all of them before one, the exact before others. */
function placeOf(costs: readonly LoggedCost[], { rows, sumOre }: TwinVoucher): number[] | null {
  const all = [...rows.keys()];
  const free = all.filter((row) => rows[row]?.isInvoice !== true);
  const places = [
    ...(free.length === all.length ? [{ place: all, amountOre: sumOre }] : []),
    ...free.map((row) => ({ place: [row], amountOre: rows[row]?.amountOre ?? 0 })),
  ];
  for (const wanted of sameMoney(sumOf(costs))) {
    const found = places.find(({ amountOre }) => amountOre === wanted);
    if (found && costs.length > 1) return found.place;
  }
  return null;
}

function sumOf(costs: readonly LoggedCost[]): number {
  return costs.reduce((sum, { amountOre }) => sum + amountOre, 0);
}
