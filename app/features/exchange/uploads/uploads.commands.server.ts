import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { Prisma, type ImportKind } from "~/generated/prisma/client";
import { AppError, notFound } from "~/platform/app-error";
import type { Database, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { transact } from "~/platform/transact.server";
import { importers } from "./importers.server";
import { keepFile } from "./imported-files.server";
import { mayImportTraining, mayUndo } from "./imports.policy";
import { findImport } from "./imports.queries.server";

const draftDays = 7;

type Upload = { submissionId: string; kind: ImportKind; file: File };

/**
 * Keeps an uploaded file for its preview and returns the import's id. What can't be read at all
 * is refused at once; nothing else is written until the import is carried out.
 */
export async function uploadImport(db: Database, viewer: Viewer, upload: Upload): Promise<string> {
  const { submissionId, kind, file } = upload;
  const { authorityId } = viewer;
  if (!authorityId || (kind === "training" && !mayImportTraining(viewer))) {
    throw new AppError("forbidden");
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { fault } = await importers[kind].open(bytes);
  if (fault) throw new FieldError({ file: fault });
  const actor = actorOf(viewer);
  return transact(db, { actor, action: "import.upload", submissionId }, async (tx, audit) => {
    await dropOldDrafts(tx, viewer.accountId);
    const handedIn = { name: file.name, bytes: importers[kind].kept(bytes) };
    const { id, sha256 } = await keepFile(tx, { kind, file: handedIn, authorityId, actor });
    audit({ type: "import", id, detail: { kind, sha256 } });
    return id;
  });
}

/** Previews that nobody has carried out for a week are gone with the next upload. */
async function dropOldDrafts(tx: Transaction, accountId: string): Promise<void> {
  const before = new Date(Date.now() - draftDays * 86_400_000);
  const drafts = await tx.import.findMany({
    where: {
      uploadedById: accountId,
      appliedAt: null,
      outcome: { equals: Prisma.AnyNull },
      createdAt: { lt: before },
    },
    select: { id: true, fileId: true },
  });
  await tx.import.deleteMany({ where: { id: { in: drafts.map(({ id }) => id) } } });
  await tx.storedFile.deleteMany({ where: { id: { in: drafts.map(({ fileId }) => fileId) } } });
}

/**
 * Throws a draft away, with its file. Throws `conflict` for one that has been carried out: that
 * is withdrawn instead.
 */
export async function cancelImport(db: Database, viewer: Viewer, id: string): Promise<string> {
  return transact(db, { actor: actorOf(viewer), action: "import.cancel" }, async (tx, audit) => {
    const draft = await findImport(tx, viewer, id);
    if (!mayUndo(viewer, draft)) return notFound();
    const { count } = await tx.import.deleteMany({ where: { id, appliedAt: null } });
    if (count === 0) throw new AppError("conflict");
    await tx.storedFile.delete({ where: { id: draft.fileId } });
    audit({ type: "import", id });
    return id;
  });
}
