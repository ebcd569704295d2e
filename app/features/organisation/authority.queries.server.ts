import { hasRole, type Viewer } from "~/features/access/viewer";
import { AppError } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { seenState } from "./seen-state.server";

/** The viewer's authority, which administrators set up; `forbidden` for all others. */
export async function authorityToSetUp(db: Db, viewer: Viewer) {
  const { authorityId } = viewer;
  if (!authorityId || !hasRole(viewer, "administrator")) throw new AppError("forbidden");
  return db.authority.findUniqueOrThrow({
    where: { id: authorityId },
    select: { id: true, name: true, orgNumber: true },
  });
}

/** The authority as its form shows it. */
export async function showAuthorityDraft(db: Db, viewer: Viewer) {
  const stored = await authorityToSetUp(db, viewer);
  const { name, orgNumber } = stored;
  return {
    ...{ name, orgNumber: orgNumber ?? "" },
    ...{ seen: seenState(stored), submissionId: crypto.randomUUID() },
  };
}
