import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/page";
import type { OwnHoursRow } from "./own-hours.queries.server";

/** Own hours row by row: who, when, how long, and what it is worth. */
export function OwnHoursTable({ rows }: { rows: OwnHoursRow[] }) {
  const t = useT();
  const { formatDate, formatHours, formatKronor } = useFormat();
  return (
    <DataTable
      caption={t("funding.hours.caption")}
      hideCaption
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "date",
          header: t("funding.hours.workedOn"),
          width: "narrow",
          cell: (row) => formatDate(row.workedOn, "short"),
        },
        { key: "who", header: t("funding.hours.who"), rowHeader: true, cell: (row) => row.who },
        { key: "text", header: t("funding.costs.text"), cell: (row) => row.text || "–" },
        {
          key: "hours",
          header: t("funding.hours.hours"),
          align: "end",
          cell: (row) => formatHours(row.minutes),
        },
        {
          key: "rate",
          header: t("funding.hours.rate"),
          align: "end",
          cell: (row) => formatKronor(row.rateOre, { withOre: true }),
        },
        {
          key: "amount",
          header: t("funding.hours.worth"),
          align: "end",
          cell: (row) => formatKronor(row.amountOre, { withOre: true }),
        },
      ]}
      empty={
        <EmptyState title={t("funding.hours.emptyTitle")}>
          {t("funding.hours.emptyText")}
        </EmptyState>
      }
    />
  );
}
