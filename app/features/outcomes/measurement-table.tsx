import { useT } from "~/i18n/context";
import type { Table } from "~/tables/table";
import { EmptyState } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import type { MeasurementRow } from "./indicators.queries.server";

/** What has been measured, latest first. */
export function MeasurementTable({ measurements }: { measurements: MeasurementRow[] }) {
  const t = useT();
  return (
    <TableView
      table={measurementTable(measurements)}
      hideCaption
      empty={
        <EmptyState title={t("outcomes.measurement.emptyTitle")}>
          {t("outcomes.measurement.emptyText")}
        </EmptyState>
      }
    />
  );
}

function measurementTable(rows: MeasurementRow[]): Table<MeasurementRow> {
  return {
    title: "outcomes.measurement.caption",
    columns: [
      {
        key: "date",
        heading: "outcomes.measurement.measuredOn",
        kind: "day",
        value: ({ measuredOn }) => measuredOn,
      },
      {
        key: "value",
        heading: "outcomes.measurement.value",
        kind: "number",
        value: ({ value }) => value,
      },
      {
        key: "note",
        heading: "outcomes.measurement.note",
        kind: "text",
        value: ({ note }) => note || null,
      },
      {
        key: "by",
        heading: "outcomes.measurement.recordedBy",
        kind: "text",
        value: ({ recordedBy }) => recordedBy,
      },
    ],
    rows,
    rowKey: ({ id }) => id,
  };
}
