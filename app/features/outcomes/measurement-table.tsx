import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/page";
import type { MeasurementRow } from "./indicators.queries.server";
import { formatValue } from "./outcome-chart";

/** What has been measured, latest first. */
export function MeasurementTable({ measurements }: { measurements: MeasurementRow[] }) {
  const t = useT();
  const formats = useFormat();
  return (
    <DataTable
      caption={t("outcomes.measurement.caption")}
      hideCaption
      rows={measurements}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "date",
          header: t("outcomes.measurement.measuredOn"),
          cell: (row) => formats.formatDate(row.measuredOn),
        },
        {
          key: "value",
          header: t("outcomes.measurement.value"),
          align: "end",
          cell: (row) => formatValue(row.value, formats),
        },
        { key: "note", header: t("outcomes.measurement.note"), cell: (row) => row.note || "–" },
        {
          key: "by",
          header: t("outcomes.measurement.recordedBy"),
          cell: (row) => row.recordedBy ?? "–",
        },
      ]}
      empty={
        <EmptyState title={t("outcomes.measurement.emptyTitle")}>
          {t("outcomes.measurement.emptyText")}
        </EmptyState>
      }
    />
  );
}
