import type { Prisma } from "~/generated/prisma/client";
import { hasRole, type Viewer } from "~/features/access/viewer";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { homesOf } from "./homes.queries.server";
import { fullName } from "./names/full-name";
import { seenIn, seenUnits, unitIdsOf } from "./placements.server";

/** The people whose records the viewer may look into: their own, their units', or all of them. */
export function peopleInReach(viewer: Viewer): Prisma.PersonWhereInput {
  if (hasRole(viewer, "administrator") && viewer.authorityId) {
    return { authorityId: viewer.authorityId };
  }
  return {
    OR: [
      seenIn({ unitId: { in: viewer.managedUnitIds } }, viewer.today),
      ...(viewer.personId ? [{ id: viewer.personId }] : []),
    ],
  };
}

/** Somebody whose records the viewer may look into, as far as what they may do asks; else null. */
export async function personInReach(
  db: Db,
  viewer: Viewer,
  id: string,
): Promise<{ id: string; authorityId: string; unitIds: string[] } | null> {
  const person = await db.person.findFirst({
    where: { AND: [{ id }, peopleInReach(viewer)] },
    select: { authorityId: true, placements: seenUnits(viewer.today) },
  });
  return person && { id, authorityId: person.authorityId, unitIds: unitIdsOf(person) };
}

export type PersonView = {
  id: string;
  name: string;
  jobTitle: string;
  email: string | null;
  /** The place that they are named with today, see `home_of`. */
  unit: { id: string; name: string };
  /** The units through which they may be looked at. */
  unitIds: string[];
  joinedOn: IsoDate;
  leftOn: IsoDate | null;
};

/** The names of those of the people whom the viewer may look at, by their ids. */
export async function namesInReach(
  db: Db,
  viewer: Viewer,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  const people = await db.person.findMany({
    where: { AND: [{ id: { in: [...personIds] } }, peopleInReach(viewer)] },
    select: { id: true, givenName: true, familyName: true },
  });
  return new Map(
    people.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`.trim()]),
  );
}

/** One person whose records the viewer may look into; 404 for all others. */
export async function showPerson(db: Db, viewer: Viewer, id: string): Promise<PersonView> {
  const person = await db.person.findFirst({
    where: { AND: [{ id }, peopleInReach(viewer)] },
    include: { placements: seenUnits(viewer.today) },
  });
  const home = person && (await homesOf(db, [id], viewer.today)).get(id);
  if (!person || !home) return notFound();
  return {
    id: person.id,
    name: fullName(person),
    email: person.email,
    unitIds: unitIdsOf(person),
    ...home,
  };
}
