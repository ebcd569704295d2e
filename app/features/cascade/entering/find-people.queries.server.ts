import type { Viewer } from "~/features/access/viewer";
import type { Db } from "~/platform/db.server";
import { composed } from "~/terms/composed-text";
import { addDays, type IsoDate } from "~/terms/day";

/** `note` tells people of the same name apart: their unit. */
export type FoundPerson = { id: string; name: string; note: string };

const mostFound = 12;

/**
 * People of the viewer's authority whose name has every word of `query` in it, those whose name
 * begins with it first. Who left within a year is found too: a hand-over may be entered late.
 */
export async function findPeople(
  db: Db,
  viewer: Pick<Viewer, "authorityId">,
  { query, today }: { query: string; today: IsoDate },
): Promise<FoundPerson[]> {
  const words = composed(query).slice(0, 80).split(/\s+/).filter(Boolean).slice(0, 6);
  if (words.length === 0 || !viewer.authorityId) return [];
  const patterns = words.map(literalPattern);
  const anywhere = patterns.map((pattern) => `%${pattern.toLowerCase()}%`);
  return db.$queryRaw<FoundPerson[]>`
    select person.id, trim(given_name || ' ' || family_name) as name, unit.name as note
    from person
    cross join lateral home_of(person.id, ${today}::date) home
    join unit on unit.id = home.unit_id
    where person.authority_id = ${viewer.authorityId}::uuid
      and home.starts_on <= ${today}::date
      and (home.ends_before is null or home.ends_before > ${addDays(today, -365)}::date)
      and lower(given_name || ' ' || family_name) like all (${anywhere}::text[])
    order by
      given_name ilike ${`${patterns[0]}%`} or family_name ilike ${`${patterns[0]}%`} desc,
      family_name, given_name, person.id
    limit ${mostFound}`;
}

/** The word with those signs that a pattern gives a meaning standing for themselves. */
function literalPattern(word: string): string {
  return word.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
