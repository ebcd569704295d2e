import type { Prisma } from "~/generated/prisma/client";
import { hasRole, type Viewer } from "~/features/access/viewer";
import { seenIn } from "./placements.server";

/**
 * The units that the viewer sets up: a manager's own and all below, an administrator's whole
 * authority, nobody else's any.
 */
export function unitsInCharge(viewer: Viewer): Prisma.UnitWhereInput {
  const { authorityId } = viewer;
  if (!authorityId) return { id: { in: [] } };
  return hasRole(viewer, "administrator")
    ? { authorityId }
    : { authorityId, id: { in: viewer.managedUnitIds } };
}

/** The people of those units. */
export function peopleInCharge(viewer: Viewer): Prisma.PersonWhereInput {
  return seenIn({ unit: unitsInCharge(viewer) }, viewer.today);
}
