import { namedAs, plainName } from "~/features/organisation/names/named-as";
import { nameWithNote } from "~/features/organisation/names/person-name";
import type { Stretch } from "~/features/organisation/stretches";
import { grouped } from "~/terms/grouped";
import type { ListAnswers } from "./list-answers.schema";
import { plainText } from "./plain-text";

export type ListedPerson = {
  id: string;
  email: string | null;
  name: string;
  /** What tells them from others of the same name. */
  note: string | null;
  /** When they worked here. */
  placements: Pick<Stretch, "startsOn" | "endsBefore">[];
};

/**
 * Finds people by e-mail; those of whom no address is known, and those in lists without addresses,
 * by name. `isTwo`: the address is one's and the name another's.
 */
export function personFinder(
  people: readonly ListedPerson[],
  { people: meant, ask }: Pick<ListAnswers, "people"> & { ask: AskWho },
) {
  const byEmail = grouped(people, ({ email }) => (email ?? "").toLowerCase());
  const nameOf = nameFinder(people);
  return (email: string, name: string): { found: readonly ListedPerson[]; isTwo: boolean } => {
    const named = nameOf(name);
    const addressed = email === "" ? undefined : byEmail.get(email.toLowerCase());
    if (addressed) return { found: addressed, isTwo: areOthers(addressed, { named, name }) };
    const found = email === "" ? named : named.filter((person) => person.email === null);
    if (found.length < 2) return { found, isTwo: false };
    ask(name, found);
    const chosen = found.filter(({ id }) => id === meant[answerKey(name)]);
    return { found: chosen.length === 1 ? chosen : found, isTwo: false };
  };
}

type AskWho = (name: string, people: readonly ListedPerson[]) => void;

/** What the answer to whom a name means is called. */
export function answerKey(name: string): string {
  return plainName(turnedName(name));
}

/** The name is somebody else's, or has nothing of theirs whose address it stands beside. */
function areOthers(
  addressed: readonly ListedPerson[],
  { named, name }: { named: readonly ListedPerson[]; name: string },
): boolean {
  if (name === "" || addressed.some((person) => named.includes(person))) return false;
  const written = new Set(plainName(name).split(/[\s,]+/));
  const shares = addressed.some((person) =>
    plainName(person.name)
      .split(" ")
      .some((word) => written.has(word)),
  );
  return named.length > 0 || !shares;
}

/**
 * Finds people by name (`namedAs`): as "Given Family" or "Family, Given", as our own files write
 * somebody who shares a name, and only where nobody is found so, as "Family Given".
 */
function nameFinder(people: readonly ListedPerson[]): (name: string) => readonly ListedPerson[] {
  const byName = grouped(people, ({ name }) => plainName(name));
  const noted = people.filter(({ note }) => note !== null);
  const byNote = grouped(noted, (person) => plainText(nameWithNote(person)));
  const find = (written: string) => namedAs(byName.get(plainName(written)) ?? [], written);
  return (name) => {
    if (name === "") return [];
    const exactly = byNote.get(plainText(name));
    if (exactly) return exactly;
    const found = find(turnedName(name));
    if (found.length > 0) return found;
    const ids = new Set<string>();
    return turnedNames(name)
      .flatMap(find)
      .filter(({ id }) => !ids.has(id) && Boolean(ids.add(id)));
  };
}

/** "Family, Given" as "Given Family". */
function turnedName(name: string): string {
  const [family = "", given] = name.split(",");
  return given === undefined ? name : `${given} ${family}`;
}

/** "Family Given" as "Given Family", wherever the one ends and the other begins. */
function turnedNames(name: string): string[] {
  const words = name.trim().split(/\s+/).slice(0, 8);
  return words
    .slice(1)
    .map((_, at) => [...words.slice(at + 1), ...words.slice(0, at + 1)].join(" "));
}

/** All that a written name may be in the books, to look for. */
export function possibleNames(name: string): string[] {
  const bare = name.replace(/ \([^)]*\)$/, "");
  return [turnedName(bare), ...(name.includes(",") ? [] : turnedNames(bare))];
}
