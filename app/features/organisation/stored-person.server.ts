import type { Viewer } from "~/features/access/viewer";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { toIsoDate } from "~/terms/day";
import { peopleInCharge } from "./in-charge.server";

/** The details of somebody in a unit that the viewer is in charge of; 404 for all others. */
export async function storedPerson(db: Db, viewer: Viewer, id: string) {
  const person = await db.person.findFirst({
    where: { AND: [{ id }, peopleInCharge(viewer)] },
    select: {
      id: true,
      givenName: true,
      familyName: true,
      email: true,
      jobTitle: true,
      unitId: true,
      joinedOn: true,
      leftOn: true,
    },
  });
  if (!person) return notFound();
  return {
    ...person,
    joinedOn: toIsoDate(person.joinedOn),
    leftOn: person.leftOn && toIsoDate(person.leftOn),
  };
}
