import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { SelectField } from "~/ui/form";
import { DataTable } from "~/ui/data-table";
import { Form } from "~/ui/navigation";
import { Badge, Button, DescriptionList, EmptyState, Notice, Section } from "~/ui/page";
import type { LedgerPreview } from "./ledger-preview.queries.server";

/** What the file is, and what the reader met in it. */
export function LedgerHead({ ledger }: { ledger: LedgerPreview }) {
  const t = useT();
  return (
    <>
      {!ledger.isTrusted && (
        <Notice tone="danger" title={t("exchange.ledger.untrustedTitle")}>
          {t("exchange.ledger.untrustedText")}
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: t("exchange.ledger.from"), value: ledger.program || "–" },
          { term: t("exchange.ledger.company"), value: ledger.companyName || "–" },
          { term: t("exchange.ledger.encoding"), value: ledger.encoding },
          { term: t("exchange.ledger.rows"), value: ledger.rows },
        ]}
      />
    </>
  );
}

export function LedgerProblems({ ledger }: { ledger: LedgerPreview }) {
  const t = useT();
  if (ledger.problems.length === 0) return null;
  return (
    <Section title={t("exchange.ledger.problems")}>
      <DataTable
        caption={t("exchange.ledger.problems")}
        hideCaption
        rows={ledger.problems.map((problem, index) => ({ ...problem, key: String(index) }))}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "severity",
            header: t("exchange.column.state"),
            cell: ({ severity }) => (
              <Badge
                tone={
                  severity === "error" ? "danger" : severity === "warning" ? "warning" : "neutral"
                }
              >
                {t(`exchange.ledger.severity.${severity}`)}
              </Badge>
            ),
          },
          {
            key: "place",
            header: t("exchange.training.row"),
            cell: ({ line, tag, voucher, field, value }) =>
              [
                line === undefined ? "" : t("exchange.ledger.line", { line }),
                tag ? `#${tag}` : "",
                voucher ?? "",
                field ?? "",
                value === undefined ? "" : `”${value}”`,
              ]
                .filter(Boolean)
                .join(" "),
          },
          {
            key: "reason",
            header: t("exchange.training.reason"),
            cell: ({ code }) => t(`exchange.problem.${code}`),
          },
        ]}
      />
    </Section>
  );
}

/** Which project the costs go to, and which of the ledger's objects they stand on. */
export function LedgerChoice({ ledger }: { ledger: LedgerPreview }) {
  const t = useT();
  const { formatKronor } = useFormat();
  if (!ledger.isTrusted) return null;
  if (ledger.objects.length === 0) {
    return (
      <EmptyState title={t("exchange.ledger.noObjects")}>
        {t("exchange.ledger.noObjectsText")}
      </EmptyState>
    );
  }
  if (ledger.projects.length === 0) return <EmptyState title={t("exchange.ledger.noProjects")} />;
  return (
    <Section title={t("exchange.ledger.choose")} lead={t("exchange.ledger.chooseLead")}>
      <Form method="get" className="inline-form">
        <SelectField
          name="project"
          label={t("exchange.ledger.project")}
          required
          placeholder={null}
          defaultValue={ledger.chosen?.target.id}
          options={ledger.projects.map(({ id, code, name }) => ({
            value: id,
            label: `${code} ${name}`,
          }))}
        />
        <SelectField
          name="object"
          label={t("exchange.ledger.object")}
          required
          placeholder={null}
          defaultValue={ledger.chosen?.objectCode}
          options={ledger.objects.map(({ code, name, sumOre }) => ({
            value: code,
            label: `${code} ${name} (${formatKronor(sumOre, { withOre: true })})`,
          }))}
        />
        <Button type="submit" variant={ledger.chosen ? "secondary" : "primary"}>
          {t("exchange.ledger.show")}
        </Button>
      </Form>
    </Section>
  );
}
