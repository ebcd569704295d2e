import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { day, money, state, text } from "~/tables/columns";
import type { Column, Table, Words } from "~/tables/table";
import { Disclosure, Section } from "~/ui/page";
import { TableView } from "~/ui/table-view";
import { Breakable } from "../uploads/breakable";
import { useCounted } from "../uploads/counted";
import type { PlanPreview, Some, VoucherPreview } from "./plan-preview.queries.server";
import { voucherName } from "./voucher-name";

/** The vouchers that an import is about: those it leaves alone, then those it writes. */
export function PlanTables({ plan: { added, elsewhere } }: { plan: PlanPreview }) {
  const t = useT();
  const { formatNumber } = useFormat();
  return (
    <>
      {elsewhere.count > 0 && (
        <Section
          id="elsewhere"
          title={t("exchange.ledger.elsewhere")}
          lead={t("exchange.ledger.elsewhereLead")}
        >
          <FirstOf vouchers={elsewhere} />
          <TableView table={elsewhereTable(elsewhere.first)} hideCaption cells={cells} />
        </Section>
      )}
      {added.count > 0 && (
        <div id="added">
          <Disclosure
            summary={`${t("exchange.ledger.added")} (${formatNumber(added.count)})`}
            open={added.count <= 25}
          >
            <FirstOf vouchers={added} />
            <TableView
              table={addedTable(added.first)}
              hideCaption
              beside={{ date: ["outside"] }}
              cells={cells}
            />
          </Disclosure>
        </div>
      )}
    </>
  );
}

const cells = { text: (_row: unknown, shown: string) => <Breakable text={shown} /> };

/** How many there are, where not all of them are shown. */
function FirstOf({ vouchers: { first, count } }: { vouchers: Some<unknown> }) {
  const counted = useCounted();
  if (first.length === count) return null;
  return <p className="soft">{counted("exchange.ledger.first", count, { shown: first.length })}</p>;
}

type Elsewhere = PlanPreview["elsewhere"]["first"][number];
type Added = PlanPreview["added"]["first"][number];

function elsewhereTable(rows: Elsewhere[]): Table<Elsewhere> {
  return voucherTable("exchange.ledger.elsewhere", rows, [
    sumColumn("exchange.ledger.sum"),
    text("project", "exchange.ledger.belongsTo", ({ projectCode }) => projectCode),
  ]);
}

function addedTable(rows: Added[]): Table<Added> {
  return voucherTable("exchange.ledger.added", rows, [
    state(
      "outside",
      "exchange.ledger.isOutside",
      ({ isOutside }, { t }) => (isOutside ? t("exchange.ledger.isOutside") : null),
      () => "warning",
    ),
    sumColumn("exchange.ledger.sum"),
  ]);
}

function voucherTable<Row extends VoucherPreview>(
  title: Words,
  rows: Row[],
  others: Column<NoInfer<Row>>[],
): Table<Row> {
  return {
    title,
    columns: [
      text<Row>("voucher", "exchange.ledger.voucher", voucherName),
      day<Row>("date", "exchange.ledger.date", ({ date }) => date, { style: "short" }),
      text<Row>("text", "exchange.ledger.text", (row) => row.text || null),
      ...others,
    ],
    rows,
    rowKey: ({ key }) => key,
    amounts: "ore",
  };
}

function sumColumn(heading: Words): Column<VoucherPreview> {
  return money("sum", heading, ({ sumOre }) => sumOre);
}
