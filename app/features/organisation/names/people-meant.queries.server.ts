import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { Stretch } from "../stretches";
import { stretchesOf } from "../stretches.queries.server";
import { namesOf } from "./names.queries.server";
import type { PersonName } from "./person-name";

/** Among whom to look: everybody of an authority, or the people of some units. */
export type PeopleReach = { authorityId: string; unitIds: string[] | "all" };

/** Somebody who may be meant, with when they worked here. */
export type MeantPerson = PersonName & { id: string; email: string | null; placements: Stretch[] };

/**
 * The people who have one of these addresses, in small letters, or of these names, as `plainName`
 * writes them.
 */
export async function peopleMeant(
  db: Db,
  { authorityId, unitIds }: PeopleReach,
  { emails, names, today }: { emails: string[]; names: string[]; today: IsoDate },
): Promise<MeantPerson[]> {
  const units = unitIds === "all" ? null : unitIds;
  const people = await db.$queryRaw<{ id: string; email: string | null }[]>`
    select id, email from person
    where authority_id = ${authorityId}::uuid
      and (${units === null} or id in (
        select person_id from seen_through(${today}::date)
        where unit_id = any(${units ?? []}::uuid[])))
      and (lower(email) = any(${emails}::text[])
        or plain_name = any(${names}::text[]))`;
  const ids = people.map(({ id }) => id);
  const [named, stretches] = await Promise.all([namesOf(db, ids, today), stretchesOf(db, ids)]);
  return people.map(({ id, email }) => ({
    ...{ id, email, name: "", note: null },
    ...named.get(id),
    placements: stretches.get(id) ?? [],
  }));
}
