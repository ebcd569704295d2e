import type { Speech } from "~/i18n/translator";
import { money, percent, text } from "~/tables/columns";
import type { Table, Words } from "~/tables/table";
import { ratioOf, shareOf } from "~/terms/share";
import { TableView } from "~/ui/table-view";
import { projectRowsHref, type ListedMoney } from "./project-rows-href";
import { againstBudget } from "../rules/against-budget";
import { payerKey } from "../rules/payer-key";
import type { ProjectMoney, SourceMoney, Sums } from "../rules/project-money";

type FinancingTableProps = { money: ProjectMoney; code: string; hasEnded: boolean };

/** Who pays: each grant, the unit's own cash, own hours, and what is not yet placed. */
export function FinancingTable(props: FinancingTableProps) {
  if (props.money.sources.length === 0) return null;
  return <TableView table={financingTable(props)} />;
}

function financingTable({
  money: { sources, totals },
  code,
  hasEnded,
}: FinancingTableProps): Table<SourceMoney> {
  const amount = (
    key: string,
    heading: Words,
    { ore, kind }: { ore: (sums: Sums) => number | null; kind: ListedMoney },
  ) =>
    money<SourceMoney>(key, heading, ore, {
      total: ore(totals) ?? undefined,
      link: (source) =>
        ore(source)
          ? projectRowsHref(code, { under: payerKey(source.kind, source.grantId), kind })
          : null,
      totalLink: ore(totals) ? projectRowsHref(code, { kind }) : null,
    });
  return {
    title: "funding.financingCaption",
    columns: [
      text("source", "funding.source", sourceName, { total: "funding.total" }),
      amount("budget", "funding.budgetOre", { ore: ({ budgetOre }) => budgetOre, kind: "budget" }),
      amount("actual", "funding.actualOre", {
        ore: ({ accumulatedOre }) => accumulatedOre,
        kind: "booked",
      }),
      percent("share", "funding.shareOfActual", ({ accumulatedOre }) =>
        ratioOf(shareOf(accumulatedOre, totals.accumulatedOre)),
      ),
      amount("remaining", hasEnded ? "funding.varianceOre" : "funding.remainingOre", {
        ore: againstBudget(totals, ({ remainingOre }) => remainingOre),
        kind: "left",
      }),
    ],
    rows: sources,
    rowKey: ({ kind, grantId }) => payerKey(kind, grantId),
    amounts: "kronor",
  };
}

function sourceName({ kind, grantTitle: funder }: SourceMoney, { t }: Speech): string {
  if (kind === "unplaced") return t("funding.unplaced");
  return funder ? t("funding.grantOf", { funder }) : t(`funding.financing.${kind}`);
}
