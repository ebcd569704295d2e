import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable, type Column } from "~/ui/data-table";
import { Link } from "~/ui/navigation";
import { Badge, ConfirmButton, EmptyState, LevelMark, Section } from "~/ui/page";
import { clearsToTeach } from "../rules/confirmed-level";
import type { AttestationRow, AttestationsView } from "./attestations.queries.server";

/** What has been confirmed of one person, how and by whom; a section of the person's page. */
export function AttestationList({ view }: { view: AttestationsView }) {
  const t = useT();
  return (
    <Section id="attestations" title={t("competence.attestations.title")}>
      <DataTable
        caption={t("competence.attestations.caption")}
        hideCaption
        columns={useColumns(view)}
        rows={view.rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t("competence.attestations.empty")}>
            {t("competence.attestations.emptyText")}
          </EmptyState>
        }
      />
    </Section>
  );
}

function useColumns({ personId, canAttest }: AttestationsView): Column<AttestationRow>[] {
  const t = useT();
  const { formatDate } = useFormat();
  const columns: Column<AttestationRow>[] = [
    {
      key: "competence",
      header: t("competence.attestations.competence"),
      cell: ({ competence }) => competence.name,
    },
    {
      key: "level",
      header: t("competence.attestations.level"),
      cell: (row) => <AttestedLevel row={row} />,
    },
    {
      key: "attestedOn",
      header: t("competence.attestations.attestedOn"),
      cell: ({ attestedOn }) => formatDate(attestedOn, "short"),
    },
    {
      key: "source",
      header: t("competence.attestations.source"),
      cell: ({ source, sourceHref }) => {
        const word = t(`competence.attestations.sourceWord.${source}`);
        return sourceHref ? <Link to={sourceHref}>{word}</Link> : word;
      },
    },
    {
      key: "by",
      header: t("competence.attestations.by"),
      cell: ({ attestedByName }) => attestedByName ?? t("competence.attestations.byNobody"),
    },
  ];
  if (!canAttest) return columns;
  return [
    ...columns,
    {
      key: "actions",
      header: t("competence.attestations.actions"),
      cell: (row) => row.canWithdraw && <WithdrawButton personId={personId} row={row} />,
    },
  ];
}

function AttestedLevel({ row }: { row: AttestationRow }) {
  const { level, observed } = row;
  const t = useT();
  return (
    <>
      {level !== null && <LevelMark level={level} basis={observed ? "observed" : "confirmed"} />}
      {clearsToTeach(row) && (
        <>
          {" "}
          <Badge tone="accent">{t("competence.attestations.clearsToTeach")}</Badge>
        </>
      )}
    </>
  );
}

function WithdrawButton({ personId, row }: { personId: string; row: AttestationRow }) {
  const t = useT();
  return (
    <ConfirmButton
      size="small"
      label={t("competence.attestations.withdraw")}
      question={t("competence.attestations.withdrawQuestion", { name: row.competence.name })}
      consequence={t("competence.attestations.withdrawConsequence")}
      confirmLabel={t("competence.attestations.withdrawConfirm")}
      action={`/people/${personId}/attestations/${row.id}/withdraw`}
      fields={{ submissionId: row.submissionId }}
    />
  );
}
