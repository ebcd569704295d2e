import type { Transaction } from "~/platform/db.server";
import { toDbDate, type IsoDate } from "~/terms/day";

/** Notes, in the caller's transaction, until when an import has read the project's ledger. */
export async function noteLedgerReading(
  tx: Transaction,
  { projectId, readOn, importId }: { projectId: string; readOn: IsoDate; importId: string },
): Promise<void> {
  await tx.ledgerReading.create({
    data: { projectId, readOn: toDbDate(readOn), sourceType: "import", sourceId: importId },
  });
}

/**
 * Takes back what an import has brought of a ledger: its vouchers with their costs, and that the
 * ledger was read. The rows stay, and count nowhere.
 */
export async function withdrawLedger(tx: Transaction, importId: string): Promise<void> {
  const data = { withdrawnAt: new Date() };
  const standing = { importId, withdrawnAt: null };
  await tx.cost.updateMany({ where: { voucher: standing, withdrawnAt: null }, data });
  await tx.voucher.updateMany({ where: standing, data });
  await tx.ledgerReading.updateMany({
    where: { sourceType: "import", sourceId: importId, withdrawnAt: null },
    data,
  });
}
