import type { IsoDate } from "~/terms/day";
import { daysIn, daysPassed, type Period } from "~/terms/period";

/** What a budget line plans for a period, in öre. */
export type PlannedAmount = Period & { amountOre: number };

/**
 * What the plan says should have been spent when `asOf` has ended: within each period the amount
 * grows evenly by the day, whole öre at a time, and is exactly the amount when the period ends.
 */
export function plannedOre(amounts: readonly PlannedAmount[], asOf: IsoDate): number {
  return amounts.reduce((sum, amount) => sum + growthOf(amount, asOf), 0);
}

/** The whole plan: the budget. */
export function budgetedOre(amounts: readonly PlannedAmount[]): number {
  return amounts.reduce((sum, { amountOre }) => sum + amountOre, 0);
}

function growthOf(amount: PlannedAmount, asOf: IsoDate): number {
  if (amount.startsOn > asOf) return 0;
  if (amount.endsBefore <= asOf) return amount.amountOre;
  // An amount times its days can pass what a plain number holds exactly.
  const grown = BigInt(amount.amountOre) * BigInt(daysPassed(amount, asOf));
  return Number(grown / BigInt(daysIn(amount)));
}
