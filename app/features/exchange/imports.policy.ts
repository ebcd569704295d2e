import { hasRole, type Viewer } from "~/features/access/viewer";

/** Those who bring in ledgers: for the projects they manage, or all of the authority's. */
export function mayImportLedger(
  viewer: Viewer,
  project: { id: string; authorityId: string },
): boolean {
  if (viewer.managedProjectIds.includes(project.id)) return true;
  return hasRole(viewer, "administrator") && project.authorityId === viewer.authorityId;
}

/** Those who bring in training lists: for the people of their units, or all of the authority's. */
export function mayImportTraining(viewer: Viewer): boolean {
  return hasRole(viewer, "manager", "administrator");
}
