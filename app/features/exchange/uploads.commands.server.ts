import { createHash } from "node:crypto";
import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { AppError, notFound } from "~/platform/app-error";
import type { Database, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { safeFileName } from "~/platform/file-name";
import { transact } from "~/platform/transact.server";
import type { ImportKind } from "~/generated/prisma/client";
import { unusableReason } from "./import-content.server";

const draftDays = 7;

type Upload = { submissionId: string; kind: ImportKind; file: File };

/**
 * Keeps an uploaded file for its preview and returns the import's id. What can't be read at all
 * is refused at once; nothing else is written until the import is carried out.
 */
export async function uploadImport(db: Database, viewer: Viewer, upload: Upload): Promise<string> {
  const { authorityId } = viewer;
  if (!authorityId) throw new AppError("forbidden");
  const bytes = new Uint8Array(await upload.file.arrayBuffer());
  const reason = unusableReason(upload.kind, bytes);
  if (reason) throw new FieldError({ file: { key: reason } });
  const act = {
    actor: actorOf(viewer),
    action: "import.upload",
    submissionId: upload.submissionId,
  };
  return transact(db, act, async (tx, audit) => {
    await dropOldDrafts(tx, viewer.accountId);
    const file = await tx.storedFile.create({
      data: {
        authorityId,
        uploadedById: viewer.accountId,
        name: safeFileName(upload.file.name, upload.kind === "sie" ? "se" : "csv"),
        mediaType: "application/octet-stream",
        size: bytes.byteLength,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        bytes,
      },
      select: { id: true, sha256: true },
    });
    const { id } = await tx.import.create({
      data: {
        authorityId,
        kind: upload.kind,
        fileId: file.id,
        uploadedById: viewer.accountId,
      },
    });
    audit({ type: "import", id, detail: { kind: upload.kind, sha256: file.sha256 } });
    return id;
  });
}

/** Previews that nobody has carried out for a week are gone with the next upload. */
async function dropOldDrafts(tx: Transaction, accountId: string): Promise<void> {
  const before = new Date(Date.now() - draftDays * 86_400_000);
  const drafts = await tx.import.findMany({
    where: { uploadedById: accountId, appliedAt: null, createdAt: { lt: before } },
    select: { id: true, fileId: true },
  });
  await tx.import.deleteMany({ where: { id: { in: drafts.map(({ id }) => id) } } });
  await tx.storedFile.deleteMany({ where: { id: { in: drafts.map(({ fileId }) => fileId) } } });
}

/** Throws a preview away, with its file. */
export async function cancelImport(db: Database, viewer: Viewer, id: string): Promise<string> {
  return transact(db, { actor: actorOf(viewer), action: "import.cancel" }, async (tx, audit) => {
    const draft = await tx.import.findFirst({
      where: { id, uploadedById: viewer.accountId, appliedAt: null },
    });
    if (!draft) return notFound();
    await tx.import.delete({ where: { id } });
    await tx.storedFile.delete({ where: { id: draft.fileId } });
    audit({ type: "import", id });
    return id;
  });
}
