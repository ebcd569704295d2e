import { expect, test } from "vitest";
import { variance } from "~/features/funding/rules/variance";

test.each([
  { budgetOre: 100_000, actualOre: 40_000, varianceOre: 60_000, varianceShare: 0.6 },
  { budgetOre: 100_000, actualOre: 125_000, varianceOre: -25_000, varianceShare: -0.25 },
  { budgetOre: 0, actualOre: 500, varianceOre: -500, varianceShare: null },
])("a budget of $budgetOre and $actualOre spent", ({ budgetOre, actualOre, ...expected }) => {
  expect(variance({ budgetOre, actualOre })).toEqual(expected);
});
