import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { AppError, notFound } from "~/platform/app-error";
import type { Database, Db, Transaction } from "~/platform/db.server";
import { transact } from "~/platform/transact.server";
import type { ImportOutcome } from "./import-outcome.schema";
import { importers } from "./importers.server";
import { mayUndo } from "./imports.policy";
import { findImport } from "./imports.queries.server";

/** An import that has been carried out, with what taking it back would do. */
export async function showWithdrawal(db: Db, viewer: Viewer, id: string) {
  const found = await findImport(db, viewer, id);
  if (!mayUndo(viewer, found) || found.appliedAt === null) throw new AppError("not-found");
  return {
    id,
    fileName: found.file.name,
    project: found.project && { code: found.project.code, name: found.project.name },
    withdrawal: await importers[found.kind].gone(db, id),
    submissionId: crypto.randomUUID(),
  };
}

/**
 * Takes an import back: what it wrote is withdrawn, and what that had replaced stands again. The rows
 * stay; the file is a draft again, so that it can go into the right project. Throws `conflict` where
 * it is not carried out (any more).
 */
export async function withdrawImport(
  db: Database,
  viewer: Viewer,
  { importId, submissionId }: { importId: string; submissionId: string },
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "import.withdraw", submissionId };
  return transact(db, act, async (tx, audit) => {
    const { kind } = await findImport(tx, viewer, importId);
    await importers[kind].lock(tx);
    await tx.$executeRaw`select 1 from import where id = ${importId}::uuid for update`;
    const found = await findImport(tx, viewer, importId);
    if (!mayUndo(viewer, found)) return notFound();
    if (found.appliedAt === null) throw new AppError("conflict");
    const gone = await importers[kind].takeBack(tx, audit, importId);
    await makeDraft(tx, importId);
    audit({ type: "import", id: importId, detail: { ...gone, projectId: found.projectId } });
    return importId;
  });
}

async function makeDraft(tx: Transaction, importId: string): Promise<void> {
  const outcome: ImportOutcome = { kind: "withdrawn", at: new Date().toISOString() };
  await tx.import.update({
    where: { id: importId },
    data: { appliedAt: null, appliedById: null, projectId: null, choices: {}, outcome },
  });
}
