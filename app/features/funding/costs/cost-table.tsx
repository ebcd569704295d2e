import { useT } from "~/i18n/context";
import type { Speech } from "~/i18n/translator";
import { day, money, text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { ButtonLink, EmptyState } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import type { CostRow } from "./costs.queries.server";

type CostTableProps = { costs: CostRow[]; code: string; mayChange: boolean };

/** Costs with the voucher that each stands on; those on no line can be placed. */
export function CostTable({ costs, code, mayChange }: CostTableProps) {
  const t = useT();
  return (
    <TableView
      table={costTable(costs)}
      hideCaption
      cells={{
        line: ({ id, line }, shown) =>
          line === null && mayChange ? <PlaceLink id={id} code={code} /> : shown,
      }}
      empty={
        <EmptyState title={t("funding.costs.emptyTitle")}>
          {t("funding.costs.emptyText")}
        </EmptyState>
      }
    />
  );
}

function costTable(rows: CostRow[]): Table<CostRow> {
  return {
    title: "funding.costs.caption",
    columns: [
      day("date", "funding.costs.bookedOn", ({ bookedOn }) => bookedOn, {
        style: "short",
        width: "narrow",
      }),
      text("voucher", "funding.costs.voucher", voucherOf),
      text("account", "funding.costs.account", ({ account }) => account),
      text("text", "funding.costs.text", (row, { t }) => row.text || t("funding.costs.noText"), {
        isRowHeader: true,
      }),
      text("line", "funding.line", ({ line }, { t }) => line ?? t("funding.unplaced")),
      money("amount", "funding.amount", ({ amountOre }) => amountOre),
    ],
    rows,
    rowKey: ({ id }) => id,
    amounts: "ore",
  };
}

function voucherOf({ voucher, isCourse }: CostRow, { t }: Speech): string | null {
  if (voucher) return `${voucher.series} ${voucher.number}`.trim() || null;
  return isCourse ? t("funding.costs.course") : null;
}

function PlaceLink({ id, code }: { id: string; code: string }) {
  const t = useT();
  return (
    <ButtonLink to={`/projects/${code}/costs/${id}/place`} size="small">
      {t("funding.costs.place")}
    </ButtonLink>
  );
}
