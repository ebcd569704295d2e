import { Prisma } from "~/generated/prisma/client";
import { hasRole, type Viewer } from "~/features/access/viewer";
import type { Db, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
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

/** The authority of a unit that the viewer may place people in; else a fault beside the field. */
export async function authorityOfUnit(
  tx: Transaction,
  viewer: Viewer,
  unitId: string,
): Promise<string> {
  const unit = await tx.unit.findFirst({
    where: { AND: [{ id: unitId }, unitsInCharge(viewer)] },
    select: { authorityId: true },
  });
  if (!unit) throw new FieldError({ unitId: { key: "errors.notOffered" } });
  return unit.authorityId;
}

/** The people of those units. */
export function peopleInCharge(viewer: Viewer): Prisma.PersonWhereInput {
  return seenIn({ unit: unitsInCharge(viewer) }, viewer.today);
}

/** The same people, as a condition on the table `person`. */
export function inChargeOf(viewer: Viewer): Prisma.Sql {
  const { authorityId, managedUnitIds, today } = viewer;
  if (hasRole(viewer, "administrator")) {
    return Prisma.sql`person.authority_id = ${authorityId}::uuid`;
  }
  // As ids: how few they are, the planner can't know, and it would go through everybody.
  return Prisma.sql`person.id = any(array(
    select person_id from seen_through(${today}::date)
    where unit_id = any(${managedUnitIds}::uuid[])))`;
}

/** The people whose records the viewer may look into (`peopleInReach`), in the same way. */
export function inReachOf(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`(person.id = ${viewer.personId}::uuid or (${inChargeOf(viewer)}))`;
}
