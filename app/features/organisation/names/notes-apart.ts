import type { IsoDate } from "~/terms/day";

/** Somebody among others of the same name, as they are known on a day. */
export type Namesake = {
  id: string;
  unitName: string;
  jobTitle: string;
  email: string | null;
  /** Of who has no address. */
  joinedOn: IsoDate | null;
};

/**
 * What stands beside the name of each of those who are called the same, no more than tells all of
 * them apart: their units; else also their titles; else also their addresses, or the day they
 * began (`2020-01-01–`) of who has none; at last a number in the order of their ids.
 */
export function notesApart(namesakes: readonly Namesake[]): Map<string, string> {
  const inOrder = [...namesakes].sort((a, b) => (a.id < b.id ? -1 : 1));
  const parts = inOrder.map((person, index) => [
    person.unitName,
    person.jobTitle,
    person.email ?? `${person.joinedOn ?? ""}–`,
    String(index + 1),
  ]);
  const most = parts[0]?.length ?? 0;
  let notes: string[] = [];
  for (let count = 1; count <= most; count += 1) {
    notes = parts.map((all) => all.slice(0, count).filter(Boolean).join(", "));
    if (new Set(notes).size === notes.length) break;
  }
  return new Map(inOrder.map(({ id }, index) => [id, notes[index] ?? ""]));
}
