import type {
  CountedRow,
  ReachedRow,
  TrainedRow,
} from "~/features/cascade/spread/project-rows.queries.server";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable } from "~/ui/data-table";
import { Link } from "~/ui/navigation";
import { Badge } from "~/ui/page";
import type { ComputedRows } from "./computed-rows.queries.server";

/** What an indicator counts, row by row. */
export function ComputedRowsTable({ rows }: { rows: ComputedRows }) {
  switch (rows.source) {
    case "trained-people":
      return <TrainedTable rows={rows.rows} />;
    case "reach-percent":
      return <ReachedTable rows={rows.rows} />;
    case "hand-overs":
      return <CountedTable rows={rows.rows} />;
  }
}

function TrainedTable({ rows }: { rows: TrainedRow[] }) {
  const t = useT();
  const { formatDate } = useFormat();
  return (
    <DataTable
      caption={t("outcomes.rows.trained")}
      hideCaption
      rows={rows}
      rowKey={({ personId }) => personId}
      columns={[
        { key: "name", header: t("outcomes.rows.person"), cell: ({ name }) => name },
        {
          key: "learned",
          header: t("outcomes.rows.learned"),
          cell: ({ learned }) => (
            <ul className="plain-list">
              {learned.map(({ method, on, inHandOver }) => (
                <li key={method}>
                  {t(`outcomes.rows.${inHandOver ? "inHandOver" : "outside"}`, {
                    method,
                    date: formatDate(on),
                  })}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

function ReachedTable({ rows }: { rows: ReachedRow[] }) {
  const t = useT();
  const { formatDate } = useFormat();
  return (
    <DataTable
      caption={t("outcomes.rows.reached")}
      hideCaption
      rows={rows}
      rowKey={({ personId, method }) => `${method} ${personId}`}
      columns={[
        { key: "name", header: t("outcomes.rows.person"), cell: ({ name }) => name },
        { key: "method", header: t("outcomes.rows.method"), cell: ({ method }) => method },
        {
          key: "acquired",
          header: t("outcomes.rows.acquiredOn"),
          cell: ({ acquiredOn }) => (acquiredOn ? formatDate(acquiredOn) : "–"),
        },
        { key: "state", header: t("outcomes.rows.state"), cell: (row) => <ReachState row={row} /> },
      ]}
    />
  );
}

function ReachState({ row: { isReached, leftOn } }: { row: ReachedRow }) {
  const t = useT();
  if (isReached) return <Badge tone="good">{t("outcomes.rows.isReached")}</Badge>;
  return (
    <Badge tone="neutral">{t(`outcomes.rows.${leftOn === null ? "notReached" : "hasLeft"}`)}</Badge>
  );
}

function CountedTable({ rows }: { rows: CountedRow[] }) {
  const t = useT();
  const { formatDate, formatHours } = useFormat();
  return (
    <DataTable
      caption={t("outcomes.rows.counted")}
      hideCaption
      rows={rows}
      rowKey={({ handOverId }) => handOverId}
      columns={[
        {
          key: "date",
          header: t("outcomes.rows.heldOn"),
          cell: ({ handOverId, heldOn }) => (
            <Link to={`/handovers/${handOverId}`}>{formatDate(heldOn)}</Link>
          ),
        },
        { key: "method", header: t("outcomes.rows.method"), cell: ({ method }) => method },
        {
          key: "hours",
          header: t("outcomes.rows.hours"),
          align: "end",
          cell: ({ minutes }) => formatHours(minutes),
        },
      ]}
    />
  );
}
