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
import { projectRowsHref, type ListedMoney } from "./project-rows-href";
import { ownHoursHref } from "../own-hours/own-hours-href";
import type { LineMoney, ProjectMoney, Sums } from "../rules/project-money";

type BudgetTableProps = { money: ProjectMoney; code: string; hasEnded: boolean };

/** Every budget line with plan, actual and what is left; its actual leads to what is behind it. */
export function BudgetTable(props: BudgetTableProps) {
  const t = useT();
  const { money: sums, hasEnded } = props;
  return (
    <>
      <TableView
        table={budgetTable(props)}
        below={{ line: ["financing"] }}
        empty={
          <EmptyState title={t("funding.budget.emptyTitle")}>
            {t("funding.budget.emptyText")}
          </EmptyState>
        }
      />
      {sums.lines.length > 0 && !hasEnded && <p className="soft">{t("funding.budget.sums")}</p>}
    </>
  );
}

/** Null for what stands on no line. */
type Row = { line: LineMoney | null; sums: Sums };

function budgetTable({ money: sums, code, hasEnded }: BudgetTableProps): Table<Row> {
  const { lines, unplaced, totals } = sums;
  const amount = (
    key: string,
    heading: Words,
    { ore, kind }: { ore: (sums: Sums) => number | null; kind: ListedMoney },
  ) =>
    money<Row>(key, heading, (row) => ore(row.sums), {
      total: ore(totals) ?? undefined,
      link: ({ line, sums: own }) =>
        ore(own) ? projectRowsHref(code, { under: line?.lineId ?? "unplaced", kind }) : null,
      totalLink: ore(totals) ? projectRowsHref(code, { kind }) : null,
    });
  const planned = (
    key: string,
    heading: Words,
    { ore, kind }: { ore: (sums: Sums) => number; kind: ListedMoney },
  ) => amount(key, heading, { ore: againstBudget(totals, ore), kind });
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
      amount("budget", "funding.budgetOre", { ore: ({ budgetOre }) => budgetOre, kind: "budget" }),
      planned("plan", (speech) => planHeader(sums, speech), {
        ore: ({ planOre }) => planOre,
        kind: "plan",
      }),
      {
        ...amount("actual", "funding.actualOre", {
          ore: ({ accumulatedOre }) => accumulatedOre,
          kind: "booked",
        }),
        link: ({ line, sums: { accumulatedOre } }) =>
          accumulatedOre === 0 ? null : behind(code, line),
      },
      money("committed", "funding.committedOre", (row) => row.sums.committedOre, {
        total: totals.committedOre,
        link: ({ line, sums: { committedOre } }) =>
          line && committedOre > 0 ? commitmentsHref(code, { lines: [line.lineId] }) : null,
        totalLink: totals.committedOre > 0 ? commitmentsHref(code) : null,
      }),
      ...(hasEnded
        ? [planned("variance", "funding.varianceOre", { ore: (row) => row.varianceOre, ...left })]
        : [
            planned("remaining", "funding.remainingOre", {
              ore: (row) => row.remainingOre,
              ...left,
            }),
            money<Row>(
              "available",
              "funding.availableOre",
              againstBudget(totals, (row) => row.sums.availableOre),
              {
                total: againstBudget(totals, (all: Sums) => all.availableOre)(totals) ?? undefined,
              },
            ),
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

const left = { kind: "left" } as const;

function payer({ financing, grantTitle }: LineMoney, { t }: Speech): string {
  return financing === "grant" && grantTitle ? grantTitle : t(`funding.financing.${financing}`);
}

/** Where the rows behind an actual are listed. */
function behind(code: string, line: LineMoney | null): string {
  if (line?.financing === "in_kind") return ownHoursHref(code, { line: line.lineId });
  return `/projects/${code}/costs?line=${line?.lineId ?? "unplaced"}`;
}
