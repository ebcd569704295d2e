import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable, type Column } from "~/ui/data-table";
import { ButtonLink, EmptyState } from "~/ui/page";
import type { CostRow } from "./costs.queries.server";

type CostTableProps = { costs: CostRow[]; code: string; mayChange: boolean };

/** Costs with the voucher that each stands on; those on no line can be placed. */
export function CostTable({ costs, code, mayChange }: CostTableProps) {
  const t = useT();
  const columns = useColumns({ code, mayChange });
  return (
    <DataTable
      caption={t("funding.costs.caption")}
      hideCaption
      columns={columns}
      rows={costs}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title={t("funding.costs.emptyTitle")}>
          {t("funding.costs.emptyText")}
        </EmptyState>
      }
    />
  );
}

function useColumns({ code, mayChange }: Omit<CostTableProps, "costs">): Column<CostRow>[] {
  const t = useT();
  const { formatDate, formatKronor } = useFormat();
  return [
    {
      key: "date",
      header: t("funding.costs.bookedOn"),
      width: "narrow",
      cell: (row) => formatDate(row.bookedOn, "short"),
    },
    { key: "voucher", header: t("funding.costs.voucher"), cell: voucherOf },
    { key: "account", header: t("funding.costs.account"), cell: (row) => row.account ?? "–" },
    {
      key: "text",
      header: t("funding.costs.text"),
      rowHeader: true,
      cell: (row) => row.text || t("funding.costs.noText"),
    },
    {
      key: "line",
      header: t("funding.line"),
      cell: (row) => row.line ?? <Unplaced id={row.id} code={code} mayChange={mayChange} />,
    },
    {
      key: "amount",
      header: t("funding.amount"),
      align: "end",
      cell: (row) => formatKronor(row.amountOre, { withOre: true }),
    },
  ];

  function voucherOf({ voucher, isCourse }: CostRow): string {
    if (voucher) return `${voucher.series} ${voucher.number}`.trim() || "–";
    return isCourse ? t("funding.costs.course") : "–";
  }
}

function Unplaced({ id, code, mayChange }: { id: string; code: string; mayChange: boolean }) {
  const t = useT();
  if (!mayChange) return <>{t("funding.unplaced")}</>;
  return (
    <ButtonLink to={`/projects/${code}/costs/${id}/place`} size="small">
      {t("funding.costs.place")}
    </ButtonLink>
  );
}
