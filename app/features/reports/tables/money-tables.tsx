import type { Speech } from "~/features/funding/figures/figure-table";
import { planHeader } from "~/features/funding/budget/booked-through";
import { lineTitle } from "~/features/funding/rules/line-title";
import type { FinancingKind } from "~/features/funding/rules/project-money";
import { shareOf } from "~/terms/share";
import type { Report, ReportSums } from "../rules/report";
import { percentCell, type ReportColumn, type ReportTable } from "./report-columns";

/** Spending against budget by line of the budget, or by who pays. */
export type MoneyRow = {
  key: string;
  /** Null for what is no line of the budget. */
  costCategory: string | null;
  name: string;
  payer: string | null;
  sums: ReportSums;
  comment: string;
};

/** The one set of money columns: every table of a report that shows money has these. */
function moneyColumns(report: Report, speech: Speech): ReportColumn<MoneyRow>[] {
  const { t } = speech;
  const amount = (
    key: string,
    header: string,
    ore: (sums: ReportSums) => number,
  ): ReportColumn<MoneyRow> => ({
    key,
    header,
    value: ({ sums }) => ({ amountOre: ore(sums) }),
  });
  return [
    amount("budget", t("reports.money.budget"), ({ budgetOre }) => budgetOre),
    { ...amount("plan", planHeader(report, speech), ({ planOre }) => planOre), on: "file" },
    amount("previous", t("reports.money.previous"), ({ previousOre }) => previousOre),
    amount("this-period", t("reports.money.thisPeriod"), ({ thisPeriodOre }) => thisPeriodOre),
    amount("accumulated", t("reports.money.accumulated"), ({ accumulatedOre }) => accumulatedOre),
    amount("remaining", t("reports.money.remaining"), ({ remainingOre }) => remainingOre),
    amount("variance", t("reports.money.variance"), ({ varianceOre }) => varianceOre),
    {
      key: "variance-percent",
      header: t("reports.money.variancePercent"),
      value: ({ sums }) => percentCell(shareOf(sums.varianceOre, sums.budgetOre)),
    },
  ];
}

/** Every line of the budget, what stands on none, and the sum; with what the project says of each. */
export function moneyTable(report: Report, speech: Speech): ReportTable<MoneyRow> {
  const { money } = report;
  const { t } = speech;
  return {
    title: t("reports.money.title"),
    columns: [
      {
        key: "category",
        header: t("funding.costCategory"),
        value: (row) => row.costCategory,
        on: "file",
      },
      { key: "name", header: t("funding.line"), value: (row) => row.name, on: "file" },
      { key: "payer", header: t("reports.money.payer"), value: (row) => row.payer, on: "file" },
      {
        key: "line",
        header: t("funding.line"),
        value: lineTitle,
        on: "page",
      },
      ...moneyColumns(report, speech),
      {
        key: "comment",
        header: t("reports.money.comment"),
        value: (row) => row.comment,
        on: "file",
      },
    ],
    rows: [
      ...money.lines.map(({ lineId, costCategory, name, comment, ...line }) => ({
        key: lineId,
        costCategory,
        name,
        payer: payerName(line, speech),
        sums: line,
        comment,
      })),
      sumRow({ key: "unplaced", name: t("funding.unplaced"), sums: money.unplaced }),
    ],
    total: sumRow({ key: "total", name: t("funding.total"), sums: money.totals }),
  };
}

/** The totals without own hours, as a row of their own. */
export function paidTable(report: Report, speech: Speech): ReportTable<MoneyRow> {
  const { t } = speech;
  return {
    title: t("reports.money.paidTitle"),
    columns: moneyTable(report, speech).columns,
    rows: [sumRow({ key: "paid", name: t("reports.money.paid"), sums: report.money.paid })],
  };
}

/** Who pays: each grant, the unit's own cash, own hours, and what is not yet placed. */
export function financingTable(report: Report, speech: Speech): ReportTable<MoneyRow> {
  const { financing, money } = report;
  const { t } = speech;
  return {
    title: t("reports.money.financingTitle"),
    columns: [
      { key: "source", header: t("funding.source"), value: (row) => row.name },
      ...moneyColumns(report, speech),
    ],
    rows: financing.map((source, index) =>
      sumRow({ key: `${source.kind} ${index}`, name: payerName(source, speech), sums: source }),
    ),
    total: sumRow({ key: "total", name: t("funding.total"), sums: money.totals }),
  };
}

function sumRow(row: Pick<MoneyRow, "key" | "name" | "sums">): MoneyRow {
  return { ...row, costCategory: null, payer: null, comment: "" };
}

function payerName(
  payer: { grantTitle: string | null } & (
    { financing: FinancingKind } | { kind: FinancingKind | "unplaced" }
  ),
  { t }: Speech,
): string {
  const kind = "kind" in payer ? payer.kind : payer.financing;
  if (kind === "unplaced") return t("funding.unplaced");
  const { grantTitle: funder } = payer;
  if (kind === "grant" && funder) return t("funding.grantOf", { funder });
  return t(`funding.financing.${kind}`);
}
