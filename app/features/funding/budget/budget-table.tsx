import { useLanguage, useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable, type Column } from "~/ui/data-table";
import { Link } from "~/ui/navigation";
import { EmptyState } from "~/ui/page";
import { planHeader } from "./booked-through";
import { lineTitle } from "../rules/line-title";
import type { LineMoney, ProjectMoney, Sums } from "../rules/project-money";

type BudgetTableProps = { money: ProjectMoney; code: string; hasEnded: boolean };

/** Every budget line with plan, actual and what is left; its actual leads to what is behind it. */
export function BudgetTable({ money, code, hasEnded }: BudgetTableProps) {
  const t = useT();
  const rows = [...money.lines.map(lineRow), ...unplacedRow(money)];
  const columns = useColumns({ money, code, hasEnded });
  return (
    <DataTable
      caption={t("funding.budget.caption")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      footer={{
        line: t("funding.total"),
        ...Object.fromEntries(
          columns
            .slice(1)
            .map(({ key, cell }) => [key, cell({ ...totalsRow, sums: money.totals })]),
        ),
      }}
      empty={
        <EmptyState title={t("funding.budget.emptyTitle")}>
          {t("funding.budget.emptyText")}
        </EmptyState>
      }
    />
  );
}

type Row = {
  key: string;
  /** Null for what stands on no line, and for the sum. */
  line: LineMoney | null;
  sums: Sums;
};

const totalsRow = { key: "totals", line: null };

function lineRow(line: LineMoney): Row {
  return { key: line.lineId, line, sums: line };
}

function unplacedRow({ unplaced }: ProjectMoney): Row[] {
  return unplaced.count === 0 ? [] : [{ key: "unplaced", line: null, sums: unplaced }];
}

function useColumns({ money, code, hasEnded }: BudgetTableProps): Column<Row>[] {
  const [t, language] = [useT(), useLanguage()];
  const { formatKronor } = useFormat();
  const amount = (key: string, header: string, ore: (sums: Sums) => number): Column<Row> => ({
    key,
    header,
    align: "end",
    cell: ({ sums }) => formatKronor(ore(sums)),
  });
  return [
    {
      key: "line",
      header: t("funding.line"),
      cell: ({ line }) =>
        line ? (
          <div>
            {lineTitle(line)}
            <div className="soft">{financingOf(line)}</div>
          </div>
        ) : (
          t("funding.unplaced")
        ),
    },
    amount("budget", t("funding.budgetOre"), ({ budgetOre }) => budgetOre),
    amount("plan", planHeader(money, { t, language }), ({ planOre }) => planOre),
    {
      key: "actual",
      header: t("funding.actualOre"),
      align: "end",
      cell: ({ key, line, sums }) => {
        const shown = formatKronor(sums.accumulatedOre);
        return key === "totals" || sums.accumulatedOre === 0 ? (
          shown
        ) : (
          <Link to={behind(code, line)}>{shown}</Link>
        );
      },
    },
    amount("committed", t("funding.committedOre"), ({ committedOre }) => committedOre),
    ...(hasEnded
      ? [amount("variance", t("funding.varianceOre"), ({ varianceOre }) => varianceOre)]
      : [
          amount("remaining", t("funding.remainingOre"), ({ remainingOre }) => remainingOre),
          amount("available", t("funding.availableOre"), ({ availableOre }) => availableOre),
        ]),
  ];

  function financingOf(line: LineMoney): string {
    return line.financing === "grant" && line.grantTitle
      ? line.grantTitle
      : t(`funding.financing.${line.financing}`);
  }
}

/** Where the rows behind an actual are listed. */
function behind(code: string, line: LineMoney | null): string {
  if (line?.financing === "in-kind") return `/projects/${code}/own-hours`;
  return `/projects/${code}/costs?line=${line?.lineId ?? "unplaced"}`;
}
