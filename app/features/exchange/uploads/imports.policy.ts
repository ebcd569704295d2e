import { hasRole, type Role, type Viewer } from "~/features/access/viewer";

/** Who has the pages of imports at all. */
export const importRoles: readonly Role[] = ["manager", "project-manager", "administrator"];

/** Those who bring in ledgers: for the projects they manage, or all of the authority's. */
export function mayImportLedger(
  viewer: Viewer,
  project: { id: string; authorityId: string },
): boolean {
  if (viewer.managedProjectIds.includes(project.id)) return true;
  return hasRole(viewer, "administrator") && project.authorityId === viewer.authorityId;
}

/** The projects of `mayImportLedger`: a whole authority's and those with the ids. */
export function projectsToImportTo(viewer: Viewer): { authorityId: string | null; ids: string[] } {
  return {
    authorityId: hasRole(viewer, "administrator") ? viewer.authorityId : null,
    ids: viewer.managedProjectIds,
  };
}

/** Those who bring in training lists: for the people of their units, or all of the authority's. */
export function mayImportTraining(viewer: Viewer): boolean {
  return hasRole(viewer, "manager", "administrator");
}

export type ImportSubject = { authorityId: string; uploadedById: string | null };

/** The imports that a viewer reaches: their own, or the whole authority's. Reads start here. */
export function importReach(viewer: Viewer): { authorityId: string; uploadedById?: string } | null {
  const { authorityId, accountId } = viewer;
  if (authorityId === null) return null;
  return hasRole(viewer, "administrator")
    ? { authorityId }
    : { authorityId, uploadedById: accountId };
}

/** Who handed a file in may throw it away, or take its import back; an administrator any. */
export function mayUndo(viewer: Viewer, subject: ImportSubject): boolean {
  const reach = importReach(viewer);
  return (
    reach !== null &&
    subject.authorityId === reach.authorityId &&
    (reach.uploadedById === undefined || subject.uploadedById === reach.uploadedById)
  );
}
