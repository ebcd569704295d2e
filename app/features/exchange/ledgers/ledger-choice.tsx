import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { SelectField } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Button, Disclosure, Section } from "~/ui/page";
import type { LedgerPreview } from "./ledger-preview.queries.server";

/** Which project the costs go to, and which of the ledger's objects they stand on. */
export function LedgerChoice({ ledger }: { ledger: LedgerPreview }) {
  const t = useT();
  const { plan } = ledger;
  if (plan) {
    const chosen = { object: plan.objectCode, project: plan.project.code };
    return (
      <Disclosure summary={t("exchange.ledger.change", chosen)} open={ledger.isPresumed}>
        <ChoiceForm ledger={ledger} />
      </Disclosure>
    );
  }
  return (
    <Section title={t("exchange.ledger.choose")} lead={t("exchange.ledger.chooseLead")}>
      <ChoiceForm ledger={ledger} />
    </Section>
  );
}

function ChoiceForm({ ledger: { projects, objects, suggested, plan } }: { ledger: LedgerPreview }) {
  const t = useT();
  const { formatKronor } = useFormat();
  return (
    <Form method="get" className="form">
      <SelectField
        name="project"
        label={t("exchange.ledger.project")}
        required
        error={suggested.projectId === "" ? t("errors.required") : undefined}
        defaultValue={suggested.projectId ?? ""}
        options={projects.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
      />
      <SelectField
        name="object"
        label={t("exchange.ledger.object")}
        required
        error={suggested.objectCode === "" ? t("errors.required") : undefined}
        defaultValue={suggested.objectCode ?? ""}
        options={objects.map(({ code, name, sumOre }) => ({
          value: code,
          label: `${[code, name].filter(Boolean).join(" ")} (${
            sumOre === null
              ? t("exchange.ledger.objectWithoutRows")
              : formatKronor(sumOre, { withOre: true })
          })`,
        }))}
      />
      <div className="actions">
        <Button type="submit" variant={plan ? "secondary" : "primary"}>
          {t("exchange.ledger.show")}
        </Button>
      </div>
    </Form>
  );
}
