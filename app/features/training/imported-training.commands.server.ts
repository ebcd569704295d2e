import { toDbDate, type IsoDate } from "~/platform/clock";
import type { Transaction } from "~/platform/db.server";

export type ImportedTraining = {
  personId: string;
  title: string;
  heldOn: IsoDate;
  minutes: number;
  costOre: number | null;
  competenceId: string | null;
  /** Makes the row known when its list is brought in again. */
  sourceKey: string;
};

/**
 * Writes rows of another system's list as completed training, in the caller's transaction. They
 * confirm no level: nobody who knows the person has attested one.
 */
export async function recordImportedTraining(
  tx: Transaction,
  list: { authorityId: string; submittedById: string | null; rows: readonly ImportedTraining[] },
): Promise<void> {
  await tx.trainingRecord.createMany({
    data: list.rows.map((row) => ({
      authorityId: list.authorityId,
      submittedById: list.submittedById,
      kind: "import" as const,
      status: "approved" as const,
      personId: row.personId,
      title: row.title,
      heldOn: toDbDate(row.heldOn),
      minutes: row.minutes,
      costOre: row.costOre,
      competenceId: row.competenceId,
      sourceKey: row.sourceKey,
    })),
  });
}
