import { dayBounds } from "~/terms/day";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable, type Column } from "~/ui/data-table";
import { Badge, Disclosure, Section } from "~/ui/page";
import { Breakable } from "../uploads/breakable";
import { useCounted } from "../uploads/counted";
import type { TrainingField } from "./training-columns";
import type { TrainingPreview } from "./training-preview.queries.server";
import type { RowFault } from "./training-rows.server";

type Props = { training: TrainingPreview };

/** Each fault with its row, column and reason. */
export function BadRows({ training }: Props) {
  const t = useT();
  const counted = useCounted();
  const { faults, faultCount } = training;
  return (
    <Section
      id="bad-rows"
      title={t("exchange.training.badTitle")}
      lead={t("exchange.training.badLead")}
    >
      {faults.length < faultCount && (
        <p className="soft">
          {counted("exchange.ledger.first", faultCount, { shown: faults.length })}
        </p>
      )}
      <DataTable
        caption={t("exchange.training.badTitle")}
        hideCaption
        rows={faults}
        rowKey={({ row, field, reason }) => `${row} ${field} ${reason}`}
        columns={[
          { key: "row", header: t("exchange.training.row"), cell: ({ row }) => row },
          {
            key: "column",
            header: t("exchange.training.columnName"),
            cell: (fault) => <ColumnName fault={fault} training={training} />,
            rowHeader: true,
          },
          {
            key: "value",
            header: t("exchange.training.value"),
            cell: ({ value }) => <Breakable text={value || "–"} />,
          },
          {
            key: "reason",
            header: t("exchange.training.reason"),
            cell: ({ reason, among }) => (
              <>
                {t(`exchange.training.fault.${reason}`, dayBounds)}
                {among && <div className="soft">{among}</div>}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

/** The heading as the file has it; the field's own name where the file has no such column. */
function ColumnName({ fault: { field }, training }: { fault: RowFault } & Props) {
  const t = useT();
  if (field === null) return t("exchange.training.wholeRow");
  return training.header[training.mapping.indexOf(field)] || t(`exchange.training.field.${field}`);
}

/** The first of the rows that will be written. */
export function GoodRows({ training }: Props) {
  const t = useT();
  const counted = useCounted();
  const { added, addedCount, mapping } = training;
  return (
    <Disclosure
      summary={`${t("exchange.training.goodTitle")} (${addedCount})`}
      open={addedCount <= 25}
    >
      <p>{t("exchange.training.approved")}</p>
      {mapping.includes("cost") && <p>{t("exchange.training.costs")}</p>}
      {added.length < addedCount && (
        <p className="soft">
          {counted("exchange.ledger.first", addedCount, { shown: added.length })}
        </p>
      )}
      <RowTable caption={t("exchange.training.goodTitle")} rows={added} mapping={mapping} />
    </Disclosure>
  );
}

/** The first of the rows that are dated before the person worked here. */
export function EarlyRows({ training }: Props) {
  const t = useT();
  const counted = useCounted();
  const { early, earlyCount, mapping } = training;
  return (
    <Section
      id="early-rows"
      title={t("exchange.training.earlyTitle")}
      lead={t("exchange.training.earlyLead")}
    >
      {early.length < earlyCount && (
        <p className="soft">
          {counted("exchange.ledger.first", earlyCount, { shown: early.length })}
        </p>
      )}
      <RowTable caption={t("exchange.training.earlyTitle")} rows={early} mapping={mapping} />
    </Section>
  );
}

type Row = TrainingPreview["added"][number];
type RowTableProps = { caption: string; rows: Row[]; mapping: TrainingPreview["mapping"] };

function RowTable({ caption, rows, mapping }: RowTableProps) {
  const t = useT();
  const { formatDate, formatHours, formatKronor } = useFormat();
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={({ row }) => String(row)}
      columns={[
        { key: "row", header: t("exchange.training.row"), cell: ({ row }) => row },
        {
          key: "person",
          header: t("exchange.training.field.name"),
          cell: ({ person }) => person,
          rowHeader: true,
        },
        {
          key: "title",
          header: t("exchange.training.field.title"),
          cell: ({ title, isTakenBack }) => (
            <>
              <Breakable text={title} />{" "}
              {isTakenBack && <Badge tone="warning">{t("exchange.training.wasTakenBack")}</Badge>}
            </>
          ),
        },
        {
          key: "date",
          header: t("exchange.training.field.date"),
          cell: ({ heldOn }) => formatDate(heldOn, "short"),
        },
        {
          key: "hours",
          header: t("exchange.training.field.hours"),
          align: "end",
          cell: ({ minutes }) => formatHours(minutes),
        },
        ...columnsOf("competence", {
          key: "competence",
          header: t("exchange.training.field.competence"),
          cell: ({ competence }) => competence ?? "–",
        }),
        ...columnsOf("cost", {
          key: "cost",
          header: t("exchange.training.field.cost"),
          align: "end",
          cell: ({ costOre }) => (costOre === null ? "–" : formatKronor(costOre, withOre)),
        }),
      ]}
    />
  );

  /** A column that only some lists have. */
  function columnsOf(field: TrainingField, column: Column<Row>) {
    return mapping.includes(field) ? [column] : [];
  }
}

const withOre = { withOre: true };
