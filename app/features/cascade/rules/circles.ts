/**
 * Who belongs together in a method's history: people who took part in the same hand-over, and
 * whoever is joined to them by others, at any remove. Everybody named has a circle, alone or not;
 * it is known by the first of its people by id.
 */
export function circlesOf(
  people: readonly string[],
  handOvers: readonly {
    trainers: readonly { person: string }[];
    learners: readonly { person: string }[];
  }[],
): ReadonlyMap<string, string> {
  const nearer = new Map<string, string>();
  for (const person of people) join(nearer, person, person);
  for (const { trainers, learners } of handOvers) {
    const [first, ...others] = [...trainers, ...learners];
    for (const { person } of first ? [first, ...others] : []) {
      join(nearer, first?.person ?? person, person);
    }
  }
  return new Map([...nearer.keys()].map((person) => [person, firstOf(nearer, person)]));
}

function join(nearer: Map<string, string>, one: string, other: string): void {
  const [a, b] = [firstOf(nearer, one), firstOf(nearer, other)];
  nearer.set(a, a < b ? a : b);
  nearer.set(b, a < b ? a : b);
}

/** Follows the chain, and shortens it for who comes next. */
function firstOf(nearer: Map<string, string>, person: string): string {
  let first = person;
  for (let next = nearer.get(first); next !== undefined && next !== first;) {
    const beyond = nearer.get(next) ?? next;
    nearer.set(first, beyond);
    first = next;
    next = beyond;
  }
  if (!nearer.has(person)) nearer.set(person, person);
  return first;
}
