import type { Viewer } from "~/features/access/viewer";
import { namesOf } from "~/features/organisation/names/names.queries.server";
import { personChoice } from "~/features/organisation/names/person-name";
import { soughtWords } from "~/features/organisation/names/sought-words";
import type { Db } from "~/platform/db.server";
import { addDays, type IsoDate } from "~/terms/day";

/** `note`: their unit, and what else tells them from others of the same name. */
export type FoundPerson = ReturnType<typeof personChoice>;

const mostFound = 12;

/**
 * People of the viewer's authority who are called what `query` says (`people_called`): those with the
 * letters as they were typed first, then those whose name begins with it. Who left within a year
 * is found too: a hand-over may be entered late.
 */
export async function findPeople(
  db: Db,
  viewer: Pick<Viewer, "authorityId">,
  { query, today }: { query: string; today: IsoDate },
): Promise<FoundPerson[]> {
  const words = soughtWords(query);
  const [first] = words;
  if (!first || !viewer.authorityId) return [];
  const people = await db.$queryRaw<{ id: string; unit: string }[]>`
    select person.id, unit.name as unit
    from people_called(${viewer.authorityId}::uuid, ${words}::text[]) called
    join people() person on person.id = called.person_id
    cross join lateral home_of(person.id, ${today}::date) home
    join units() unit on unit.id = home.unit_id
    where home.starts_on <= ${today}::date
      and (home.ends_before is null or home.ends_before > ${addDays(today, -365)}::date)
    order by called.as_typed desc,
      starts_with(plain_letters(given_name), plain_letters(${first}))
        or starts_with(plain_letters(family_name), plain_letters(${first})) desc,
      family_name, given_name, person.id
    limit ${mostFound}`;
  const names = await namesOf(
    db,
    people.map(({ id }) => id),
    today,
  );
  return people.map(({ id, unit }) => personChoice(id, names.get(id), unit));
}
