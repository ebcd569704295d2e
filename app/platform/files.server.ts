import { createHash } from "node:crypto";
import type { Db, Transaction } from "./db.server";
import { documentKindOf, documentKinds, hasItsEnd } from "./document-kind.server";
import { safeFileName } from "./file-name";

/** A file that may be stored: `name` is safe, `mediaType` is what the bytes are. */
export type CheckedFile = { name: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> };

/** Why an upload is not taken. `cut-off`: it begins right, and its end is missing. */
export type UploadFault = "empty" | "too-large" | "wrong-kind" | "cut-off";

/**
 * Reads an uploaded document (PDF, PNG, JPEG, WEBP or DOCX) and looks at what it is: neither its
 * name nor the sender's word for its type is believed.
 */
export async function readDocument(
  upload: File,
  { maxBytes }: { maxBytes: number },
): Promise<CheckedFile | UploadFault> {
  if (upload.size === 0) return "empty";
  if (upload.size > maxBytes) return "too-large";
  const bytes = new Uint8Array(await upload.arrayBuffer());
  const kind = await documentKindOf(bytes);
  if (!kind) return "wrong-kind";
  if (!hasItsEnd(kind, bytes)) return "cut-off";
  return { name: safeFileName(upload.name, kind), mediaType: documentKinds[kind], bytes };
}

/** Stores a file in the caller's transaction and returns its id. */
export async function storeFile(
  tx: Transaction,
  {
    file,
    authorityId,
    uploadedById,
  }: { file: CheckedFile; authorityId: string; uploadedById: string | null },
): Promise<string> {
  const { id } = await tx.storedFile.create({
    data: {
      authorityId,
      uploadedById,
      name: file.name,
      mediaType: file.mediaType,
      size: file.bytes.byteLength,
      sha256: createHash("sha256").update(file.bytes).digest("hex"),
      bytes: file.bytes,
    },
    select: { id: true },
  });
  return id;
}

/** A stored file with its bytes; null where there is none. Who may open it is the caller's matter. */
export async function openFile(db: Db, id: string): Promise<CheckedFile | null> {
  return db.storedFile.findUnique({
    where: { id },
    select: { name: true, mediaType: true, bytes: true },
  });
}

/** A response that saves the file: the browser neither shows it nor guesses at its type. */
export function downloadOf({ name, mediaType, bytes }: CheckedFile): Response {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new Response(bytes, {
    headers: {
      "content-type": mediaType,
      "content-length": String(bytes.byteLength),
      "content-disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
    },
  });
}

/** A response that a page shows: one of our own pictures, or its rows. */
export function shownOf({ name, mediaType, bytes }: CheckedFile): Response {
  return new Response(bytes, {
    headers: {
      "content-type": mediaType,
      "content-disposition": `inline; filename="${encodeURIComponent(name)}"`,
      "cache-control": "private, no-store",
    },
  });
}
