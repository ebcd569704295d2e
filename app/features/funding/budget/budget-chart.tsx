import { formatsOf } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import { money, text } from "~/tables/columns";
import type { Column, Table, Words } from "~/tables/table";
import { tellTable } from "~/tables/tell";
import type { Chart } from "~/ui/charts/chart";
import type { CategoryMoney } from "../rules/cost-categories";

/** The money of a cost category; null is what stands on no line of the budget. */
type CategoryRow = Omit<CategoryMoney, "costCategory" | "committedOre"> & {
  costCategory: string | null;
  committedOre?: number;
};

type BudgetMoney = {
  categories: CategoryRow[];
  unplaced: Omit<CategoryRow, "costCategory" | "lineIds" | "isOwnHours"> & { count: number };
  description: string;
  /** Which figures stand in its table, and under which headings. */
  headings: Partial<Record<(typeof figures)[number]["key"], Words>>;
  amounts?: Table<unknown>["amounts"];
};

const figures = [
  { key: "budget", ore: (row: CategoryRow) => row.budgetOre },
  { key: "plan", ore: (row: CategoryRow) => row.planOre },
  { key: "actual", ore: (row: CategoryRow) => row.accumulatedOre },
  { key: "committed", ore: (row: CategoryRow) => row.committedOre ?? null },
  { key: "remaining", ore: (row: CategoryRow) => row.remainingOre },
] as const;

/** Budget against actual by cost category; what is unplaced, if anything, as a last row. */
export function budgetChart(
  { categories, unplaced, description, headings, amounts }: BudgetMoney,
  speech: Speech,
): Chart {
  const rows: CategoryRow[] =
    unplaced.count === 0
      ? categories
      : [...categories, { ...unplaced, costCategory: null, lineIds: [], isOwnHours: false }];
  const budgetOre = rows.reduce((sum, row) => sum + row.budgetOre, 0);
  const table: Table<CategoryRow> = {
    title: "funding.budget.categories",
    columns: [
      text("category", "funding.costCategory", nameOf),
      ...figures.flatMap(({ key, ore }): Column<CategoryRow>[] => {
        const heading = headings[key];
        return heading
          ? [money(key, heading, ofBudget.has(key) && budgetOre === 0 ? none : ore)]
          : [];
      }),
    ],
    rows,
    // A category is its lines: what it is called can be changed.
    rowKey: ({ costCategory, lineIds }) =>
      costCategory === null ? "unplaced" : lineIds.toSorted().join(" "),
    amounts,
  };
  return {
    finding: budgetFinding(rows, speech),
    description,
    table: tellTable(table, speech),
    drawing: {
      kind: "budget-bars",
      rows: rows.map((row) => ({
        label: nameOf(row, speech),
        budgetOre: row.budgetOre,
        spentOre: row.accumulatedOre,
        committedOre: row.committedOre,
      })),
    },
    height: 130 + 56 * rows.length,
  };
}

/** Without any budget they say nothing. */
const ofBudget: ReadonlySet<string> = new Set(["plan", "remaining"]);
const none = () => null;

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
