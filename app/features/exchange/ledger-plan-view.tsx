import type { ReactNode } from "react";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable, type Column } from "~/ui/data-table";
import {
  FormActions,
  FormErrors,
  SelectField,
  SubmissionId,
  SubmitButton,
  type FormState,
} from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Disclosure, EmptyState, Notice, Section, Stat, StatRow } from "~/ui/page";
import type { ChosenPreview, VoucherPreview } from "./ledger-preview.queries.server";

type Props = { chosen: ChosenPreview; submissionId: string; state: FormState | undefined };

/** What importing would do, and the button that does it. */
export function LedgerPlanView({ chosen, submissionId, state }: Props) {
  const t = useT();
  const { formatKronor } = useFormat();
  const { added, addedCount, changed, elsewhere } = chosen;
  return (
    <Section title={t("exchange.ledger.plan")}>
      <StatRow>
        <Stat label={t("exchange.ledger.added")} value={addedCount} />
        <Stat
          label={t("exchange.ledger.addedSum")}
          value={formatKronor(chosen.addedSumOre, { withOre: true })}
        />
        <Stat label={t("exchange.ledger.same")} value={chosen.sameCount} />
        <Stat
          label={t("exchange.ledger.changed")}
          value={changed.length}
          tone={changed.length > 0 ? "warning" : undefined}
        />
      </StatRow>
      <Warnings chosen={chosen} />
      {changed.length > 0 && <ChangedVouchers chosen={chosen} />}
      {elsewhere.length > 0 && (
        <Notice tone="warning" title={t("exchange.ledger.elsewhere")}>
          <p>{t("exchange.ledger.elsewhereLead")}</p>
          <VoucherTable
            caption={t("exchange.ledger.elsewhere")}
            rows={elsewhere}
            last={{
              key: "project",
              header: t("exchange.ledger.belongsTo"),
              cell: ({ projectCode }) => projectCode,
            }}
          />
        </Notice>
      )}
      {addedCount === 0 ? (
        <EmptyState title={t("exchange.ledger.nothing")}>
          {t("exchange.ledger.nothingText")}
        </EmptyState>
      ) : (
        <>
          <Disclosure summary={`${t("exchange.ledger.added")} (${addedCount})`} open>
            {added.length < addedCount && (
              <p className="soft">{t("exchange.ledger.more", { count: added.length })}</p>
            )}
            <VoucherTable caption={t("exchange.ledger.added")} rows={added} />
          </Disclosure>
          <PlacementForm chosen={chosen} submissionId={submissionId} state={state} />
        </>
      )}
    </Section>
  );
}

function Warnings({ chosen }: { chosen: ChosenPreview }) {
  const t = useT();
  return (
    <>
      {chosen.outsidePeriod > 0 && (
        <Notice tone="warning">
          {t("exchange.ledger.outside", { count: chosen.outsidePeriod })}
        </Notice>
      )}
      {chosen.personalNumbers > 0 && (
        <Notice tone="warning">
          {t("exchange.ledger.personal", { count: chosen.personalNumbers })}
        </Notice>
      )}
    </>
  );
}

function ChangedVouchers({ chosen }: { chosen: ChosenPreview }) {
  const t = useT();
  const { formatKronor } = useFormat();
  return (
    <Notice tone="warning" title={t("exchange.ledger.changed")}>
      <p>{t("exchange.ledger.changedLead")}</p>
      <VoucherTable
        caption={t("exchange.ledger.changed")}
        rows={chosen.changed}
        last={{
          key: "before",
          header: t("exchange.ledger.before"),
          align: "end",
          cell: ({ earlierSumOre }) => formatKronor(earlierSumOre, { withOre: true }),
        }}
      />
    </Notice>
  );
}

type VoucherTableProps<Row> = { caption: ReactNode; rows: Row[]; last?: Column<Row> };

function VoucherTable<Row extends VoucherPreview>({ caption, rows, last }: VoucherTableProps<Row>) {
  const t = useT();
  const { formatDate, formatKronor } = useFormat();
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={({ line }) => String(line)}
      columns={[
        {
          key: "voucher",
          header: t("exchange.ledger.voucher"),
          cell: ({ series, number }) => `${series} ${number}`.trim() || "–",
        },
        {
          key: "date",
          header: t("exchange.ledger.date"),
          cell: ({ date }) => formatDate(date, "short"),
        },
        { key: "text", header: t("exchange.ledger.text"), cell: ({ text }) => text },
        {
          key: "sum",
          header: t("exchange.ledger.sum"),
          align: "end",
          cell: ({ sumOre }) => formatKronor(sumOre, { withOre: true }),
        },
        ...(last ? [last] : []),
      ]}
    />
  );
}

function PlacementForm({ chosen, submissionId, state }: Props) {
  const t = useT();
  const { formatKronor } = useFormat();
  return (
    <Form method="post" className="form" noValidate>
      <FormErrors errors={state?.errors} />
      <SubmissionId value={submissionId} />
      <input type="hidden" name="project" value={chosen.target.id} />
      <input type="hidden" name="object" value={chosen.objectCode} />
      <Section
        level={3}
        title={t("exchange.ledger.placement")}
        lead={t("exchange.ledger.placementLead")}
      >
        {chosen.placement.map(({ account, accountName, sumOre, lineId }) => (
          <SelectField
            key={account}
            name={`line:${account}`}
            label={t("exchange.ledger.account", { account, name: accountName })}
            hint={formatKronor(sumOre, { withOre: true })}
            placeholder={t("exchange.ledger.unplaced")}
            required
            defaultValue={lineId ?? ""}
            options={chosen.target.lines.map(({ id, name, costCategory }) => ({
              value: id,
              label: name === costCategory ? name : `${costCategory}, ${name}`,
            }))}
            state={state}
          />
        ))}
      </Section>
      <FormActions>
        <SubmitButton>{t("exchange.ledger.submit", { count: chosen.addedCount })}</SubmitButton>
      </FormActions>
    </Form>
  );
}
