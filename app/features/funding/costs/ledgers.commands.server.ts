import type { Transaction } from "~/platform/db.server";
import { toDbDate, type IsoDate } from "~/terms/day";

type Reading = {
  projectId: string;
  readOn: IsoDate;
  /** The ledger's objects of which the import knows all until then. */
  objectCodes: readonly string[];
  importId: string;
};

/** Notes, in the caller's transaction, until when an import has read the project's ledger. */
export async function noteLedgerReading(
  tx: Transaction,
  { projectId, readOn, objectCodes, importId }: Reading,
): Promise<void> {
  await tx.ledgerReading.create({
    data: {
      ...{ projectId, readOn: toDbDate(readOn), objectCodes: [...objectCodes] },
      ...{ sourceType: "import", sourceId: importId },
    },
  });
}

/** Takes back that an import has read the ledger. The row stays. */
export async function withdrawReading(tx: Transaction, importId: string): Promise<void> {
  await tx.ledgerReading.updateMany({
    where: { sourceType: "import", sourceId: importId, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  });
}
