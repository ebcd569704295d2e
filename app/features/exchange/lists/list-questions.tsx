import { dayOrders } from "~/formats/listed-date";
import { useT } from "~/i18n/context";
import { SelectField } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Button, Section } from "~/ui/page";
import { answeredCompletions, answerTo } from "./answered-status";
import { columnFields } from "./training-columns";
import type { TrainingPreview } from "./training-preview.queries.server";

/** What only a person can tell of a list: nothing where it can be read in one way. */
export function ListQuestions({ training }: { training: TrainingPreview }) {
  const t = useT();
  const { questions, answers, mapping } = training;
  const asked = questions.columns.map(({ index }) => `column:${index}`);
  const count = questions.people.length + questions.statuses.length + asked.length;
  if (!questions.dayOrder && count === 0) return null;
  return (
    <Section title={t("exchange.training.questions")} lead={t("exchange.training.questionsLead")}>
      <Form method="get" className="form">
        {columnFields(mapping)
          .filter(([name]) => !asked.includes(name))
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        {questions.columns.map(({ index, heading, values }) => (
          <SelectField
            key={index}
            name={`column:${index}`}
            label={t("exchange.training.whatSays", {
              ...{ heading: heading || "–" },
              values: values.map((value) => value || t("exchange.training.emptyCell")).join(", "),
            })}
            required
            placeholder={t("exchange.training.noAnswer")}
            defaultValue=""
            options={(["status", "absence", "ignore"] as const).map((value) => ({
              value,
              label: t(`exchange.training.says.${value}`),
            }))}
          />
        ))}
        {questions.dayOrder && (
          <SelectField
            name="dayOrder"
            label={t("exchange.training.dayOrder")}
            required
            placeholder={t("exchange.training.noAnswer")}
            defaultValue={answers.dayOrder ?? ""}
            options={dayOrders.map((order) => ({
              value: order,
              label: t(`exchange.training.${order}`),
            }))}
          />
        )}
        {questions.statuses.map(({ key, heading, value }) => (
          <SelectField
            key={key}
            name={`status:${key}`}
            label={
              value === ""
                ? t("exchange.training.whatEmptySays", { heading })
                : t("exchange.training.whatWordSays", { heading, value })
            }
            required
            placeholder={t("exchange.training.noAnswer")}
            defaultValue={answerTo(key, answers) ?? ""}
            options={answeredCompletions.map((said) => ({
              value: said,
              label: t(`exchange.training.word.${said}`),
            }))}
          />
        ))}
        {questions.people.map(({ key, name, people }) => (
          <SelectField
            key={key}
            name={`person:${key}`}
            label={t("exchange.training.whoIs", { name })}
            required
            placeholder={t("exchange.training.noAnswer")}
            defaultValue={answers.people[key] ?? ""}
            options={people.map(({ id, label }) => ({ value: id, label }))}
          />
        ))}
        <div className="actions">
          <Button type="submit" variant="primary">
            {t("exchange.training.show")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
