import type { Viewer } from "~/features/access/viewer";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { isInCharge, peopleInCharge } from "./in-charge.server";
import type { Stretch } from "./stretches";
import { stretchesOf } from "./stretches.queries.server";

export type StoredPerson = {
  id: string;
  authorityId: string;
  givenName: string;
  familyName: string;
  email: string | null;
  /** The one that the person is named with today, see `home_of`. */
  home: Stretch;
  /** All that stand, `home` among them, by their first day. */
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
  const [home] = await db.$queryRaw<{ unitId: string; startsOn: string }[]>`
    select unit_id as "unitId", to_char(starts_on, 'YYYY-MM-DD') as "startsOn"
    from home_of(${id}::uuid, ${viewer.today}::date)`;
  const shown = stretches.find(
    ({ unitId, startsOn }) => unitId === home?.unitId && startsOn === home.startsOn,
  );
  if (!shown) return notFound();
  return { ...person, home: shown, stretches };
}

/** One of somebody's placements, in a unit that the viewer is in charge of; 404 for all others. */
export async function placementInCharge(
  db: Db,
  viewer: Viewer,
  { stretches }: StoredPerson,
  placementId: string,
): Promise<Stretch> {
  const chosen = stretches.find(({ id }) => id === placementId);
  return chosen && (await isInCharge(db, viewer, chosen.unitId)) ? chosen : notFound();
}
