import { formatsOf } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import type { Column, Words } from "~/tables/table";
import { budgetBars } from "~/ui/charts/budget-bars";
import type { Chart } from "~/ui/charts/chart";
import type { CategoryMoney } from "../rules/cost-categories";

/** The money of a cost category; null is what stands on no line of the budget. */
type CategoryRow = Omit<CategoryMoney, "costCategory" | "committedOre"> & {
  costCategory: string | null;
  committedOre?: number;
};

type BudgetMoney = {
  categories: CategoryRow[];
  unplaced: Omit<CategoryRow, "costCategory" | "isOwnHours"> & { count: number };
  description: Words;
  /** Which figures stand in its table, and under which headings. */
  headings: Partial<Record<(typeof figures)[number]["key"], Words>>;
};

const figures = [
  { key: "budget", ore: (row: CategoryRow) => row.budgetOre },
  { key: "plan", ore: (row: CategoryRow) => row.planOre },
  { key: "actual", ore: (row: CategoryRow) => row.accumulatedOre },
  { key: "committed", ore: (row: CategoryRow) => row.committedOre ?? null },
  { key: "remaining", ore: (row: CategoryRow) => row.remainingOre },
] as const;

/** Budget against actual by cost category; what is unplaced, if anything, as a last row. */
export function budgetChart({ categories, unplaced, description, headings }: BudgetMoney): Chart {
  const rows: CategoryRow[] =
    unplaced.count === 0
      ? categories
      : [...categories, { ...unplaced, costCategory: null, isOwnHours: false }];
  return {
    finding: (speech) => budgetFinding(rows, speech),
    description,
    table: {
      title: "funding.budget.categories",
      columns: [
        { key: "category", heading: "funding.costCategory", kind: "text", value: nameOf },
        ...figures.flatMap(({ key, ore }): Column<CategoryRow>[] => {
          const heading = headings[key];
          return heading ? [{ key, heading, kind: "money", value: ore }] : [];
        }),
      ],
      rows,
      rowKey: ({ costCategory }) => costCategory ?? "",
    },
    build: (setting) =>
      budgetBars(
        rows.map((row) => ({
          label: nameOf(row, setting),
          budgetOre: row.budgetOre,
          spentOre: row.accumulatedOre,
          committedOre: row.committedOre,
        })),
        setting,
      ),
    height: () => 130 + 56 * rows.length,
  };
}

function nameOf({ costCategory }: CategoryRow, { t }: Pick<Speech, "t">): string {
  return costCategory ?? t("funding.unplaced");
}

/** Of the money: the category that is overspent the most, or else where most remains. */
function budgetFinding(rows: CategoryRow[], speech: Speech): string {
  const { t, language } = speech;
  const { formatKronor } = formatsOf(language);
  const planned = rows.filter(({ budgetOre, isOwnHours }) => budgetOre > 0 && !isOwnHours);
  const over = planned.filter(({ remainingOre }) => remainingOre < 0);
  const lowest = over.toSorted((a, b) => a.remainingOre - b.remainingOre).at(0);
  if (lowest) {
    return t("funding.budget.findingOver", {
      count: over.length,
      category: nameOf(lowest, speech),
      amount: formatKronor(-lowest.remainingOre),
    });
  }
  const highest = planned.toSorted((a, b) => b.remainingOre - a.remainingOre).at(0);
  if (!highest) return t("funding.budget.findingNone");
  return t("funding.budget.findingWithin", {
    category: nameOf(highest, speech),
    amount: formatKronor(highest.remainingOre),
  });
}
