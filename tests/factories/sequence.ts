let last = 0;

/** A number that no other row of this test file has: for names that must be unique. */
export function next(): number {
  last += 1;
  return last;
}
