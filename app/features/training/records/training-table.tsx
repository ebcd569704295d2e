import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable, type Column } from "~/ui/data-table";
import { Link } from "~/ui/navigation";
import { Badge, LevelMark, type BadgeTone } from "~/ui/page";
import type { ReactNode } from "react";
import type { RecordRow } from "./record-rows.server";
import type { TrainingStatus } from "./training-record";

type TrainingTableProps = { rows: RecordRow[]; withPeople: boolean; empty: ReactNode };

/** Training, one row a record: of one person, or with their names. */
export function TrainingTable({ rows, withPeople, empty }: TrainingTableProps) {
  const t = useT();
  const { formatDate, formatHours } = useFormat();
  const columns: Column<RecordRow>[] = [
    {
      key: "title",
      header: t("training.list.title"),
      rowHeader: true,
      cell: ({ id, title }) => <Link to={`/training/${id}`}>{title}</Link>,
    },
    ...(withPeople
      ? [
          {
            key: "person",
            header: t("training.list.person"),
            cell: ({ person }: RecordRow) => (
              <>
                <Link to={`/people/${person.id}`}>{person.name}</Link>
                {person.note && <div className="soft">{person.note}</div>}
              </>
            ),
          },
        ]
      : []),
    {
      key: "date",
      width: "narrow",
      header: t("training.list.date"),
      cell: ({ heldOn }) => formatDate(heldOn, "short"),
    },
    {
      key: "hours",
      width: "narrow",
      header: t("training.list.hours"),
      align: "end",
      cell: ({ minutes }) => formatHours(minutes),
    },
    {
      key: "competence",
      header: t("training.list.competence"),
      cell: ({ competence }) => competence?.name,
    },
    {
      key: "level",
      header: t("training.list.level"),
      cell: (row) => <RecordLevel row={row} />,
    },
    {
      key: "status",
      width: "narrow",
      header: t("training.list.status"),
      cell: ({ kind, status }) => (
        <Badge tone={tones[status]}>{t(`training.status.${kind}.${status}`)}</Badge>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("training.list.caption")}
      hideCaption
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
    />
  );
}

const tones: Record<TrainingStatus, BadgeTone> = {
  submitted: "info",
  returned: "warning",
  approved: "good",
  declined: "neutral",
  withdrawn: "neutral",
};

/** What it confirmed; until then what the person says of themselves, drawn as such. */
function RecordLevel({ row: { confirmed, claimedLevel } }: { row: RecordRow }) {
  if (confirmed) {
    return (
      <LevelMark level={confirmed.level} basis={confirmed.observed ? "observed" : "confirmed"} />
    );
  }
  return claimedLevel === null ? null : <LevelMark level={claimedLevel} basis="claimed" />;
}
