import { Prisma } from "~/generated/prisma/client";
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

/** The same people, as a condition on the table `person`. */
export function inChargeOf(viewer: Viewer): Prisma.Sql {
  const { authorityId, managedUnitIds, today } = viewer;
  const ofAuthority = Prisma.sql`person.authority_id = ${authorityId}::uuid`;
  if (hasRole(viewer, "administrator")) return ofAuthority;
  return Prisma.sql`${ofAuthority} and person.id in (
    select person_id from seen_through(${today}::date)
    where unit_id = any(${managedUnitIds}::uuid[]))`;
}
