import type { Transaction } from "~/platform/db.server";
import { toDbDate } from "~/terms/day";
import type { Period } from "~/terms/period";

/** Notes, in the caller's transaction, that a funder reads a report of a period of the project. */
export async function noteReported(
  tx: Transaction,
  { projectId, reportId, period }: { projectId: string; reportId: string; period: Period },
): Promise<void> {
  await tx.reportedPeriod.create({
    data: {
      projectId,
      startsOn: toDbDate(period.startsOn),
      endsBefore: toDbDate(period.endsBefore),
      sourceType: "report",
      sourceId: reportId,
    },
  });
}

/** Takes that back with the report. */
export async function withdrawReported(tx: Transaction, reportId: string): Promise<void> {
  await tx.reportedPeriod.updateMany({
    where: { sourceType: "report", sourceId: reportId, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  });
}
