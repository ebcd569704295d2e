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
      exists (select from namesakes_of(person.id) namesake where namesake.person_id <> person.id)
        as "isShared"
    from person where id = any(${[...new Set(personIds)]}::uuid[])`;
  const shared = people.filter(({ isShared }) => isShared).map(({ id }) => id);
  const notes = shared.length > 0 ? await notesOf(db, shared, day) : new Map<string, string>();
  return new Map(
    people.map(({ id, name, isShared }) => [
      id,
      { name, note: isShared ? (notes.get(id) ?? "") : null },
    ]),
  );
}

/** What some people are called, by their ids, without what tells namesakes apart. */
export async function fullNamesOf(
  db: Db,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  const people = await db.$queryRaw<{ id: string; name: string }[]>`
    select id, full_name(given_name, family_name) as name
    from person where id = any(${[...new Set(personIds)]}::uuid[])`;
  return new Map(people.map(({ id, name }) => [id, name]));
}

async function notesOf(db: Db, personIds: string[], day: IsoDate): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<(Namesake & { alike: string })[]>`
    select person.id, concat(person.authority_id, person.plain_name) as alike,
      unit.name as "unitName", home.job_title as "jobTitle", person.email,
      (select to_char(employment.joined_on, 'YYYY-MM-DD')
        from employment_of(person.id, ${day}::date) employment
        where person.email is null) as "joinedOn"
    from (
      select distinct namesake.person_id
      from unnest(${personIds}::uuid[]) as somebody (id)
      cross join lateral namesakes_of(somebody.id) namesake
    ) namesake
    join person on person.id = namesake.person_id
    cross join lateral home_of(person.id, ${day}::date) home
    join unit on unit.id = home.unit_id`;
  const namesakes = new Map<string, Namesake[]>();
  for (const { alike, ...person } of rows) {
    namesakes.set(alike, [...(namesakes.get(alike) ?? []), person]);
  }
  return new Map([...namesakes.values()].flatMap((each) => [...notesApart(each)]));
}
