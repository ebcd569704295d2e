import { useT } from "~/i18n/context";
import { SelectField } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Button, Disclosure, Notice, Section } from "~/ui/page";
import { useCounted } from "../uploads/counted";
import { AnswerFields } from "./answer-fields";
import type { MappingFault } from "./training-columns";
import { trainingFields } from "./training-headings";
import type { TrainingPreview } from "./training-preview.queries.server";

type Props = { training: TrainingPreview };

/** What each column means: asked for where something is missing, otherwise out of the way. */
export function ColumnChoice({ training }: Props) {
  const t = useT();
  const counted = useCounted();
  const { mapping, mappingFaults } = training;
  if (mappingFaults.length > 0) {
    return (
      <Section title={t("exchange.training.columns")} lead={t("exchange.training.columnsLead")}>
        <Notice tone="warning">
          <ul>
            {mappingFaults.map((fault) => (
              <li key={`${fault.field} ${fault.reason}`}>
                <FaultText fault={fault} />
              </li>
            ))}
          </ul>
        </Notice>
        <ColumnForm training={training} />
      </Section>
    );
  }
  const used = mapping.filter((field) => field !== null && field !== "ignore").length;
  return (
    <Disclosure summary={counted("exchange.training.columnsUsed", mapping.length, { used })}>
      <ColumnForm training={training} />
    </Disclosure>
  );
}

function FaultText({ fault }: { fault: MappingFault }) {
  const t = useT();
  const { field, reason } = fault;
  if (reason === "clock") return t("exchange.training.clock", { heading: fault.heading });
  if (reason === "measure") {
    return t(`exchange.training.measure.${field}`, { heading: fault.heading });
  }
  if (reason === "missing" && field === "email") return t("exchange.training.missingPerson");
  const name = { field: t(`exchange.training.field.${field}`) };
  return reason === "missing"
    ? t("exchange.training.missingColumn", name)
    : t("exchange.training.twice", name);
}

function ColumnForm({ training: { header, mapping, mappingFaults, answers } }: Props) {
  const t = useT();
  const ignored = { value: "ignore", label: t("exchange.training.ignore") };
  return (
    <Form method="get" className="form">
      <AnswerFields answers={answers} />
      <div className="grid" data-columns="3">
        {header.map((heading, index) => (
          <SelectField
            // The guess of another mapping is another form.
            key={`${index} ${mapping[index] ?? ""}`}
            name={`column:${index}`}
            label={heading || "–"}
            required
            placeholder={mapping[index] === "ignore" ? undefined : t("exchange.training.ignore")}
            defaultValue={mapping[index] ?? ""}
            options={[
              ...(mapping[index] === "ignore" ? [ignored] : []),
              ...trainingFields.map((name) => ({
                value: name,
                label: t(`exchange.training.field.${name}`),
              })),
            ]}
          />
        ))}
      </div>
      <div className="actions">
        <Button type="submit" variant={mappingFaults.length > 0 ? "primary" : "secondary"}>
          {t("exchange.training.show")}
        </Button>
      </div>
    </Form>
  );
}
