import type { Database } from "~/platform/db.server";

/** The import of a ledger's file, as long as it is a preview: it has written nothing. */
export async function makeImport(
  db: Database,
  { authorityId, projectId = null }: { authorityId: string; projectId?: string | null },
) {
  const file = { authorityId, name: "bok.se", mediaType: "text/plain", size: 1, sha256: "" };
  const { id: fileId } = await db.storedFile.create({ data: { ...file, bytes: Buffer.from("a") } });
  return db.import.create({ data: { authorityId, kind: "sie", fileId, projectId } });
}
