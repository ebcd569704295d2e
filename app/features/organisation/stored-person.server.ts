import type { Viewer } from "~/features/access/viewer";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { peopleInCharge, unitsInCharge } from "./in-charge.server";
import { homeAmong, type Stretch } from "./stretches";
import { stretchesOf } from "./stretches.queries.server";

export type StoredPerson = {
  id: string;
  authorityId: string;
  givenName: string;
  familyName: string;
  email: string | null;
  /** Of those in charge of the one that the person is named with today (`homeAmong`). */
  home: Stretch;
  /** Those in units that the viewer is in charge of. */
  own: Stretch[];
  /** All that stand, by their first day. */
  stretches: Stretch[];
};

/** The details of somebody in a unit that the viewer is in charge of; 404 for all others. */
export async function storedPerson(db: Db, viewer: Viewer, id: string): Promise<StoredPerson> {
  const person = await db.person.findFirst({
    where: { AND: [{ id }, peopleInCharge(viewer)] },
    select: {
      id: true,
      authorityId: true,
      givenName: true,
      familyName: true,
      email: true,
    },
  });
  if (!person) return notFound();
  const stretches = (await stretchesOf(db, [id])).get(id) ?? [];
  const units = await db.unit.findMany({
    where: { AND: [{ id: { in: stretches.map(({ unitId }) => unitId) } }, unitsInCharge(viewer)] },
    select: { id: true },
  });
  const inCharge = new Set(units.map((unit) => unit.id));
  const own = stretches.filter(({ unitId }) => inCharge.has(unitId));
  const home = homeAmong(own, viewer.today);
  return home ? { ...person, home, own, stretches } : notFound();
}

/** One of somebody's placements, in a unit that the viewer is in charge of; 404 for all others. */
export function placementInCharge({ own }: StoredPerson, placementId: string): Stretch {
  return own.find(({ id }) => id === placementId) ?? notFound();
}
