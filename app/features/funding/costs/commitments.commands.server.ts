import type { Transaction } from "~/platform/db.server";
import { requireOpenLine } from "./money-lines.server";

export type PromisedCost = {
  budgetLineId: string;
  /** Over 0. */
  amountOre: number;
  /** The logged course, by which the promise is released. */
  sourceId: string;
};

/**
 * Notes that a line has promised what a logged course costs, in the caller's transaction, until
 * somebody decides on the course.
 */
export async function commitCost(tx: Transaction, promised: PromisedCost): Promise<void> {
  const { budgetLineId, amountOre, sourceId } = promised;
  await requireOpenLine(tx, budgetLineId);
  await tx.commitment.create({
    data: { budgetLineId, amountOre: BigInt(amountOre), sourceType: "course", sourceId },
  });
}

/** Lets go what a course had promised. Returns how many promises that was; none is no fault. */
export async function releaseCommitment(tx: Transaction, sourceId: string): Promise<number> {
  const { count } = await tx.commitment.updateMany({
    where: { sourceType: "course", sourceId, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  });
  return count;
}
