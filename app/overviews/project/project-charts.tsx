import { budgetChart } from "~/features/funding/budget/budget-chart";
import { cumulativeChart } from "~/features/funding/budget/cumulative-chart";
import { byCostCategory } from "~/features/funding/rules/cost-categories";
import { outcomeChart } from "~/features/outcomes/outcome-chart";
import { formatsOf } from "~/i18n/format";
import type { Chart } from "~/ui/charts/chart";
import type { ProjectPageView } from "./project-page.queries.server";

/** The charts of a project's page, by the names of their files. */
export function projectCharts(view: ProjectPageView) {
  const { points, money, asOf, indicators, outcomesOn, hasEnded } = view;
  return {
    budget: inKronor(projectBudgetChart(view)),
    cumulative: inKronor(cumulativeChart({ points, paid: money.paid, asOf, hasEnded })),
    outcomes: outcomeChart({ indicators, asOf: outcomesOn, hasEnded }),
  } satisfies Record<string, Chart>;
}

/** As the tables beside it. */
function inKronor(chart: Chart): Chart {
  return { ...chart, table: { ...chart.table, amounts: "kronor" } };
}

function projectBudgetChart({ money, asOf, hasEnded }: ProjectPageView): Chart {
  return budgetChart({
    categories: byCostCategory(money.lines),
    unplaced: money.unplaced,
    description: ({ t, language }) =>
      hasEnded
        ? t("funding.budget.chartDescriptionEnded")
        : t("funding.budget.chartDescription", { date: formatsOf(language).formatDate(asOf) }),
    headings: {
      budget: "funding.budgetOre",
      plan: hasEnded ? "funding.planAtEnd" : "funding.planOre",
      actual: "funding.actualOre",
      committed: "funding.committedOre",
      remaining: hasEnded ? "funding.varianceOre" : "funding.remainingOre",
    },
  });
}
