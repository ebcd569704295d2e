import { isNearInvoice, sameMoney } from "~/features/funding/rules/same-money";
import { daysBetween } from "~/terms/day";
import { grouped } from "~/terms/grouped";
import type { LoggedCost, TwinVoucher } from "./logged-twins";

/** A voucher that may be several courses' invoice: which courses' it may be, and how a sure guess would have it. */
export type LoggedTogether = {
  voucher: TwinVoucher;
  of: LoggedCost[];
  first: LoggedCost[];
  /** There is one way to make up its sum of them. */
  isSure: boolean;
};

/**
 * By the vouchers' keys: several logged costs that may be on one of a voucher's rows, or on it as a
 * whole, as one invoice. They are of one amount or of one name, or any two, with or without VAT; each
 * near enough to the voucher in time.
 */
export function loggedTogether(
  vouchers: readonly TwinVoucher[],
  logged: readonly LoggedCost[],
): Map<string, LoggedTogether> {
  const sums = loggedSums(logged);
  const together = new Map<string, LoggedTogether>();
  if (sums.size === 0) return together;
  for (const voucher of vouchers) {
    const found = amountsOf(voucher)
      .flatMap((amountOre) => sums.get(amountOre) ?? [])
      .map(({ of, count }) => ({ near: of.filter((cost) => isNear(cost, voucher)), count }))
      .filter(({ near, count }) => near.length >= count);
    const [first] = found;
    if (!first) continue;
    const of = [...new Set(found.flatMap(({ near }) => near))];
    together.set(voucher.key, {
      ...{ voucher, of, first: first.near.slice(0, first.count) },
      isSure: of.length === first.count,
    });
  }
  return together;
}

/** So many of these costs make up a sum. */
type Several = { of: readonly LoggedCost[]; count: number };

function loggedSums(logged: readonly LoggedCost[]): Map<number, Several[]> {
  const sums = new Map<number, Several[]>();
  const add = (amounts: readonly number[], several: Several) => {
    for (const amountOre of amounts) {
      sums.set(amountOre, [...(sums.get(amountOre) ?? []), several]);
    }
  };
  const positive = logged.filter(({ amountOre }) => amountOre > 0);
  for (const [amountOre, of] of grouped(positive, (cost) => cost.amountOre)) {
    for (let count = 2; count <= of.length; count += 1) {
      add(sameMoney(amountOre * count), { of, count });
    }
  }
  for (const of of grouped(positive, ({ text }) => text).values()) {
    const sumOre = of.reduce((sum, { amountOre }) => sum + amountOre, 0);
    if (of.length > 1) add(sameMoney(sumOre), { of, count: of.length });
  }
  const amountsOfTwo = positive.length > mostWithVat ? (sumOre: number) => [sumOre] : sameMoney;
  for (const [place, one] of positive.entries()) {
    for (const other of positive.slice(place + 1)) {
      add(amountsOfTwo(one.amountOre + other.amountOre), { of: [one, other], count: 2 });
    }
  }
  return sums;
}

/** Of more, two that are nothing alike are looked for to the öre: else some two of them are anything. */
const mostWithVat = 100;

function amountsOf({ rows, sumOre }: TwinVoucher): number[] {
  const free = rows.filter(({ isInvoice }) => isInvoice !== true);
  const whole = free.length === rows.length ? [sumOre] : [];
  return [...whole, ...free.map(({ amountOre }) => amountOre)];
}

function isNear(cost: LoggedCost, voucher: TwinVoucher): boolean {
  const days = daysBetween(cost.bookedOn, voucher.date);
  return isNearInvoice(days, { title: cost.text, text: voucher.text });
}
