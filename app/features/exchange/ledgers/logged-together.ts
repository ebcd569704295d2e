import { mostDaysApart, sameMoney } from "~/features/funding/rules/same-money";
import { daysBetween } from "~/terms/day";
import { grouped } from "~/terms/grouped";
import type { LoggedCost, TwinVoucher } from "./logged-twins";

/**
 * By the vouchers' keys: several logged costs that may be on one of a voucher's rows, or on it as a
 * whole, as one invoice. They are of one amount or of one name, with or without VAT, or any two to
 * the öre; each at most 90 days from the voucher.
 */
export function loggedTogether(
  vouchers: readonly TwinVoucher[],
  logged: readonly LoggedCost[],
): Map<string, LoggedCost[]> {
  const sums = loggedSums(logged);
  const together = new Map<string, LoggedCost[]>();
  if (sums.size === 0) return together;
  for (const voucher of vouchers) {
    const found = amountsOf(voucher)
      .flatMap((amountOre) => sums.get(amountOre) ?? [])
      .map(({ of, count }) => ({ near: of.filter((cost) => isNear(cost, voucher)), count }))
      .find(({ near, count }) => near.length >= count);
    if (found) together.set(voucher.key, found.near.slice(0, found.count));
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
  for (const [place, one] of positive.entries()) {
    for (const other of positive.slice(place + 1)) {
      add([one.amountOre + other.amountOre], { of: [one, other], count: 2 });
    }
  }
  return sums;
}

function amountsOf({ rows, sumOre }: TwinVoucher): number[] {
  const free = rows.filter(({ isInvoice }) => isInvoice !== true);
  const whole = free.length === rows.length ? [sumOre] : [];
  return [...whole, ...free.map(({ amountOre }) => amountOre)];
}

function isNear(cost: LoggedCost, voucher: TwinVoucher): boolean {
  return Math.abs(daysBetween(cost.bookedOn, voucher.date)) <= mostDaysApart;
}
