import { nameWithNote } from "~/features/organisation/names/person-name";
import type { ListedPerson } from "./listed-people.server";
import { plainText } from "./plain-text";

/**
 * Of namesakes those whom a text tells from the others: an address, the whole note beside the name,
 * or any part of it, such as the unit.
 */
export function toldApart(people: readonly ListedPerson[], text: string): ListedPerson[] {
  const written = plainText(text);
  if (written === "") return [];
  const exactly = people.filter((person) =>
    [person.email ?? "", nameWithNote(person)].map(plainText).includes(written),
  );
  if (exactly.length > 0) return exactly;
  return people.filter(({ note }) => `, ${plainText(note ?? "")}, `.includes(`, ${written}, `));
}
