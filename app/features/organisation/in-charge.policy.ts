import { hasRole, type Viewer } from "~/features/access/viewer";

/** Whether the viewer keeps the details of somebody whose page they may open. */
export function canChangePerson(viewer: Viewer, person: { unit: { id: string } }): boolean {
  return hasRole(viewer, "administrator") || viewer.managedUnitIds.includes(person.unit.id);
}

/** The authority that the viewer sets up competences and courses for; null for all others. */
export function authorityInCharge(viewer: Viewer): string | null {
  return hasRole(viewer, "administrator", "manager") ? viewer.authorityId : null;
}
