import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable } from "~/ui/data-table";
import { Link } from "~/ui/navigation";
import { Badge, ConfirmButton, EmptyState } from "~/ui/page";
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
      empty={<EmptyState title={t("exchange.earlierEmpty")} />}
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
          cell: ({ createdAt }) => formatDateTime(createdAt),
        },
        {
          key: "state",
          header: t("exchange.column.state"),
          cell: ({ appliedAt }) =>
            appliedAt ? (
              <Badge tone="good">{t("exchange.applied")}</Badge>
            ) : (
              <Badge>{t("exchange.draft")}</Badge>
            ),
        },
        {
          key: "outcome",
          header: t("exchange.column.outcome"),
          cell: (row) => <Outcome row={row} />,
        },
      ]}
    />
  );
}

function Outcome({ row }: { row: ImportRow }) {
  const t = useT();
  const { formatKronor } = useFormat();
  const { outcome } = row;
  if (!outcome) {
    return (
      <ConfirmButton
        label={t("exchange.cancel")}
        question={t("exchange.cancelQuestion", { name: row.fileName })}
        confirmLabel={t("exchange.cancel")}
        action={`/import/${row.id}/cancel`}
        size="small"
      />
    );
  }
  return "vouchers" in outcome
    ? t("exchange.outcomeLedger", {
        count: outcome.vouchers,
        sum: formatKronor(outcome.sumOre, { withOre: true }),
      })
    : t("exchange.outcomeTraining", { count: outcome.rows });
}
