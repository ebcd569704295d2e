/** A row of a voucher, by what another row can be taken for its successor. */
export type SucceededRow = { account: string; amountOre: number; text: string };

/**
 * Which row of a voucher takes the place of which row of the one before it, as pairs of places: the
 * same one first, then one with its account and öre, its account, its öre, and the next that is left.
 */
export function rowSuccessors(
  before: readonly SucceededRow[],
  now: readonly SucceededRow[],
): [before: number, now: number][] {
  const pairs: [number, number][] = [];
  const [left, free] = [new Set(before.keys()), new Set(now.keys())];
  for (const keyOf of likenesses) {
    for (const old of left) {
      const key = keyOf(before[old]);
      const next = [...free].find((place) => keyOf(now[place]) === key);
      if (next === undefined) continue;
      pairs.push([old, next]);
      left.delete(old);
      free.delete(next);
    }
  }
  return pairs.sort(([a], [b]) => a - b);
}

const likenesses = [
  (row?: SucceededRow) => JSON.stringify([row?.account, row?.amountOre, row?.text]),
  (row?: SucceededRow) => JSON.stringify([row?.account, row?.amountOre]),
  (row?: SucceededRow) => row?.account,
  (row?: SucceededRow) => row?.amountOre,
  () => "",
];
