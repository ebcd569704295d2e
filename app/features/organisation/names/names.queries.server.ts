import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { notesApart, type Namesake } from "./notes-apart";
import type { PersonName } from "./person-name";

/**
 * How some people are named, by their ids: with a note beside the names that somebody else of the
 * authority has too. One statement, and one more where there are such.
 */
export async function namesOf(
  db: Db,
  personIds: readonly string[],
  day: IsoDate,
): Promise<Map<string, PersonName>> {
  const people = await db.$queryRaw<{ id: string; name: string; isShared: boolean }[]>`
    select id, full_name(given_name, family_name) as name,
      (select count(*) > 1 from namesakes_of(person.id)) as "isShared"
    from person where id = any(${[...new Set(personIds)]}::uuid[])`;
  const shared = people.filter(({ isShared }) => isShared).map(({ id }) => id);
  const notes = shared.length > 0 ? await notesOf(db, shared, day) : new Map<string, string>();
  return new Map(people.map(({ id, name }) => [id, { name, note: notes.get(id) ?? null }]));
}

async function notesOf(db: Db, personIds: string[], day: IsoDate): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<(Namesake & { of: string })[]>`
    select somebody.id as of, person.id, unit.name as "unitName", home.job_title as "jobTitle",
      person.email, to_char(employment.joined_on, 'YYYY-MM-DD') as "joinedOn"
    from unnest(${personIds}::uuid[]) as somebody (id)
    cross join lateral namesakes_of(somebody.id) namesake
    join person on person.id = namesake.person_id
    cross join lateral home_of(person.id, ${day}::date) home
    cross join lateral employment_of(person.id, ${day}::date) employment
    join unit on unit.id = home.unit_id`;
  return new Map(
    personIds.map((id) => [id, notesApart(rows.filter(({ of }) => of === id)).get(id) ?? ""]),
  );
}
