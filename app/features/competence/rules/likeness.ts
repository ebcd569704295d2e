/**
 * Whether two names look like one that was rewritten: half of their pairs of letters or more are
 * the same, or they begin alike for at least half of the shorter.
 */
export function areAlike(one: string, other: string): boolean {
  return likeness(one, other) >= 0.5;
}

/** From 0, nothing in common, to 1; the order of two likenesses says which pair is more alike. */
export function likeness(one: string, other: string): number {
  const a = one.toLocaleLowerCase("sv");
  const b = other.toLocaleLowerCase("sv");
  return Math.max(sharedPairs(a, b), sharedBeginning(a, b));
}

function sharedPairs(a: string, b: string): number {
  const left = pairsOf(a);
  const right = pairsOf(b);
  const all = left.length + right.length;
  if (all === 0) return 0;
  const unmatched = [...right];
  const shared = left.filter((pair) => {
    const place = unmatched.indexOf(pair);
    if (place !== -1) unmatched.splice(place, 1);
    return place !== -1;
  });
  return (2 * shared.length) / all;
}

function pairsOf(name: string): string[] {
  return Array.from({ length: Math.max(0, name.length - 1) }, (_, index) =>
    name.slice(index, index + 2),
  );
}

function sharedBeginning(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < shorter && a[shared] === b[shared]) shared += 1;
  return shorter === 0 ? 0 : shared / shorter;
}
