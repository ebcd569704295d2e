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
 * by name. The address decides, but where the name is another's: `doubt` says that they are two people's,
 * or that only somebody who knows them can tell, who is asked.
 */
export function personFinder(
  people: readonly ListedPerson[],
  { people: meant, ask }: Pick<ListAnswers, "people"> & { ask: AskWho },
) {
  const byEmail = grouped(people, ({ email }) => (email ?? "").toLowerCase());
  const nameOf = nameFinder(people);
  const chosenOf = (name: string, found: readonly ListedPerson[]) => {
    ask(name, found);
    const chosen = found.filter(({ id }) => id === meant[answerKey(name)]);
    return chosen.length === 1 ? chosen : null;
  };
  return (email: string, name: string): FoundPeople => {
    const named = nameOf(name);
    const addressed = email === "" ? undefined : byEmail.get(email.toLowerCase());
    if (addressed) {
      const doubt = doubtOfName(name, { addressed, named });
      if (doubt !== "otherName") return { found: addressed, doubt };
      const chosen = chosenOf(name, addressed);
      return { found: chosen ?? addressed, doubt: chosen ? null : doubt };
    }
    const found = email === "" ? named : named.filter((person) => person.email === null);
    const chosen = found.length > 1 ? chosenOf(name, found) : null;
    return { found: chosen ?? found, doubt: null };
  };
}

type FoundPeople = { found: readonly ListedPerson[]; doubt: "twoPeople" | "otherName" | null };

type AskWho = (name: string, people: readonly ListedPerson[]) => void;

/** What the answer to whom a name means is called. */
export function answerKey(name: string): string {
  return plainName(turnedName(name));
}

/**
 * Whose a name is that stands beside an address: somebody else's where anybody here is called so or it
 * has nothing of theirs; perhaps theirs where it has something of it and something else, for people
 * marry, and share given names.
 */
function doubtOfName(
  name: string,
  { addressed, named }: Record<"addressed" | "named", readonly ListedPerson[]>,
): FoundPeople["doubt"] {
  if (name === "" || addressed.some((person) => named.includes(person))) return null;
  if (named.length > 0) return "twoPeople";
  const written = wordsOf(name);
  const theirs = addressed.map((person) => wordsOf(person.name));
  if (theirs.some((words) => areAmong(written, words) || areAmong(words, written))) return null;
  const shares = theirs.some((words) => written.some((word) => words.includes(word)));
  return shares ? "otherName" : "twoPeople";
}

function wordsOf(name: string): string[] {
  return plainName(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Whether each word is one of others, or the first letter of one. */
function areAmong(words: readonly string[], others: readonly string[]): boolean {
  const isOneOf = (word: string) =>
    others.some((other) => other === word || (word.length === 1 && other.startsWith(word)));
  return words.length > 0 && words.every(isOneOf);
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
