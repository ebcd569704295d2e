import { formatDate, formatHours, formatKronor } from "~/i18n/format";
import { dayBounds } from "~/terms/day";
import { useT } from "~/i18n/context";
import { day, hours, money, state, text } from "~/tables/columns";
import type { Column, Table } from "~/tables/table";
import { Disclosure, Section } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import { Breakable } from "../uploads/breakable";
import { useCounted } from "../uploads/counted";
import type { TrainingField } from "./training-headings";
import type { TrainingPreview } from "./training-preview.queries.server";
import type { RowFault } from "./row-fault";

type Props = { training: TrainingPreview };

/** The first of the rows that wait for an answer. */
export function AskedRows({ training }: Props) {
  const counted = useCounted();
  const { asked, askedRows } = training;
  return (
    <Disclosure summary={counted("exchange.training.asked", askedRows)} open={asked.length <= 25}>
      <p>{counted("exchange.training.askedLead", askedRows)}</p>
      <Faults
        training={training}
        called="exchange.training.askedTitle"
        reason="exchange.training.askedReason"
        faults={asked}
      />
    </Disclosure>
  );
}

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
      <Faults
        training={training}
        called="exchange.training.badTitle"
        reason="exchange.training.reason"
        faults={faults}
      />
    </Section>
  );
}

type FaultsProps = Props & {
  called: Table<RowFault>["title"];
  reason: Column<RowFault>["heading"];
  faults: RowFault[];
};

function Faults({ training: { header, mapping }, called: title, reason, faults }: FaultsProps) {
  const table: Table<RowFault> = {
    title,
    columns: [
      text("row", "exchange.training.row", ({ row }) => String(row)),
      // The heading as the file has it; the field's own name where the file has no such column.
      text(
        "column",
        "exchange.training.columnName",
        ({ field, column }, { t }) => {
          if (column !== undefined) return header[column] || "–";
          if (field === null) return t("exchange.training.wholeRow");
          return header[mapping.indexOf(field)] || t(`exchange.training.field.${field}`);
        },
        { isRowHeader: true },
      ),
      text("value", "exchange.training.value", ({ value }) => value || null),
      text("reason", reason, ({ reason, among }, { t }) =>
        [t(`exchange.training.fault.${reason}`, dayBounds), among].filter(Boolean).join(" "),
      ),
    ],
    rows: faults,
    rowKey: ({ row, field, column, reason }) => `${row} ${column ?? field} ${reason}`,
  };
  return (
    <TableView
      table={table}
      hideCaption
      cells={{ value: (_fault, value) => <Breakable text={value} /> }}
    />
  );
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
      <Rows table={rowTable("exchange.training.goodTitle", added, mapping)} />
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
      <Rows table={rowTable("exchange.training.earlyTitle", early, mapping)} />
    </Section>
  );
}

/** The first of the rows that are here with other facts. */
export function ChangedRows({ training }: Props) {
  const t = useT();
  const counted = useCounted();
  const { changed, changedCount, mapping } = training;
  const table = rowTable("exchange.training.changedTitle", changed, mapping);
  return (
    <Section
      id="changed-rows"
      title={t("exchange.training.changedTitle")}
      lead={t("exchange.training.changedLead")}
    >
      {changed.length < changedCount && (
        <p className="soft">
          {counted("exchange.ledger.first", changedCount, { shown: changed.length })}
        </p>
      )}
      <TableView
        table={{ ...table, columns: [...table.columns, beforeColumn] }}
        hideCaption
        beside={{ title: ["taken-back"] }}
        cells={{ title: (_row, title) => <Breakable text={title} /> }}
      />
    </Section>
  );
}

const beforeColumn: Column<TrainingPreview["changed"][number]> = text(
  "before",
  "exchange.training.before",
  ({ before, costOre, competence, project }, { t, language }) =>
    [
      before.title,
      before.heldOn && formatDate(before.heldOn, language, "short"),
      formatHours(before.minutes, language),
      costOre !== null &&
        costOre !== before.costOre &&
        (before.costOre === null
          ? t("exchange.training.beforeNoCost")
          : formatKronor(before.costOre, language, { withOre: true })),
      competence !== null && competence !== before.competence && (before.competence ?? "–"),
      project !== null &&
        project !== before.project &&
        (before.project ?? t("exchange.training.projectNone")),
    ]
      .filter(Boolean)
      .join(", "),
);

type Row = TrainingPreview["added"][number];

function Rows({ table }: { table: Table<Row> }) {
  return (
    <TableView
      table={table}
      hideCaption
      beside={{ title: ["taken-back"] }}
      cells={{ title: (_row, title) => <Breakable text={title} /> }}
    />
  );
}

function rowTable<Shown extends Row>(
  title: Table<Row>["title"],
  rows: Shown[],
  mapping: TrainingPreview["mapping"],
): Table<Shown> {
  const inList = (field: TrainingField, column: Column<Row>): Column<Row>[] =>
    mapping.includes(field) ? [column] : [];
  return {
    title,
    columns: [
      text("row", "exchange.training.row", ({ row }) => String(row)),
      text("person", "exchange.training.field.name", ({ person }) => person, { isRowHeader: true }),
      text("title", "exchange.training.field.title", ({ title }) => title),
      state(
        "taken-back",
        "exchange.column.state",
        ({ isTakenBack }, { t }) => (isTakenBack ? t("exchange.training.wasTakenBack") : null),
        () => "warning",
      ),
      day("date", "exchange.training.field.date", ({ heldOn }) => heldOn, { style: "short" }),
      hours("hours", "exchange.training.field.hours", ({ minutes }) => minutes),
      ...inList(
        "competence",
        text("competence", "exchange.training.field.competence", ({ competence }) => competence),
      ),
      ...inList(
        "cost",
        money("cost", "exchange.training.field.cost", ({ costOre }) => costOre),
      ),
      ...(rows.some(({ project }) => project !== null)
        ? [text<Row>("project", "exchange.training.field.project", ({ project }) => project)]
        : []),
    ],
    rows,
    rowKey: ({ row }) => String(row),
    amounts: "ore",
  };
}
