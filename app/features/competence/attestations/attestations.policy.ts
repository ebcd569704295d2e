import type { Viewer } from "~/features/access/viewer";

/** A manager confirms what the people of their units know, but never what they know themselves. */
export function canAttest(viewer: Viewer, person: { id: string; unitId: string }): boolean {
  return person.id !== viewer.personId && viewer.managedUnitIds.includes(person.unitId);
}
