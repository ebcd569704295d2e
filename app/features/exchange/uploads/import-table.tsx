import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable } from "~/ui/data-table";
import { Link } from "~/ui/navigation";
import { Badge, EmptyState } from "~/ui/page";
import { useCounted } from "./counted";
import type { ImportOutcome } from "./import-outcome.schema";
import type { ImportRow } from "./imports.queries.server";

/** Files that were handed in, with what came of each. */
export function ImportTable({ imports }: { imports: ImportRow[] }) {
  const t = useT();
  const { formatDateTime } = useFormat();
  return (
    <DataTable
      caption={t("exchange.earlier")}
      hideCaption
      rows={imports}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t("exchange.earlierEmpty")}>{t("exchange.earlierEmptyText")}</EmptyState>
      }
      columns={[
        {
          key: "file",
          header: t("exchange.column.file"),
          cell: ({ id, fileName }) => <Link to={`/import/${id}`}>{fileName}</Link>,
        },
        {
          key: "kind",
          header: t("exchange.column.kind"),
          cell: ({ kind, projectCode }) =>
            [t(`exchange.kind.${kind}`), projectCode].filter(Boolean).join(", "),
        },
        {
          key: "uploaded",
          header: t("exchange.column.uploaded"),
          cell: ({ createdAt }) => formatDateTime(createdAt, "short"),
        },
        {
          key: "state",
          header: t("exchange.column.state"),
          cell: (row) => <ImportState row={row} />,
        },
        {
          key: "outcome",
          header: t("exchange.column.outcome"),
          cell: ({ outcome }) => <OutcomeText outcome={outcome} />,
        },
      ]}
    />
  );
}

function ImportState({ row: { appliedAt, outcome } }: { row: ImportRow }) {
  const t = useT();
  if (appliedAt) return <Badge tone="good">{t("exchange.applied")}</Badge>;
  return (
    <Badge>{outcome?.kind === "withdrawn" ? t("exchange.withdrawn") : t("exchange.draft")}</Badge>
  );
}

function OutcomeText({ outcome }: { outcome: ImportOutcome | null }) {
  const counted = useCounted();
  const { formatKronor } = useFormat();
  if (outcome?.kind === "ledger") {
    const sum = formatKronor(outcome.sumOre, { withOre: true });
    return counted("exchange.outcomeLedger", outcome.vouchers, { sum });
  }
  return outcome?.kind === "training" ? counted("exchange.outcomeTraining", outcome.rows) : "–";
}
