import { areAlike, likeness } from "./likeness";

export type StoredElement = { id: string; name: string };

/** What is said of the lines that may be renamed elements, or stand in their place. */
export type DoubtfulLines = "ask" | "renamed" | "replaced";

export type ElementChange = {
  /** What the competence shall have, in order. `id` is null for an element that is new. */
  elements: { id: string | null; name: string }[];
  removed: StoredElement[];
  /** Elements that are gone, and the lines that may be their new names: still to be asked about. */
  doubtful: { was: string; becomes: string }[];
};

/**
 * What a list of lines, one core element each, does to the elements that are there:
 *
 * 1. A line that says the name of an element is that element, wherever it stands now. Only the
 *    writing of its capitals may differ.
 * 2. Between two elements that stay (or before the first, or after the last), a new line that is
 *    like an element that is gone renames it: the most alike first.
 * 3. Of what is then left between the same two, the first line with the first element and so on,
 *    and anywhere a line that is like an element, nothing is guessed: it is asked whether they are
 *    renamed or replaced.
 * 4. All other lines are new, all other elements removed.
 *
 * No two of `names` may be alike: see `repeatedName`.
 */
export function changeElements(
  stored: readonly StoredElement[],
  names: readonly string[],
  doubtful: DoubtfulLines,
): ElementChange {
  const byName = new Map(stored.map((element) => [sameName(element.name), element]));
  const lines = names.map((name) => ({ id: byName.get(sameName(name))?.id ?? null, name }));
  const kept = new Set(lines.map(({ id }) => id));
  const gone = stored.filter(({ id }) => !kept.has(id));

  const goneAfter = inGaps(stored, ({ id }) => (kept.has(id) ? id : null));
  const newAfter = inGaps(lines, ({ id }) => id);
  const places = [...newAfter].map(([place, here]) => [goneAfter.get(place) ?? [], here] as const);

  const sure = places.flatMap(([elements, here]) => mostAlike(elements, here));
  const unsure = leftOver(sure, places).flatMap(([elements, here]) => inOrder(elements, here));
  const elsewhere = leftOver([...sure, ...unsure], [[gone, lines.filter(isNew)]]);
  unsure.push(...elsewhere.flatMap(([elements, here]) => mostAlike(elements, here)));

  const renamed = doubtful === "renamed" ? [...sure, ...unsure] : sure;
  for (const { element, line } of renamed) line.id = element.id;
  const taken = new Set(renamed.map(({ element }) => element.id));
  return {
    elements: lines,
    removed: gone.filter(({ id }) => !taken.has(id)),
    doubtful:
      doubtful === "ask"
        ? unsure.map(({ element, line }) => ({ was: element.name, becomes: line.name }))
        : [],
  };
}

type Line = { id: string | null; name: string };
type Pair = { element: StoredElement; line: Line };
/** Elements that are gone, and new lines that may be theirs. */
type Place = readonly [readonly StoredElement[], readonly Line[]];

function isNew({ id }: Line): boolean {
  return id === null;
}

/** Each with at most one, those that are most alike first. */
function mostAlike(elements: readonly StoredElement[], lines: readonly Line[]): Pair[] {
  const pairs = elements
    .flatMap((element) => lines.map((line) => ({ element, line })))
    .filter(({ element, line }) => areAlike(element.name, line.name))
    .sort((a, b) => likeness(b.element.name, b.line.name) - likeness(a.element.name, a.line.name));
  const chosen: Pair[] = [];
  for (const pair of pairs) {
    const isTaken = chosen.some(
      ({ element, line }) => element === pair.element || line === pair.line,
    );
    if (!isTaken) chosen.push(pair);
  }
  return chosen;
}

function inOrder(elements: readonly StoredElement[], lines: readonly Line[]): Pair[] {
  return elements.flatMap((element, index) => {
    const line = lines[index];
    return line ? [{ element, line }] : [];
  });
}

function leftOver(pairs: readonly Pair[], places: readonly Place[]): Place[] {
  const elements = new Set(pairs.map(({ element }) => element));
  const lines = new Set(pairs.map(({ line }) => line));
  return places.map(([gone, here]) => [
    gone.filter((element) => !elements.has(element)),
    here.filter((line) => !lines.has(line)),
  ]);
}

/** The first name that stands twice in the list; null where all differ. */
export function repeatedName(names: readonly string[]): string | null {
  const earlier = new Set<string>();
  for (const name of names) {
    if (earlier.has(sameName(name))) return name;
    earlier.add(sameName(name));
  }
  return null;
}

function sameName(name: string): string {
  return name.toLocaleLowerCase("sv");
}

/** The rows without an anchor, by the anchor that they follow ("" before the first). */
function inGaps<Row>(
  rows: readonly Row[],
  anchorOf: (row: Row) => string | null,
): Map<string, Row[]> {
  const gaps = new Map<string, Row[]>();
  let place = "";
  for (const row of rows) {
    const anchor = anchorOf(row);
    if (anchor !== null) place = anchor;
    else gaps.set(place, [...(gaps.get(place) ?? []), row]);
  }
  return gaps;
}
