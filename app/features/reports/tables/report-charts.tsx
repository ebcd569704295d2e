import { bookedThroughText, planHeader } from "~/features/funding/budget/booked-through";
import { budgetChart } from "~/features/funding/budget/budget-chart";
import { cumulativeChart } from "~/features/funding/budget/cumulative-chart";
import { outcomeChart, outcomeTable } from "~/features/outcomes/outcome-chart";
import type { IndicatorView } from "~/features/outcomes/indicator-view";
import { formatDate } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import { text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { tellTable } from "~/tables/tell";
import type { Chart } from "~/ui/charts/chart";
import type { Report } from "../rules/report";

/** Budget against actual by cost category; unplaced costs as a last row. */
export function reportBudgetChart(report: Report, speech: Speech): Chart {
  const { money, asOf, bookedThrough } = report;
  const { t, language } = speech;
  const date = formatDate(asOf, language);
  const chart = {
    categories: money.categories.map((category) => {
      const lines = money.lines.filter(
        ({ costCategory }) => costCategory === category.costCategory,
      );
      return {
        ...category,
        lineIds: lines.map(({ lineId }) => lineId),
        isOwnHours: lines.every(({ financing }) => financing === "in_kind"),
      };
    }),
    unplaced: money.unplaced,
    description: [
      t("reports.charts.budgetDescription", { date }),
      `${bookedThroughText(bookedThrough, speech)}.`,
    ].join(" "),
    headings: {
      budget: "reports.money.budget",
      plan: () => planHeader(report, speech),
      actual: "reports.money.accumulated",
      remaining: "reports.money.remaining",
    },
  } as const;
  return budgetChart(chart, speech);
}

/** Cumulated spending against plan, by month. */
export function reportCumulativeChart(report: Report, speech: Speech): Chart {
  const { money, ...known } = report;
  const { paid } = money;
  // What is booked and not paid has no date: a report's figures until a day leave it out.
  const sums = { ...paid, committedOre: 0, availableOre: paid.remainingOre };
  return cumulativeChart({ ...known, paid: sums }, speech);
}

/** Outcomes against targets, each with the plan of its own day. */
export function reportOutcomeChart({ indicators, asOf }: Report, speech: Speech): Chart {
  return {
    ...outcomeChart({ indicators, asOf }, speech),
    table: tellTable(reportOutcomeTable(indicators), speech),
  };
}

function reportOutcomeTable(indicators: IndicatorView[]): Table<IndicatorView> {
  const { columns, ...table } = outcomeTable(indicators);
  return {
    ...table,
    title: "reports.indicators.title",
    columns: [
      text("name-unit", "outcomes.indicator", nameWithUnit, { on: "page" }),
      ...columns.map((column) =>
        onlyInFiles.has(column.key) ? { ...column, on: "file" as const } : column,
      ),
    ],
  };
}

/** On paper the plan's day would be a column too many: it is the day of the measurement. */
const onlyInFiles = new Set(["name", "unit", "plan-on"]);

function nameWithUnit({ name, unit }: IndicatorView): string {
  return `${name}, ${unit}`;
}
