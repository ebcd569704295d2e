import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { shareOf } from "~/terms/share";
import { DataTable, type Column } from "~/ui/data-table";
import type { ProjectMoney, SourceMoney } from "../rules/project-money";

type FinancingTableProps = { money: ProjectMoney; hasEnded: boolean };

/** Who pays: each grant, the unit's own cash, own hours, and what is not yet placed. */
export function FinancingTable({ money, hasEnded }: FinancingTableProps) {
  const t = useT();
  const { formatKronor, formatPercent } = useFormat();
  const { sources, totals } = money;
  const columns: Column<SourceMoney>[] = [
    { key: "source", header: t("funding.source"), cell: sourceName },
    {
      key: "budget",
      header: t("funding.budgetOre"),
      align: "end",
      cell: (row) => formatKronor(row.budgetOre),
    },
    {
      key: "actual",
      header: t("funding.actualOre"),
      align: "end",
      cell: (row) => formatKronor(row.accumulatedOre),
    },
    {
      key: "share",
      header: t("funding.shareOfActual"),
      align: "end",
      cell: (row) => formatPercent(shareOf(row.accumulatedOre, totals.accumulatedOre)),
    },
    {
      key: "remaining",
      header: t(hasEnded ? "funding.varianceOre" : "funding.remainingOre"),
      align: "end",
      cell: (row) => formatKronor(row.remainingOre),
    },
  ];
  if (sources.length === 0) return null;
  return (
    <DataTable
      caption={t("funding.financingCaption")}
      columns={columns}
      rows={sources}
      rowKey={(row) => `${row.kind} ${row.grantId ?? ""}`}
      footer={{
        source: t("funding.total"),
        budget: formatKronor(totals.budgetOre),
        actual: formatKronor(totals.accumulatedOre),
        remaining: formatKronor(totals.remainingOre),
      }}
    />
  );

  function sourceName({ kind, grantTitle: funder }: SourceMoney): string {
    if (kind === "unplaced") return t("funding.unplaced");
    return funder ? t("funding.grantOf", { funder }) : t(`funding.financing.${kind}`);
  }
}
