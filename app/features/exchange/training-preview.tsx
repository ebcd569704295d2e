import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable } from "~/ui/data-table";
import {
  Checkbox,
  FormActions,
  FormErrors,
  SelectField,
  SubmissionId,
  SubmitButton,
  type FormState,
} from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Button, EmptyState, Notice, Section, Stat, StatRow } from "~/ui/page";
import type { TrainingPreview } from "./import-page.queries.server";
import { trainingFields } from "./training-columns";

type Props = { training: TrainingPreview; submissionId: string; state: FormState | undefined };

/** What a training list would add: its columns, its bad rows, its good ones, and the button. */
export function TrainingPreviewView({ training, submissionId, state }: Props) {
  const t = useT();
  const isMapped = training.mappingFaults.length === 0;
  return (
    <>
      <ColumnChoice training={training} />
      {isMapped && (
        <>
          <StatRow>
            <Stat label={t("exchange.training.good")} value={training.addedCount} />
            <Stat
              label={t("exchange.training.bad")}
              value={training.badRows}
              tone={training.badRows > 0 ? "warning" : undefined}
            />
            <Stat label={t("exchange.training.known")} value={training.known} />
          </StatRow>
          {training.badRows > 0 && <BadRows training={training} />}
          <GoodRows training={training} />
          {training.addedCount > 0 && (
            <ApplyForm training={training} submissionId={submissionId} state={state} />
          )}
        </>
      )}
    </>
  );
}

function ColumnChoice({ training }: Pick<Props, "training">) {
  const t = useT();
  const field = (name: (typeof trainingFields)[number]) => t(`exchange.training.field.${name}`);
  return (
    <Section title={t("exchange.training.columns")} lead={t("exchange.training.columnsLead")}>
      {training.mappingFaults.length > 0 && (
        <Notice tone="warning">
          <ul>
            {training.mappingFaults.map((fault) => (
              <li key={`${fault.field} ${fault.reason}`}>
                {fault.reason === "missing"
                  ? t("exchange.training.missingColumn", { field: field(fault.field) })
                  : t("exchange.training.twice", { field: field(fault.field) })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Form method="get" className="form">
        <div className="grid" data-columns="3">
          {training.header.map((heading, index) => (
            <SelectField
              key={`${heading} ${index}`}
              name={`column:${index}`}
              label={heading || "–"}
              required
              placeholder={t("exchange.training.ignore")}
              defaultValue={training.mapping[index] ?? ""}
              options={trainingFields.map((name) => ({ value: name, label: field(name) }))}
            />
          ))}
        </div>
        <Button type="submit">{t("exchange.training.show")}</Button>
      </Form>
    </Section>
  );
}

function BadRows({ training }: Pick<Props, "training">) {
  const t = useT();
  return (
    <Section title={t("exchange.training.badTitle")} lead={t("exchange.training.badLead")}>
      <DataTable
        caption={t("exchange.training.badTitle")}
        hideCaption
        rows={training.faults}
        rowKey={({ row, field, reason }) => `${row} ${field} ${reason}`}
        columns={[
          { key: "row", header: t("exchange.training.row"), cell: ({ row }) => row },
          {
            key: "column",
            header: t("exchange.training.columnName"),
            cell: ({ field }) =>
              training.header[training.mapping.indexOf(field)] ??
              t(`exchange.training.field.${field}`),
          },
          { key: "value", header: t("exchange.training.value"), cell: ({ value }) => value || "–" },
          {
            key: "reason",
            header: t("exchange.training.reason"),
            cell: ({ reason }) => t(`exchange.training.fault.${reason}`),
          },
        ]}
      />
    </Section>
  );
}

function GoodRows({ training }: Pick<Props, "training">) {
  const t = useT();
  const { formatDate, formatHours } = useFormat();
  return (
    <Section title={t("exchange.training.goodTitle")} lead={t("exchange.training.approved")}>
      {training.added.length < training.addedCount && (
        <p className="soft">{t("exchange.ledger.more", { count: training.added.length })}</p>
      )}
      <DataTable
        caption={t("exchange.training.goodTitle")}
        hideCaption
        rows={training.added}
        rowKey={({ row }) => String(row)}
        empty={<EmptyState title={t("exchange.training.nothing")} />}
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
            cell: ({ title }) => title,
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
        ]}
      />
    </Section>
  );
}

function ApplyForm({ training, submissionId, state }: Props) {
  const t = useT();
  return (
    <Form method="post" className="form" noValidate>
      <FormErrors errors={state?.errors} />
      <SubmissionId value={submissionId} />
      {training.mapping.map((field, index) => (
        <input key={index} type="hidden" name={`column:${index}`} value={field ?? ""} />
      ))}
      {training.badRows > 0 && (
        <Checkbox name="skipBad" label={t("exchange.training.skipBad")} state={state} />
      )}
      <FormActions>
        <SubmitButton>{t("exchange.training.submit", { count: training.addedCount })}</SubmitButton>
      </FormActions>
    </Form>
  );
}
