import { decisionTable } from "~/features/funding/projects/decision-table";
import { lineTitle } from "~/features/funding/rules/line-title";
import type { MessageKey, Speech } from "~/i18n/translator";
import { text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { tellTable } from "~/tables/tell";
import type { ToldTable } from "~/tables/told";
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
import {
  cascadeTable,
  generationTable,
  ownHoursTable,
  trainedTable,
  trainingTable,
} from "./people-tables";
import { reportBudgetChart, reportCumulativeChart, reportOutcomeChart } from "./report-charts";
import type { PagePart } from "./report-part";
import { setTable } from "./set-table";

/** A section of a report, plain data: its page and its files are made from the one list of them. */
export type ReportSection = {
  /** Tells it apart; of a chart the name of its files. */
  key: string;
  table: ToldTable;
  chart?: Chart;
  /** Where its page has it; without a part only files do. */
  part?: PagePart;
  onPageOnly?: boolean;
  /** How its page shows it: a chart or a table, unless as this. */
  as?: "cards" | "list" | "texts";
  /** The heading of its part names it, too. */
  isHeaded?: boolean;
  /** What its page says where there are no rows; without it nothing. */
  empty?: { title: string; text: string };
};

/** What a report says, in the order of its file; of each part of the page the charts come first. */
export function reportSections(report: Report, speech: Speech): ReportSection[] {
  const told = (table: Table<unknown>) => tellTable(table, speech);
  const empty = (title: MessageKey, words: MessageKey) => ({
    title: speech.t(title),
    text: speech.t(words),
  });
  const [budget, cumulative, outcomes] = [
    drawn(reportBudgetChart(report, speech)),
    drawn(reportCumulativeChart(report, speech)),
    drawn(reportOutcomeChart(report, speech)),
  ];
  const hasBudget = report.money.lines.length > 0;
  return [
    { key: "report", table: told(headTable(report)), part: "about", as: "cards" },
    { key: "project", table: told(projectTable(report)), part: "about", as: "cards" },
    { key: "partners", table: told(partnerTable(report)), part: "papers" },
    { key: "grants", table: told(grantTable(report)), part: "about", as: "cards" },
    { key: "summary", table: told(summaryTable(report)) },
    { key: "decisions", table: told(decisionTable(report.decisions)), part: "papers" },
    { key: "appendices", table: told(appendixTable(report)), part: "papers" },
    {
      key: "money",
      table: told(moneyTable(report)),
      part: "money",
      isHeaded: true,
      empty: empty("funding.budget.emptyTitle", "funding.budget.emptyText"),
    },
    {
      key: "comments",
      table: told(commentTable(report)),
      part: "money",
      onPageOnly: true,
      as: "list",
    },
    { key: "paid", table: told(paidTable(report)) },
    { key: "financing", table: told(financingTable(report)), part: "money" },
    { key: "budget", ...budget, part: hasBudget ? "money" : undefined },
    { key: "cumulative", ...cumulative, part: "time" },
    { key: "own-hours", table: told(ownHoursTable(report)), part: "own-hours", isHeaded: true },
    { key: "training", table: told(trainingTable(report)), part: "training", isHeaded: true },
    {
      key: "cascade",
      table: told(cascadeTable(report)),
      part: "cascade",
      isHeaded: true,
      empty: empty("reports.cascade.emptyTitle", "reports.cascade.emptyText"),
    },
    { key: "trained", table: told(trainedTable(report)), part: "cascade" },
    { key: "generations", table: told(generationTable(report)), part: "cascade" },
    { key: "outcomes", ...outcomes, part: "outcomes" },
    {
      key: "indicators",
      table: outcomes.table,
      part: "outcomes",
      onPageOnly: true,
      isHeaded: true,
      empty: empty("outcomes.emptyTitle", "outcomes.emptyText"),
    },
    { key: "texts", table: told(textTable(report)), part: "texts", as: "texts" },
    { key: "sets", table: told(setTable()), part: "sets", as: "list" },
  ];
}

function drawn(chart: Chart): { chart: Chart; table: ToldTable } {
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
