/** What of a ledger row a person can compare. */
export type ComparedRow = { account: string; amountOre: number; text: string };

export type RowDifference = {
  /** Rows that were there before and are no longer. */
  gone: ComparedRow[];
  /** Rows that are there now and were not before. */
  come: ComparedRow[];
};

/** How two states of a voucher differ, row by row; of equal rows each counts. */
export function rowDifference(
  before: readonly ComparedRow[],
  now: readonly ComparedRow[],
): RowDifference {
  return { gone: without(before, now), come: without(now, before) };
}

function without(rows: readonly ComparedRow[], others: readonly ComparedRow[]): ComparedRow[] {
  const left = new Map<string, number>();
  for (const row of others) left.set(keyOf(row), (left.get(keyOf(row)) ?? 0) + 1);
  return rows.filter((row) => {
    const key = keyOf(row);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

function keyOf({ account, amountOre, text }: ComparedRow): string {
  return JSON.stringify([account, amountOre, text]);
}
