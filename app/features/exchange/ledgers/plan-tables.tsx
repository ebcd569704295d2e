import type { ReactNode } from "react";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable, type Column } from "~/ui/data-table";
import { Badge, Disclosure, Section } from "~/ui/page";
import { Breakable } from "../uploads/breakable";
import { useCounted } from "../uploads/counted";
import type { PlanPreview, Some, VoucherPreview } from "./plan-preview.queries.server";
import { voucherName } from "./voucher-name";

/** The vouchers that an import is about: those it leaves alone, then those it writes. */
export function PlanTables({ plan }: { plan: PlanPreview }) {
  const t = useT();
  const { formatNumber } = useFormat();
  const { added, elsewhere } = plan;
  return (
    <>
      {elsewhere.count > 0 && (
        <Section
          id="elsewhere"
          title={t("exchange.ledger.elsewhere")}
          lead={t("exchange.ledger.elsewhereLead")}
        >
          <VoucherTable
            caption={t("exchange.ledger.elsewhere")}
            vouchers={elsewhere}
            others={[
              {
                key: "project",
                header: t("exchange.ledger.belongsTo"),
                cell: ({ projectCode }) => projectCode,
              },
            ]}
          />
        </Section>
      )}
      {added.count > 0 && (
        <div id="added">
          <Disclosure
            summary={`${t("exchange.ledger.added")} (${formatNumber(added.count)})`}
            open={added.count <= 25}
          >
            <VoucherTable caption={t("exchange.ledger.added")} vouchers={added} />
          </Disclosure>
        </div>
      )}
    </>
  );
}

type TableRow = VoucherPreview & { isOutside?: boolean };

type VoucherTableProps<Row> = {
  caption: ReactNode;
  vouchers: Some<Row>;
  others?: Column<Row>[];
};

function VoucherTable<Row extends TableRow>(props: VoucherTableProps<Row>) {
  const { caption, vouchers, others = [] } = props;
  const t = useT();
  const counted = useCounted();
  const { formatDate, formatKronor } = useFormat();
  return (
    <>
      {vouchers.first.length < vouchers.count && (
        <p className="soft">
          {counted("exchange.ledger.first", vouchers.count, { shown: vouchers.first.length })}
        </p>
      )}
      <DataTable
        caption={caption}
        hideCaption
        rows={vouchers.first}
        rowKey={({ key }) => key}
        columns={[
          { key: "voucher", header: t("exchange.ledger.voucher"), cell: voucherName },
          {
            key: "date",
            header: t("exchange.ledger.date"),
            cell: ({ date, isOutside }) => (
              <>
                {formatDate(date, "short")}{" "}
                {isOutside && <Badge tone="warning">{t("exchange.ledger.isOutside")}</Badge>}
              </>
            ),
          },
          {
            key: "text",
            header: t("exchange.ledger.text"),
            cell: ({ text }) => <Breakable text={text || "–"} />,
          },
          {
            key: "sum",
            header: t("exchange.ledger.sum"),
            align: "end",
            cell: ({ sumOre }) => formatKronor(sumOre, { withOre: true }),
          },
          ...others,
        ]}
      />
    </>
  );
}
