import { createHash } from "node:crypto";
import type { ImportKind, Prisma } from "~/generated/prisma/client";
import { AppError } from "~/platform/app-error";
import type { Transaction } from "~/platform/db.server";
import { safeFileName } from "~/platform/file-name";
import { storeFile } from "~/platform/files.server";
import type { Actor } from "~/platform/transact.server";
import type { ImportOutcome } from "./import-outcome.schema";

/** A file as it was handed in: its name and what it holds. */
export type HandedIn = { name: string; bytes: Uint8Array<ArrayBuffer> };

/** Where an import's file is: handed in before, or with the command itself. */
export type ImportSource = { importId: string } | HandedIn;

const endings: Record<ImportKind, string[]> = {
  sie: ["se", "si", "sie", "txt"],
  training: ["csv", "txt"],
};

/** Keeps a handed-in file in the caller's transaction. Until it is carried out it is a draft. */
export async function keepFile(
  tx: Transaction,
  {
    kind,
    file,
    authorityId,
    actor,
  }: { kind: ImportKind; file: HandedIn; authorityId: string; actor: Actor },
): Promise<{ id: string; sha256: string }> {
  const ending = file.name.split(".").at(-1)?.toLowerCase() ?? "";
  const [usual = "txt"] = endings[kind];
  const name = safeFileName(file.name, endings[kind].includes(ending) ? ending : usual);
  const fileId = await storeFile(tx, {
    file: { name, mediaType: "application/octet-stream", bytes: file.bytes },
    authorityId,
    uploadedById: actor.accountId,
  });
  const { id } = await tx.import.create({
    data: { authorityId, kind, fileId, uploadedById: actor.accountId },
    select: { id: true },
  });
  return { id, sha256: createHash("sha256").update(file.bytes).digest("hex") };
}

/** Notes what came of a draft. Throws `conflict` where somebody has carried it out already. */
export async function markApplied(
  tx: Transaction,
  actor: Actor,
  done: {
    importId: string;
    projectId: string | null;
    choices: Prisma.InputJsonObject;
    outcome: ImportOutcome;
  },
): Promise<void> {
  const { importId, projectId, choices, outcome } = done;
  const marked = await tx.import.updateMany({
    where: { id: importId, appliedAt: null },
    data: { appliedAt: new Date(), appliedById: actor.accountId, projectId, choices, outcome },
  });
  if (marked.count === 0) throw new AppError("conflict");
}
