import { hasRole, type Role, type Viewer } from "~/features/access/viewer";

/** Who has the pages of imports at all. */
export const importRoles: readonly Role[] = ["manager", "project_manager", "administrator"];

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

export type ImportSubject = {
  authorityId: string;
  uploadedById: string | null;
  appliedAt: Date | null;
  /** Where it has been brought in. */
  project: { id: string; authorityId: string } | null;
};

type ImportReach =
  | { authorityId: string }
  | {
      OR: [{ authorityId: string; uploadedById: string }, { projectId: { in: string[] } }];
    };

/**
 * The imports that a viewer reaches: their own, those that were brought into a project that they
 * write to, or the whole authority's. Reads start here.
 */
export function importReach(viewer: Viewer): ImportReach | null {
  const { authorityId, accountId, managedProjectIds } = viewer;
  if (authorityId === null) return null;
  if (hasRole(viewer, "administrator")) return { authorityId };
  const theirs = { projectId: { in: managedProjectIds } };
  return { OR: [{ authorityId, uploadedById: accountId }, theirs] };
}

/**
 * Who handed a file in may throw it away, or take its import back; so may an administrator, and
 * take it back whoever may write to the project that it was brought into.
 */
export function mayUndo(viewer: Viewer, subject: ImportSubject): boolean {
  const { authorityId, uploadedById, appliedAt, project } = subject;
  if (viewer.authorityId === null) return false;
  if (appliedAt !== null && project !== null && mayImportLedger(viewer, project)) return true;
  if (viewer.authorityId !== authorityId) return false;
  return hasRole(viewer, "administrator") || uploadedById === viewer.accountId;
}
