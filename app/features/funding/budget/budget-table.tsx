import { useT } from "~/i18n/context";
import type { Speech } from "~/i18n/translator";
import { money, text } from "~/tables/columns";
import type { Table, Words } from "~/tables/table";
import { EmptyState } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import { commitmentsHref } from "./commitments-href";
import { planHeader } from "./booked-through";
import { againstBudget } from "../rules/against-budget";
import { lineTitle } from "../rules/line-title";
import { ownHoursHref } from "../own-hours/own-hours-href";
import type { LineMoney, ProjectMoney, Sums } from "../rules/project-money";

type BudgetTableProps = { money: ProjectMoney; code: string; hasEnded: boolean };

/** Every budget line with plan, actual and what is left; its actual leads to what is behind it. */
export function BudgetTable(props: BudgetTableProps) {
  const t = useT();
  return (
    <TableView
      table={budgetTable(props)}
      below={{ line: ["financing"] }}
      empty={
        <EmptyState title={t("funding.budget.emptyTitle")}>
          {t("funding.budget.emptyText")}
        </EmptyState>
      }
    />
  );
}

/** Null for what stands on no line. */
type Row = { line: LineMoney | null; sums: Sums };

function budgetTable({ money: sums, code, hasEnded }: BudgetTableProps): Table<Row> {
  const { lines, unplaced, totals } = sums;
  const amount = (key: string, heading: Words, ore: (sums: Sums) => number | null) =>
    money<Row>(key, heading, (row) => ore(row.sums), { total: ore(totals) ?? undefined });
  const planned = (key: string, heading: Words, ore: (sums: Sums) => number) =>
    amount(key, heading, againstBudget(totals, ore));
  return {
    title: "funding.budget.caption",
    columns: [
      text(
        "line",
        "funding.line",
        ({ line }, { t }) => (line ? lineTitle(line) : t("funding.unplaced")),
        { total: "funding.total" },
      ),
      text(
        "financing",
        "funding.financingCaption",
        ({ line }, speech) => line && payer(line, speech),
      ),
      amount("budget", "funding.budgetOre", ({ budgetOre }) => budgetOre),
      planned(
        "plan",
        (speech) => planHeader(sums, speech),
        ({ planOre }) => planOre,
      ),
      {
        ...amount("actual", "funding.actualOre", ({ accumulatedOre }) => accumulatedOre),
        link: ({ line, sums: { accumulatedOre } }) =>
          accumulatedOre === 0 ? null : behind(code, line),
      },
      {
        ...amount("committed", "funding.committedOre", ({ committedOre }) => committedOre),
        link: ({ line, sums: { committedOre } }) =>
          line && committedOre > 0 ? commitmentsHref(code, { line: line.lineId }) : null,
      },
      ...(hasEnded
        ? [planned("variance", "funding.varianceOre", ({ varianceOre }) => varianceOre)]
        : [
            planned("remaining", "funding.remainingOre", ({ remainingOre }) => remainingOre),
            planned("available", "funding.availableOre", ({ availableOre }) => availableOre),
          ]),
    ],
    rows: [
      ...lines.map((line) => ({ line, sums: line })),
      ...(unplaced.count === 0 ? [] : [{ line: null, sums: unplaced }]),
    ],
    rowKey: ({ line }) => line?.lineId ?? "unplaced",
    amounts: "kronor",
  };
}

function payer({ financing, grantTitle }: LineMoney, { t }: Speech): string {
  return financing === "grant" && grantTitle ? grantTitle : t(`funding.financing.${financing}`);
}

/** Where the rows behind an actual are listed. */
function behind(code: string, line: LineMoney | null): string {
  if (line?.financing === "in_kind") return ownHoursHref(code, { line: line.lineId });
  return `/projects/${code}/costs?line=${line?.lineId ?? "unplaced"}`;
}
