import { withdrawAttestations } from "~/features/competence/attestations/attestations.commands.server";
import { releaseCommitment } from "~/features/funding/costs/commitments.commands.server";
import { releaseInvoices, withdrawCosts } from "~/features/funding/costs/costs.commands.server";
import { withdrawOwnHours } from "~/features/funding/own-hours/own-hours.commands.server";
import type { SourceType } from "~/generated/prisma/client";
import type { Transaction } from "~/platform/db.server";
import { sourceColumns, type Source } from "~/platform/source";

type Withdraw = (tx: Transaction, source: Source) => Promise<number>;

/**
 * What goes with a row of each kind when that is withdrawn, by what the trail calls it. A ledger's
 * row that was a course's invoice goes with no course: it only stops being its.
 */
const resting = {
  training_record: {
    commitments: releaseCommitment,
    attestations: withdrawAttestations,
    costs: withdrawCosts,
    invoices: releaseInvoices,
  },
  hand_over: {
    trainingRecords: withdrawRecords,
    ownHours: withdrawOwnHours,
    attestations: withdrawAttestations,
  },
} satisfies Partial<Record<SourceType, Record<string, Withdraw>>>;

/**
 * Withdraws all that came from a row, in the transaction that withdraws the row itself: it stays,
 * marked, and counts nowhere. Returns how many there were of each, for the trail.
 */
export async function withdrawSourced(
  tx: Transaction,
  source: Source & { type: keyof typeof resting },
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [name, withdraw] of Object.entries<Withdraw>(resting[source.type])) {
    counts[name] = await withdraw(tx, source);
  }
  return counts;
}

/** A hand-over's, from everybody's training. */
async function withdrawRecords(tx: Transaction, source: Source): Promise<number> {
  const { count } = await tx.trainingRecord.updateMany({
    where: { ...sourceColumns(source), status: { not: "withdrawn" } },
    data: { status: "withdrawn" },
  });
  return count;
}
