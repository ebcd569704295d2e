import { decisionTable } from "~/features/funding/projects/decision-table";
import { lineTitle } from "~/features/funding/rules/line-title";
import { text } from "~/tables/columns";
import type { Table, Words } from "~/tables/table";
import type { Chart } from "~/ui/charts/chart";
import type { LineSums, Report } from "../rules/report";
import {
  appendixTable,
  grantTable,
  headTable,
  partnerTable,
  projectTable,
  summaryTable,
  textTable,
} from "./identity-tables";
import { financingTable, moneyTable, paidTable } from "./money-tables";
import { cascadeTable, generationTable, ownHoursTable, trainingTable } from "./people-tables";
import { reportBudgetChart, reportCumulativeChart, reportOutcomeChart } from "./report-charts";

/** The parts of a report's page, from its top. */
export const pageParts = [
  ...["about", "money", "time", "own-hours", "training"],
  ...["cascade", "outcomes", "texts", "papers"],
] as const;
export type PagePart = (typeof pageParts)[number];

/** A section of a report: its page and its files are made from the one list of them. */
export type ReportSection = {
  /** Tells it apart; of a chart the name of its files. */
  key: string;
  table: Table<unknown>;
  chart?: Chart;
  /** Where its page has it; without a part only files do. */
  part?: PagePart;
  onPageOnly?: boolean;
  /** How its page shows it: a chart or a table, unless as this. */
  as?: "cards" | "list" | "texts";
  /** The heading of its part names it, too. */
  isHeaded?: boolean;
  /** What its page says where there are no rows; without it nothing. */
  empty?: { title: Words; text: Words };
};

/** What a report says, in the order of its file; of each part of the page the charts come first. */
export function reportSections(report: Report): ReportSection[] {
  const [budget, cumulative, outcomes] = [
    reportBudgetChart(report),
    reportCumulativeChart(report),
    reportOutcomeChart(report),
  ];
  const hasBudget = report.money.lines.length > 0;
  return [
    { key: "report", table: headTable(report), part: "about", as: "cards" },
    { key: "project", table: projectTable(report), part: "about", as: "cards" },
    { key: "grants", table: grantTable(report), part: "about", as: "cards" },
    { key: "summary", table: summaryTable(report) },
    { key: "decisions", table: decisionTable(report.decisions), part: "papers" },
    { key: "partners", table: partnerTable(report), part: "papers" },
    { key: "appendices", table: appendixTable(report), part: "papers" },
    {
      key: "money",
      table: moneyTable(report),
      part: "money",
      isHeaded: true,
      empty: { title: "funding.budget.emptyTitle", text: "funding.budget.emptyText" },
    },
    { key: "comments", table: commentTable(report), part: "money", onPageOnly: true, as: "list" },
    { key: "paid", table: paidTable(report) },
    { key: "financing", table: financingTable(report), part: "money" },
    { key: "budget", ...drawn(budget), part: hasBudget ? "money" : undefined },
    { key: "cumulative", ...drawn(cumulative), part: "time" },
    { key: "own-hours", table: ownHoursTable(report), part: "own-hours", isHeaded: true },
    { key: "training", table: trainingTable(report), part: "training", isHeaded: true },
    {
      key: "cascade",
      table: cascadeTable(report),
      part: "cascade",
      isHeaded: true,
      empty: { title: "reports.cascade.emptyTitle", text: "reports.cascade.emptyText" },
    },
    { key: "generations", table: generationTable(report), part: "cascade" },
    { key: "outcomes", ...drawn(outcomes), part: "outcomes" },
    {
      key: "indicators",
      table: outcomes.table,
      part: "outcomes",
      onPageOnly: true,
      isHeaded: true,
      empty: { title: "outcomes.emptyTitle", text: "outcomes.emptyText" },
    },
    { key: "texts", table: textTable(report), part: "texts", as: "texts" },
  ];
}

function drawn(chart: Chart): Pick<ReportSection, "chart" | "table"> {
  return { chart, table: chart.table };
}

/** What the project says of single lines: on the page after the table, in files a column of it. */
function commentTable({ money }: Report): Table<LineSums> {
  return {
    title: "reports.money.comments",
    columns: [
      text("line", "funding.line", lineTitle),
      text("comment", "reports.money.comment", ({ comment }) => comment),
    ],
    rows: money.lines.filter(({ comment }) => comment !== ""),
    rowKey: ({ lineId }) => lineId,
  };
}
