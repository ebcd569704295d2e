import type { Speech } from "~/features/funding/figures/figure-table";
import type { Cell } from "~/formats/cell";
import { writeCsv } from "~/formats/csv-writer";
import {
  appendixTable,
  decisionTable,
  grantTable,
  headTable,
  partnerTable,
  projectTable,
  summaryTable,
  textTable,
} from "../tables/identity-tables";
import { financingTable, moneyTable, paidTable } from "../tables/money-tables";
import {
  cascadeTable,
  generationTable,
  ownHoursTable,
  trainingTable,
} from "../tables/people-tables";
import type { Report } from "../rules/report";
import {
  reportBudgetChart,
  reportCumulativeChart,
  reportOutcomeChart,
} from "../tables/report-charts";
import { fileColumns, type ReportChart, type ReportTable } from "../tables/report-columns";

/**
 * A report as one CSV: its parts one under the other, each with a row that names it, a row of
 * column heads, and its rows; an empty row between them. From the tables and charts of its page.
 */
export function reportCsv(report: Report, speech: Speech): Uint8Array<ArrayBuffer> {
  const parts = [
    partOf(headTable(report, speech)),
    partOf(projectTable(report, speech)),
    partOf(partnerTable(report, speech)),
    partOf(grantTable(report, speech)),
    partOf(summaryTable(report, speech)),
    partOf(decisionTable(report, speech)),
    partOf(appendixTable(report, speech)),
    partOf(moneyTable(report, speech)),
    partOf(paidTable(report, speech)),
    partOf(financingTable(report, speech)),
    partOfChart(reportBudgetChart(report, speech), speech.t("reports.charts.categories")),
    partOfChart(reportCumulativeChart(report, speech), speech.t("reports.charts.months")),
    partOf(ownHoursTable(report, speech)),
    partOf(trainingTable(report, speech)),
    partOf(cascadeTable(report, speech)),
    partOf(generationTable(report, speech)),
    partOfChart(reportOutcomeChart(report, speech), speech.t("reports.indicators.title")),
    partOf(textTable(report, speech)),
  ];
  const rows = parts.flatMap((part, index) => (index === 0 ? part : [[], ...part]));
  const width = Math.max(...rows.map((row) => row.length));
  const title = headTable(report, speech).title;
  return writeCsv({
    columns: Array.from({ length: width }, (_, column) => ({
      // The first row of a file is its columns' heads: here the name of the first part.
      header: column === 0 ? title : "",
      value: (row: Row) => row[column] ?? null,
    })),
    rows: rows.slice(1),
  });
}

type Row = Cell[];

function partOf<Of>({ title, columns, rows, total }: ReportTable<Of>): Row[] {
  const inFile = fileColumns(columns);
  return [
    [title],
    inFile.map(({ header }) => header),
    ...(total ? [...rows, total] : rows).map((row) => inFile.map(({ value }) => value(row))),
  ];
}

function partOfChart<Of>({ columns, rows }: ReportChart<Of>, title: string): Row[] {
  return partOf({ title, columns, rows });
}
