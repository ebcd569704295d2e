export type StoredElement = { id: string; name: string };

export type ElementChange = {
  /** What the competence shall have, in order. `id` is null for an element that is new. */
  elements: { id: string | null; name: string }[];
  removed: StoredElement[];
};

/**
 * What a list of lines, one core element each, does to the elements that are there:
 *
 * 1. A line that says the name of an element is that element, wherever it stands now. Only the
 *    writing of its capitals may differ.
 * 2. Between two elements that stay (or before the first, or after the last), as many new lines as
 *    elements that are gone rename these, in order. With any other number nothing is guessed: the
 *    lines are new elements and the old ones are removed.
 *
 * No two of `names` may be alike: see `repeatedName`.
 */
export function changeElements(
  stored: readonly StoredElement[],
  names: readonly string[],
): ElementChange {
  const byName = new Map(stored.map((element) => [sameName(element.name), element]));
  const elements = names.map((name) => ({ id: byName.get(sameName(name))?.id ?? null, name }));
  const kept = new Set(elements.map(({ id }) => id));
  const gone = stored.filter(({ id }) => !kept.has(id));

  const goneAfter = inGaps(stored, ({ id }) => (kept.has(id) ? id : null));
  const newAfter = inGaps(elements, ({ id }) => id);
  const renamed = new Set<string>();
  for (const [place, lines] of newAfter) {
    const old = goneAfter.get(place) ?? [];
    if (old.length !== lines.length) continue;
    for (const [index, element] of old.entries()) {
      const line = lines[index];
      if (line) line.id = element.id;
      renamed.add(element.id);
    }
  }
  return { elements, removed: gone.filter(({ id }) => !renamed.has(id)) };
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
