import { ledgerTwins } from "~/features/funding/costs/ledger-twins.queries.server";
import type { Transaction } from "~/platform/db.server";
import type { Touched } from "~/platform/question";
import { toIsoDate } from "~/terms/day";
import { voucherName } from "../records/voucher-name";
import type { Approval } from "../records/training.schema";
import { notOffered } from "./offered-invoices";

type Costing = {
  id: string;
  title: string;
  heldOn: Date;
  costOre: bigint | null;
  budgetLine: { projectId: string } | null;
};

/**
 * The ledger's rows that may be the course's invoice and weren't in the form that approves it: they
 * came meanwhile, and with the cost booked beside them the money would count twice. None where the
 * form says which row it is.
 */
export async function unseenInvoices(
  tx: Transaction,
  { record, approval }: { record: Costing; approval: Pick<Approval, "invoice" | "offered"> },
): Promise<Touched[]> {
  const { id, title, heldOn, costOre, budgetLine } = record;
  if (approval.invoice !== null || !budgetLine || costOre === null) return [];
  const twins = await ledgerTwins(tx, [
    {
      ...{ id, title, projectId: budgetLine.projectId },
      ...{ amountOre: Number(costOre), bookedOn: toIsoDate(heldOn) },
    },
  ]);
  return notOffered(twins.get(id) ?? [], approval.offered).map((twin) => ({
    key: "training.approve.unseenInvoice",
    values: { voucher: voucherName(twin), date: twin.bookedOn },
  }));
}
