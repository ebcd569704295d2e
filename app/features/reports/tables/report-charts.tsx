import { cumulativeChart } from "~/features/funding/budget/cumulative-chart";
import type { CumulativePoint } from "~/features/funding/rules/cumulative";
import type { FigureChart, Speech } from "~/features/funding/figures/figure-table";
import type { IndicatorView } from "~/features/outcomes/indicator-view";
import { outcomeChart } from "~/features/outcomes/outcome-chart";
import { formatsOf } from "~/i18n/format";
import { budgetBars } from "~/ui/charts/budget-bars";
import type { CategorySums, Report } from "../rules/report";
import type { ReportChart } from "./report-columns";

/** Budget against actual by cost category; unplaced costs as a last row. */
export function reportBudgetChart(report: Report, speech: Speech): FigureChart<CategorySums> {
  const { t, language } = speech;
  const { money, asOf } = report;
  const date = formatsOf(language).formatDate(asOf);
  const rows =
    money.unplaced.count === 0
      ? money.categories
      : [...money.categories, { ...money.unplaced, costCategory: t("funding.unplaced") }];
  const amount = (key: string, header: string, ore: (row: CategorySums) => number) => ({
    key,
    header,
    value: (row: CategorySums) => ({ amountOre: ore(row) }),
  });
  return {
    title: budgetFinding(rows, speech),
    description: t("reports.charts.budgetDescription", { date }),
    columns: [
      { key: "category", header: t("funding.costCategory"), value: (row) => row.costCategory },
      amount("budget", t("reports.money.budget"), ({ budgetOre }) => budgetOre),
      amount("plan", t("reports.money.planTo", { date }), ({ planOre }) => planOre),
      amount("accumulated", t("reports.money.accumulated"), ({ accumulatedOre }) => accumulatedOre),
      amount("remaining", t("reports.money.remaining"), ({ remainingOre }) => remainingOre),
    ],
    rows,
    rowKey: (row) => row.costCategory,
    build: (setting) =>
      budgetBars(
        rows.map(({ costCategory, budgetOre, accumulatedOre }) => ({
          label: costCategory,
          budgetOre,
          spentOre: accumulatedOre,
        })),
        setting,
      ),
    height: 130 + 56 * rows.length,
  };
}

/** Cumulated spending against plan, by month. */
export function reportCumulativeChart(
  { points, money, asOf }: Report,
  speech: Speech,
): FigureChart<CumulativePoint> {
  const { paid } = money;
  // What is booked and not paid has no date: a report's figures until a day leave it out.
  const sums = { ...paid, committedOre: 0, availableOre: paid.remainingOre };
  return cumulativeChart({ points, paid: sums, asOf }, speech);
}

/** Outcomes against targets. */
export function reportOutcomeChart(report: Report, speech: Speech): ReportChart<IndicatorView> {
  const { indicators, asOf } = report;
  const chart = outcomeChart({ indicators, asOf }, speech);
  const [name, unit, ...figures] = chart.columns;
  if (name?.key !== "name" || unit?.key !== "unit") throw new Error("Name and unit come first");
  return {
    ...chart,
    columns: [
      { ...name, key: "name-unit", value: (row) => `${row.name}, ${row.unit}`, on: "page" },
      { ...name, on: "file" },
      { ...unit, on: "file" },
      // On paper the plan's day would be a column too many: it is the day of the measurement.
      ...figures.map((column) =>
        column.key === "planOn" ? { ...column, on: "file" as const } : column,
      ),
    ],
    rows: indicators,
  };
}

/** The category that is overspent the most, or else where most remains. */
function budgetFinding(rows: CategorySums[], { t, language }: Speech): string {
  const { formatKronor } = formatsOf(language);
  const planned = rows
    .filter(({ budgetOre }) => budgetOre > 0)
    .toSorted((a, b) => a.remainingOre - b.remainingOre);
  const [lowest, highest] = [planned.at(0), planned.at(-1)];
  if (!lowest || !highest) return t("funding.budget.findingNone");
  const count = planned.filter(({ remainingOre }) => remainingOre < 0).length;
  return count > 0
    ? t("funding.budget.findingOver", {
        count,
        category: lowest.costCategory,
        amount: formatKronor(-lowest.remainingOre),
      })
    : t("funding.budget.findingWithin", {
        category: highest.costCategory,
        amount: formatKronor(highest.remainingOre),
      });
}
