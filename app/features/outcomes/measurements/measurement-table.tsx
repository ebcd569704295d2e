import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { day, number, text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { ButtonLink, Disclosure, EmptyState } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import { formatValue } from "../outcome-chart";
import type { MeasurementRow, WithdrawnMeasurement } from "./measurements.queries.server";

type MeasurementTableProps = {
  measurements: MeasurementRow[];
  /** The page of these measurements, below which they are corrected; null for who may not. */
  changeHref: string | null;
};

/** What has been measured, latest first. */
export function MeasurementTable({ measurements, changeHref }: MeasurementTableProps) {
  const t = useT();
  return (
    <TableView
      table={measurementTable(measurements)}
      hideCaption
      actions={
        changeHref === null
          ? undefined
          : {
              heading: "outcomes.measurement.actions",
              of: (row) => <Actions row={row} href={`${changeHref}/${row.id}`} />,
            }
      }
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
      day("date", "outcomes.measurement.measuredOn", ({ measuredOn }) => measuredOn),
      number("value", "outcomes.measurement.value", ({ value }) => value),
      text("note", "outcomes.measurement.note", ({ note }) => note || null),
      text("by", "outcomes.measurement.recordedBy", ({ recordedBy }) => recordedBy),
    ],
    rows,
    rowKey: ({ id }) => id,
  };
}

function Actions({ row, href }: { row: MeasurementRow; href: string }) {
  const t = useT();
  const formats = useFormat();
  const which = ` (${formats.formatDate(row.measuredOn)}: ${formatValue(row.value, formats)})`;
  return (
    <div className="actions">
      <ButtonLink to={`${href}/edit`} size="small">
        {t("outcomes.measurement.correct")}
        <span className="visually-hidden">{which}</span>
      </ButtonLink>
      <ButtonLink to={`${href}/withdraw`} size="small" variant="quiet">
        {t("outcomes.measurement.withdraw")}
        <span className="visually-hidden">{which}</span>
      </ButtonLink>
    </div>
  );
}

/** What was corrected or taken away, when, by whom and why; nothing where there is none. */
export function WithdrawnMeasurements({ withdrawn }: { withdrawn: WithdrawnMeasurement[] }) {
  const t = useT();
  const formats = useFormat();
  const { formatDate, formatDateTime } = formats;
  if (withdrawn.length === 0) return null;
  return (
    <Disclosure summary={t("outcomes.measurement.withdrawn", { count: withdrawn.length })}>
      <ul>
        {withdrawn.map(
          ({ id, measuredOn, value, withdrawnAt, withdrawnBy, reason, correction }) => (
            <li key={id}>
              {t(`outcomes.measurement.${correction ? "corrected" : "takenAway"}`, {
                date: formatDate(measuredOn),
                value: formatValue(value, formats),
                at: formatDateTime(withdrawnAt),
                name: withdrawnBy ?? t("ui.appName"),
                ...(correction && {
                  newDate: formatDate(correction.measuredOn),
                  newValue: formatValue(correction.value, formats),
                }),
              })}
              {reason && <div className="soft">{reason}</div>}
            </li>
          ),
        )}
      </ul>
    </Disclosure>
  );
}
