import type { Speech } from "~/i18n/translator";
import { money, percent, text } from "~/tables/columns";
import type { Table, Words } from "~/tables/table";
import { ratioOf, shareOf } from "~/terms/share";
import { TableView } from "~/ui/table-view";
import { againstBudget } from "../rules/against-budget";
import type { ProjectMoney, SourceMoney, Sums } from "../rules/project-money";

type FinancingTableProps = { money: ProjectMoney; hasEnded: boolean };

/** Who pays: each grant, the unit's own cash, own hours, and what is not yet placed. */
export function FinancingTable(props: FinancingTableProps) {
  if (props.money.sources.length === 0) return null;
  return <TableView table={financingTable(props)} />;
}

function financingTable({
  money: { sources, totals },
  hasEnded,
}: FinancingTableProps): Table<SourceMoney> {
  const amount = (key: string, heading: Words, ore: (sums: Sums) => number | null) =>
    money<SourceMoney>(key, heading, ore, { total: ore(totals) ?? undefined });
  return {
    title: "funding.financingCaption",
    columns: [
      text("source", "funding.source", sourceName, { total: "funding.total" }),
      amount("budget", "funding.budgetOre", ({ budgetOre }) => budgetOre),
      amount("actual", "funding.actualOre", ({ accumulatedOre }) => accumulatedOre),
      percent("share", "funding.shareOfActual", ({ accumulatedOre }) =>
        ratioOf(shareOf(accumulatedOre, totals.accumulatedOre)),
      ),
      amount(
        "remaining",
        hasEnded ? "funding.varianceOre" : "funding.remainingOre",
        againstBudget(totals, ({ remainingOre }) => remainingOre),
      ),
    ],
    rows: sources,
    rowKey: ({ kind, grantId }) => `${kind} ${grantId ?? ""}`,
    amounts: "kronor",
  };
}

function sourceName({ kind, grantTitle: funder }: SourceMoney, { t }: Speech): string {
  if (kind === "unplaced") return t("funding.unplaced");
  return funder ? t("funding.grantOf", { funder }) : t(`funding.financing.${kind}`);
}
