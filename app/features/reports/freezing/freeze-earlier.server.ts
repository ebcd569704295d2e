import { program } from "~/features/access/audit.server";
import type { Database } from "~/platform/db.server";
import { transact } from "~/platform/transact.server";
import { freezeReport } from "./freeze-report.server";

/**
 * Freezes the reports that were shared without a version, those shared first before the others, each
 * in a transaction of its own: broken off, it goes on where it was. Returns how many there were. Two
 * at once are the caller's to prevent.
 */
export async function freezeSharedReports(db: Database): Promise<number> {
  const waiting = await db.report.findMany({
    where: { sharedAt: { not: null }, versions: { none: { takenBackAt: null } } },
    orderBy: [{ sharedAt: "asc" }, { id: "asc" }],
    select: { id: true, projectId: true },
  });
  const act = { actor: program, action: "report.freeze", ofOneMoment: true };
  for (const { id, projectId } of waiting) {
    await transact(db, act, async (tx, audit) => {
      const now = new Date();
      const version = await freezeReport(tx, { reportId: id, freezing: "at_upgrade", now });
      audit({ type: "report", id, detail: { projectId, ...version } });
      return id;
    });
  }
  return waiting.length;
}
