import { bookedThroughText, planHeader } from "~/features/funding/budget/booked-through";
import { budgetChart } from "~/features/funding/budget/budget-chart";
import { cumulativeChart } from "~/features/funding/budget/cumulative-chart";
import { byCostCategory } from "~/features/funding/rules/cost-categories";
import { outcomeChart } from "~/features/outcomes/outcome-chart";
import { formatDate } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import type { Chart } from "~/ui/charts/chart";
import type { ProjectPageView } from "./project-page.queries.server";

// Amounts as in the tables beside the charts.
const amounts = "kronor";

/** The charts of a project's page, by the names of their files. */
export function projectCharts(view: ProjectPageView, speech: Speech) {
  const { points, money, asOf, indicators, outcomesOn, hasEnded } = view;
  return {
    budget: projectBudgetChart(view, speech),
    cumulative: cumulativeChart({ points, ...money, asOf, hasEnded, amounts }, speech),
    outcomes: outcomeChart({ indicators, asOf: outcomesOn }, speech),
  } satisfies Record<string, Chart>;
}

function projectBudgetChart({ money, asOf, hasEnded }: ProjectPageView, speech: Speech): Chart {
  const { t, language } = speech;
  const chart = {
    categories: byCostCategory(money.lines),
    unplaced: money.unplaced,
    description: [
      hasEnded
        ? t("funding.budget.chartDescriptionEnded")
        : t("funding.budget.chartDescription", { date: formatDate(asOf, language) }),
      `${bookedThroughText(money.bookedThrough, speech)}.`,
    ].join(" "),
    headings: {
      budget: "funding.budgetOre",
      plan: () => planHeader(money, speech),
      actual: "funding.actualOre",
      committed: "funding.committedOre",
      remaining: hasEnded ? "funding.varianceOre" : "funding.remainingOre",
    },
    amounts,
  } as const;
  return budgetChart(chart, speech);
}
