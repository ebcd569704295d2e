import { formatsOf } from "~/i18n/format";
import { budgetBars } from "~/ui/charts/budget-bars";
import { byCostCategory, type CategoryMoney } from "../rules/cost-categories";
import { bookedThroughText, planHeader } from "./booked-through";
import type { FigureChart, Speech } from "../figures/figure-table";
import type { ProjectMoney } from "../rules/project-money";

/** Budget against actual by cost category, with what is committed; unplaced costs as a last row. */
export function budgetChart(
  { money, asOf, hasEnded }: { money: ProjectMoney; asOf: string; hasEnded: boolean },
  speech: Speech,
): FigureChart<CategoryMoney> {
  const { t } = speech;
  const { formatDate } = formatsOf(speech.language);
  const rows = [...byCostCategory(money.lines), ...unplacedRow(money, speech)];
  return {
    title: budgetFinding(rows, speech),
    description: [
      hasEnded
        ? t("funding.budget.chartDescriptionEnded")
        : t("funding.budget.chartDescription", { date: formatDate(asOf) }),
      `${bookedThroughText(money.bookedThrough, speech)}.`,
    ].join(" "),
    columns: [
      { key: "category", header: t("funding.costCategory"), value: (row) => row.costCategory },
      {
        key: "budget",
        header: t("funding.budgetOre"),
        value: (row) => ({ amountOre: row.budgetOre }),
      },
      {
        key: "plan",
        header: planHeader(money, speech),
        value: (row) => ({ amountOre: row.planOre }),
      },
      {
        key: "actual",
        header: t("funding.actualOre"),
        value: (row) => ({ amountOre: row.accumulatedOre }),
      },
      {
        key: "committed",
        header: t("funding.committedOre"),
        value: (row) => ({ amountOre: row.committedOre }),
      },
      {
        key: "remaining",
        header: t(hasEnded ? "funding.varianceOre" : "funding.remainingOre"),
        value: (row) => ({ amountOre: row.remainingOre }),
      },
    ],
    rows,
    rowKey: (row) => row.costCategory,
    build: (setting) =>
      budgetBars(
        rows.map((row) => ({
          label: row.costCategory,
          budgetOre: row.budgetOre,
          spentOre: row.accumulatedOre,
          committedOre: row.committedOre,
        })),
        setting,
      ),
    height: 130 + 56 * rows.length,
  };
}

function unplacedRow({ unplaced }: ProjectMoney, { t }: Speech): CategoryMoney[] {
  if (unplaced.count === 0) return [];
  return [{ ...unplaced, costCategory: t("funding.unplaced"), isOwnHours: false }];
}

/** Of the money: the category that is overspent the most, or else where most remains. */
function budgetFinding(rows: CategoryMoney[], { t, language }: Speech): string {
  const { formatKronor } = formatsOf(language);
  const planned = rows.filter(({ budgetOre, isOwnHours }) => budgetOre > 0 && !isOwnHours);
  const lowest = planned.toSorted((a, b) => a.remainingOre - b.remainingOre).at(0);
  if (!lowest) return t("funding.budget.findingNone");
  if (lowest.remainingOre < 0) {
    const count = planned.filter(({ remainingOre }) => remainingOre < 0).length;
    return t("funding.budget.findingOver", {
      count,
      category: lowest.costCategory,
      amount: formatKronor(-lowest.remainingOre),
    });
  }
  const highest = planned.toSorted((a, b) => b.remainingOre - a.remainingOre).at(0) ?? lowest;
  return t("funding.budget.findingWithin", {
    category: highest.costCategory,
    amount: formatKronor(highest.remainingOre),
  });
}
