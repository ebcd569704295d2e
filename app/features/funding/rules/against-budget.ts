/**
 * A figure that says something against a budget alone (the plan, what remains of it, what is
 * available): null of all rows where there is none.
 */
export function againstBudget<Row>(
  { budgetOre }: { budgetOre: number },
  figure: (row: Row) => number,
): (row: Row) => number | null {
  return budgetOre === 0 ? () => null : figure;
}
