import { plainLetters, swedishLetters } from "./letters";

/**
 * Whom of some people a written full name means. Those with the very letters, in any case, come
 * before those for whom an a or o stands for å, ä or ö; these stand for themselves alone.
 */
export function namedAs<Person extends { name: string }>(
  people: readonly Person[],
  written: string,
): Person[] {
  const sought = nameKeys(written);
  const alike = people.filter(({ name }) => nameKeys(name).plain === sought.plain);
  const same = alike.filter(({ name }) => nameKeys(name).swedish === sought.swedish);
  return same.length > 0 || sought.swedish !== sought.plain ? same : alike;
}

/** A name as it is looked for, in plain letters: the column `plain_name`. */
export function plainName(name: string): string {
  return nameKeys(name).plain;
}

function nameKeys(name: string) {
  const spaced = name.trim().replace(/\s+/g, " ");
  return { swedish: swedishLetters(spaced), plain: plainLetters(spaced) };
}
