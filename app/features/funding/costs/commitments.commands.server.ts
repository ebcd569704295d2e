import type { Transaction } from "~/platform/db.server";
import { sourceColumns, type Source } from "~/platform/source";
import { requireOpenLine } from "./money-lines.server";

export type PromisedCost = {
  budgetLineId: string;
  /** Over 0. */
  amountOre: number;
  /** The logged course, by which the promise is released. */
  source: Source;
};

/**
 * Notes that a line has promised what a logged course costs, in the caller's transaction, until
 * somebody decides on the course.
 */
export async function commitCost(tx: Transaction, promised: PromisedCost): Promise<void> {
  const { budgetLineId, amountOre, source } = promised;
  await requireOpenLine(tx, budgetLineId);
  await tx.commitment.create({
    data: { budgetLineId, amountOre: BigInt(amountOre), ...sourceColumns(source) },
  });
}

/** Lets go what a course had promised. Returns how many promises that was; none is no fault. */
export async function releaseCommitment(tx: Transaction, source: Source): Promise<number> {
  const { count } = await tx.commitment.updateMany({
    where: { ...sourceColumns(source), withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  });
  return count;
}
