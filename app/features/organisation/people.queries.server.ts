import type { Prisma } from "~/generated/prisma/client";
import { hasRole, type Viewer } from "~/features/access/viewer";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { toDbDate, toIsoDate, type IsoDate } from "~/terms/day";

/** Works here on a day: has joined and has not left. */
export function activeOn(day: IsoDate): Prisma.PersonWhereInput {
  return {
    joinedOn: { lte: toDbDate(day) },
    OR: [{ leftOn: null }, { leftOn: { gt: toDbDate(day) } }],
  };
}

/** The people whose records the viewer may look into: their own, their units', or all of them. */
export function peopleInReach(viewer: Viewer): Prisma.PersonWhereInput {
  if (hasRole(viewer, "administrator") && viewer.authorityId) {
    return { authorityId: viewer.authorityId };
  }
  return {
    OR: [
      { unitId: { in: viewer.managedUnitIds } },
      ...(viewer.personId ? [{ id: viewer.personId }] : []),
    ],
  };
}

export type PersonView = {
  id: string;
  name: string;
  jobTitle: string;
  email: string | null;
  unit: { id: string; name: string };
  joinedOn: IsoDate;
  leftOn: IsoDate | null;
};

/** One person whose records the viewer may look into; 404 for all others. */
export async function showPerson(db: Db, viewer: Viewer, id: string): Promise<PersonView> {
  const person = await db.person.findFirst({
    where: { AND: [{ id }, peopleInReach(viewer)] },
    include: { unit: { select: { id: true, name: true } } },
  });
  if (!person) return notFound();
  return {
    id: person.id,
    name: `${person.givenName} ${person.familyName}`.trim(),
    jobTitle: person.jobTitle,
    email: person.email,
    unit: person.unit,
    joinedOn: toIsoDate(person.joinedOn),
    leftOn: person.leftOn && toIsoDate(person.leftOn),
  };
}
