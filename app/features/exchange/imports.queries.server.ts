import type { ImportKind } from "~/generated/prisma/client";
import { hasRole, type Viewer } from "~/features/access/viewer";
import { notFound } from "~/platform/app-error";
import { mayImportTraining } from "./imports.policy";
import type { Db } from "~/platform/db.server";

export type ImportRow = {
  id: string;
  kind: ImportKind;
  fileName: string;
  createdAt: string;
  appliedAt: string | null;
  projectCode: string | null;
  outcome: ImportOutcome | null;
};

export type ImportOutcome = { vouchers: number; rows: number; sumOre: number } | { rows: number };

const pageSize = 25;

/** The imports that the viewer may look at: their own, or all for an administrator. */
function importsInReach(viewer: Viewer) {
  if (!viewer.authorityId) return { id: { in: [] } };
  return hasRole(viewer, "administrator")
    ? { authorityId: viewer.authorityId }
    : { authorityId: viewer.authorityId, uploadedById: viewer.accountId };
}

export async function listImports(db: Db, viewer: Viewer, page: number) {
  const where = importsInReach(viewer);
  const [count, imports] = await Promise.all([
    db.import.count({ where }),
    db.import.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      include: { file: { select: { name: true } }, project: { select: { code: true } } },
    }),
  ]);
  const kinds: ImportKind[] = mayImportTraining(viewer) ? ["sie", "training"] : ["sie"];
  return {
    kinds,
    submissionId: crypto.randomUUID(),
    page,
    pageCount: Math.max(1, Math.ceil(count / pageSize)),
    imports: imports.map((row): ImportRow => ({
      id: row.id,
      kind: row.kind,
      fileName: row.file.name,
      createdAt: row.createdAt.toISOString(),
      appliedAt: row.appliedAt && row.appliedAt.toISOString(),
      projectCode: row.project?.code ?? null,
      // Written by our own commands, in this shape and no other.
      outcome: row.outcome as ImportOutcome | null,
    })),
  };
}

/** An import with its file's bytes, for the preview; 404 outside the viewer's reach. */
export async function openImport(db: Db, viewer: Viewer, id: string) {
  const found = await db.import.findFirst({
    where: { AND: [{ id }, importsInReach(viewer)] },
    include: { file: true, project: { select: { id: true, code: true, name: true } } },
  });
  return found ?? notFound();
}
