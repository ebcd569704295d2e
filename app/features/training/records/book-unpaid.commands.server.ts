import { bookCost } from "~/features/funding/costs/costs.commands.server";
import type { Transaction } from "~/platform/db.server";
import { toIsoDate } from "~/terms/day";

/**
 * Books what approved courses were logged to cost, whose invoice the ledger no longer has. One whose
 * line has been removed since stays without. Returns how many were booked.
 */
export async function bookUnpaid(tx: Transaction, recordIds: readonly string[]): Promise<number> {
  const records = await tx.trainingRecord.findMany({
    where: {
      id: { in: [...recordIds] },
      ...{ status: "approved", costOre: { not: null } },
      budgetLine: { withdrawnAt: null, financing: { not: "in_kind" } },
    },
    include: { budgetLine: { select: { id: true, projectId: true } } },
  });
  for (const { id, budgetLine, costOre, heldOn, title } of records) {
    if (!budgetLine || costOre === null) continue;
    await bookCost(tx, {
      ...{ projectId: budgetLine.projectId, budgetLineId: budgetLine.id, text: title },
      ...{ bookedOn: toIsoDate(heldOn), amountOre: Number(costOre) },
      source: { type: "training_record", id },
    });
  }
  return records.length;
}
