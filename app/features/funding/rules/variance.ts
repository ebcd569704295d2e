/**
 * Variance (avvikelse): the current budget minus what was spent, in öre; minus is overspent. Until
 * the period ends the same figure is called remaining. The share is of the budget; null where
 * there is none.
 */
export function variance({ budgetOre, actualOre }: { budgetOre: number; actualOre: number }): {
  varianceOre: number;
  varianceShare: number | null;
} {
  const varianceOre = budgetOre - actualOre;
  return { varianceOre, varianceShare: budgetOre === 0 ? null : varianceOre / budgetOre };
}
