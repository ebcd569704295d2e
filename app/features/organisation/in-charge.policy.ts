import { hasRole, type Viewer } from "~/features/access/viewer";

/** Whether the viewer manages one of the units. */
export function managesSome(viewer: Viewer, unitIds: readonly string[]): boolean {
  return unitIds.some((id) => viewer.managedUnitIds.includes(id));
}

/** Whether the viewer keeps the details of somebody whose page they may open. */
export function canChangePerson(viewer: Viewer, person: { unitIds: string[] }): boolean {
  return hasRole(viewer, "administrator") || managesSome(viewer, person.unitIds);
}

/** The authority that the viewer sets up competences and courses for; null for all others. */
export function authorityInCharge(viewer: Viewer): string | null {
  return hasRole(viewer, "administrator", "manager") ? viewer.authorityId : null;
}
