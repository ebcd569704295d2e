import type { ImportKind } from "~/generated/prisma/client";
import type { Viewer } from "~/features/access/viewer";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { pageCountOf } from "~/platform/paging";
import { importOutcome, type ImportOutcome } from "./import-outcome.schema";
import { importReach, mayImportTraining } from "./imports.policy";

export type ImportRow = {
  id: string;
  kind: ImportKind;
  fileName: string;
  createdAt: string;
  appliedAt: string | null;
  projectCode: string | null;
  outcome: ImportOutcome | null;
};

const pageSize = 25;

/** The files that the viewer, or for an administrator anybody, has handed in; the latest first. */
export async function listImports(db: Db, viewer: Viewer, page: number) {
  const where = reached(viewer);
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
    pageCount: pageCountOf(count, pageSize),
    imports: imports.map((row): ImportRow => ({
      id: row.id,
      kind: row.kind,
      fileName: row.file.name,
      createdAt: row.createdAt.toISOString(),
      appliedAt: row.appliedAt?.toISOString() ?? null,
      projectCode: row.project?.code ?? null,
      outcome: outcomeOf(row.outcome),
    })),
  };
}

/** A handed-in file without its bytes; 404 outside the viewer's reach. */
export async function findImport(db: Db, viewer: Viewer, id: string) {
  const found = await db.import.findFirst({
    where: { AND: [{ id }, reached(viewer)] },
    include: {
      file: { select: { name: true } },
      project: { select: { id: true, authorityId: true, code: true, name: true } },
    },
  });
  if (!found) return notFound();
  return { ...found, outcome: outcomeOf(found.outcome) };
}

/** Whether the viewer reaches an import: a draft that somebody else handed in is not theirs. */
export async function reachesImport(db: Db, viewer: Viewer, id: string): Promise<boolean> {
  return (await db.import.count({ where: { AND: [{ id }, reached(viewer)] } })) > 0;
}

/** The bytes of a file that `findImport` has found. */
export async function bytesOf(db: Db, { fileId }: { fileId: string }) {
  const { bytes } = await db.storedFile.findUniqueOrThrow({
    where: { id: fileId },
    select: { bytes: true },
  });
  return bytes;
}

function outcomeOf(stored: unknown): ImportOutcome | null {
  return stored === null ? null : importOutcome.parse(stored);
}

function reached(viewer: Viewer) {
  return importReach(viewer) ?? { id: { in: [] } };
}
