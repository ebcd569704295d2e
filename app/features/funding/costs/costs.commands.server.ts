import type { Transaction } from "~/platform/db.server";
import { toDbDate, type IsoDate } from "~/terms/day";
import { requireMoneyLine } from "./money-lines.server";

export type SourcedCost = {
  projectId: string;
  budgetLineId: string;
  bookedOn: IsoDate;
  /** Positive for money spent. */
  amountOre: number;
  text: string;
  /** The record that the cost came from, by which it is withdrawn. */
  sourceId: string;
};

/**
 * Books what another room's record cost, in that room's transaction. Throws a `FieldError` at
 * `budgetLineId` where the line is not the project's, or takes own hours and no money.
 */
export async function bookCost(tx: Transaction, cost: SourcedCost): Promise<void> {
  await requireMoneyLine(tx, cost);
  await tx.cost.create({
    data: {
      projectId: cost.projectId,
      budgetLineId: cost.budgetLineId,
      bookedOn: toDbDate(cost.bookedOn),
      amountOre: BigInt(cost.amountOre),
      text: cost.text,
      sourceId: cost.sourceId,
    },
  });
}

/**
 * Takes back every cost that came from a record: the rows stay, and count nowhere. Returns how
 * many were taken back; none is no fault.
 */
export async function withdrawCosts(tx: Transaction, sourceId: string): Promise<number> {
  const { count } = await tx.cost.updateMany({
    where: { sourceId, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  });
  return count;
}
