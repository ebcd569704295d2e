import type { LineMoney } from "./project-money";

/** The lines of one cost category (kostnadsslag), added up, in öre. */
export type CategoryMoney = {
  costCategory: string;
  lineIds: string[];
  /** All its lines are own hours: there is no money in it to spend. */
  isOwnHours: boolean;
  budgetOre: number;
  planOre: number;
  accumulatedOre: number;
  committedOre: number;
  remainingOre: number;
};

/** The cost categories as, and in the order in which, the budget first names them. */
export function byCostCategory(lines: readonly LineMoney[]): CategoryMoney[] {
  const categories = new Map<string, CategoryMoney>();
  for (const line of lines) {
    const key = categoryKey(line.costCategory);
    const sum = categories.get(key) ?? emptyCategory(line.costCategory);
    categories.set(key, {
      costCategory: sum.costCategory,
      lineIds: [...sum.lineIds, line.lineId],
      isOwnHours: sum.isOwnHours && line.financing === "in_kind",
      budgetOre: sum.budgetOre + line.budgetOre,
      planOre: sum.planOre + line.planOre,
      accumulatedOre: sum.accumulatedOre + line.accumulatedOre,
      committedOre: sum.committedOre + line.committedOre,
      remainingOre: sum.remainingOre + line.remainingOre,
    });
  }
  return [...categories.values()];
}

/** What is the same for one cost category, however it is written. */
export function categoryKey(costCategory: string): string {
  return costCategory.toLowerCase();
}

function emptyCategory(costCategory: string): CategoryMoney {
  return {
    costCategory,
    lineIds: [],
    isOwnHours: true,
    budgetOre: 0,
    planOre: 0,
    accumulatedOre: 0,
    committedOre: 0,
    remainingOre: 0,
  };
}
