import { budgetChart } from "~/features/funding/budget/budget-chart";
import { cumulativeChart } from "~/features/funding/budget/cumulative-chart";
import { outcomeChart, outcomeTable } from "~/features/outcomes/outcome-chart";
import type { IndicatorView } from "~/features/outcomes/indicator-view";
import { formatsOf } from "~/i18n/format";
import { text } from "~/tables/columns";
import type { Language } from "~/i18n/language";
import type { Chart } from "~/ui/charts/chart";
import type { Report } from "../rules/report";

/** Budget against actual by cost category; unplaced costs as a last row. */
export function reportBudgetChart({ money, asOf }: Report): Chart {
  const date = (language: Language) => ({ date: formatsOf(language).formatDate(asOf) });
  return budgetChart({
    categories: money.categories.map((category) => ({
      ...category,
      isOwnHours: money.lines.every(
        ({ costCategory, financing }) =>
          costCategory !== category.costCategory || financing === "in-kind",
      ),
    })),
    unplaced: money.unplaced,
    description: ({ t, language }) => t("reports.charts.budgetDescription", date(language)),
    headings: {
      budget: "reports.money.budget",
      plan: ({ t, language }) => t("reports.money.planTo", date(language)),
      actual: "reports.money.accumulated",
      remaining: "reports.money.remaining",
    },
  });
}

/** Cumulated spending against plan, by month. */
export function reportCumulativeChart({ points, money, asOf }: Report): Chart {
  const { paid } = money;
  // What is booked and not paid has no date: a report's figures until a day leave it out.
  const sums = { ...paid, committedOre: 0, availableOre: paid.remainingOre };
  return cumulativeChart({ points, paid: sums, asOf });
}

/** Outcomes against targets, with the plan of the report's day. */
export function reportOutcomeChart({ indicators, asOf }: Report): Chart {
  const outcomes = { indicators, asOf, hasEnded: true };
  const { columns, ...table } = outcomeTable(outcomes);
  return {
    ...outcomeChart(outcomes),
    table: {
      ...table,
      title: "reports.indicators.title",
      columns: [
        text("name-unit", "outcomes.indicator", nameWithUnit, { on: "page" }),
        ...columns.map((column) =>
          ["name", "unit"].includes(column.key) ? { ...column, on: "file" as const } : column,
        ),
      ],
    },
  };
}

function nameWithUnit({ name, unit }: IndicatorView): string {
  return `${name}, ${unit}`;
}
