import { planHeader } from "~/features/funding/budget/booked-through";
import { againstBudget } from "~/features/funding/rules/against-budget";
import { lineTitle } from "~/features/funding/rules/line-title";
import { payerKey } from "~/features/funding/rules/payer-key";
import type { FinancingKind } from "~/features/funding/rules/project-money";
import type { MessageKey, Speech } from "~/i18n/translator";
import { money, percent, text } from "~/tables/columns";
import type { Column, Table, Words } from "~/tables/table";
import type { LineSums, Report, ReportSums, SourceSums } from "../rules/report";

/** Spending against budget of a line of the budget, or of what is none and has a name of ours. */
type MoneyRow = { sums: ReportSums } & ({ line: LineSums } | { line: null; name: MessageKey });

/** Every line of the budget, and what stands on none; with what the project says of each. */
export function moneyTable(report: Report): Table<MoneyRow> {
  const { lines, unplaced, totals } = report.money;
  return {
    title: "reports.money.title",
    columns: lineColumns(report, totals),
    rows: [
      ...lines.map((line) => ({ line, sums: line })),
      { line: null, name: "funding.unplaced", sums: unplaced },
    ],
    rowKey: ({ line }) => line?.lineId ?? "unplaced",
    isBlank: ({ line }) => line === null && unplaced.count === 0,
  };
}

/** The totals without own hours, as a row of their own. */
export function paidTable(report: Report): Table<MoneyRow> {
  return {
    title: "reports.money.paidTitle",
    columns: lineColumns(report),
    rows: [{ line: null, name: "reports.money.paid", sums: report.money.paid }],
    rowKey: () => "paid",
  };
}

/** Who pays: each grant, the unit's own cash, own hours, and what is not yet placed. */
export function financingTable(report: Report): Table<SourceSums> {
  const { totals } = report.money;
  return {
    title: "reports.money.financingTitle",
    columns: [
      text("source", "funding.source", payerName, { total: "funding.total" }),
      ...moneyColumns(report, { sumsOf: (source: SourceSums) => source, totals }),
    ],
    rows: report.financing,
    rowKey: ({ kind, grantId }) => payerKey(kind, grantId),
  };
}

/** The one set of money columns: every table of a report that shows money has these. */
function moneyColumns<Row>(
  report: Report,
  { sumsOf, totals }: { sumsOf: (row: Row) => ReportSums; totals: ReportSums | undefined },
): Column<Row>[] {
  const amount = (key: string, heading: Words, ore: (sums: ReportSums) => number | null) =>
    money<Row>(key, heading, (row) => ore(sumsOf(row)), {
      total: (totals && ore(totals)) ?? undefined,
    });
  const planned = (key: string, heading: Words, ore: (sums: ReportSums) => number) =>
    amount(key, heading, againstBudget(totals ?? report.money.paid, ore));
  return [
    amount("budget", "reports.money.budget", ({ budgetOre }) => budgetOre),
    {
      ...planned(
        "plan",
        (speech) => planHeader(report, speech),
        ({ planOre }) => planOre,
      ),
      on: "file",
    },
    amount("previous", "reports.money.previous", ({ previousOre }) => previousOre),
    {
      ...amount("changed", "reports.money.changed", ({ changedOre }) => changedOre),
      ...(totals?.changedOre === 0 && { on: "file" as const }),
    },
    amount("this-period", "reports.money.thisPeriod", ({ thisPeriodOre }) => thisPeriodOre),
    { ...amount("late", "reports.money.late", ({ lateOre }) => lateOre), on: "file" },
    amount("accumulated", "reports.money.accumulated", ({ accumulatedOre }) => accumulatedOre),
    planned("remaining", "reports.money.remaining", ({ remainingOre }) => remainingOre),
    planned("variance", "reports.money.variance", ({ varianceOre }) => varianceOre),
    percent(
      "variance-percent",
      "reports.money.variancePercent",
      (row) => sumsOf(row).varianceShare,
      {
        total: totals?.varianceShare,
        isBare: true,
      },
    ),
  ];
}

function lineColumns(report: Report, totals?: ReportSums): Column<MoneyRow>[] {
  const total = totals && "funding.total";
  return [
    text("category", "funding.costCategory", ({ line }) => line?.costCategory ?? null, {
      on: "file",
    }),
    text("name", "funding.line", (row, { t }) => (row.line ? row.line.name : t(row.name)), {
      on: "file",
      total,
    }),
    text("payer", "reports.money.payer", ({ line }, speech) => line && payerName(line, speech), {
      on: "file",
    }),
    text("line", "funding.line", (row, { t }) => (row.line ? lineTitle(row.line) : t(row.name)), {
      on: "page",
      total,
    }),
    ...moneyColumns(report, { sumsOf: ({ sums }: MoneyRow) => sums, totals }),
    text("comment", "reports.money.comment", ({ line }) => line?.comment ?? null, { on: "file" }),
  ];
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
