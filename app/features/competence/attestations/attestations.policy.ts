import type { Viewer } from "~/features/access/viewer";
import { managesSome } from "~/features/organisation/in-charge.policy";

/** A manager confirms what the people of their units know, but never what they know themselves. */
export function canAttest(viewer: Viewer, person: { id: string; unitIds: string[] }): boolean {
  return person.id !== viewer.personId && managesSome(viewer, person.unitIds);
}
