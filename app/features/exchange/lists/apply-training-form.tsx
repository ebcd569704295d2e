import { useT } from "~/i18n/context";
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
import { Notice } from "~/ui/page";
import { useCounted } from "../uploads/counted";
import { AnswerFields } from "./answer-fields";
import { columnFields } from "./training-columns";
import type { TrainingPreview } from "./training-preview.queries.server";

type Props = { training: TrainingPreview; submissionId: string; state: FormState | undefined };

/** Asks for which project they are, and brings the good rows in; beside bad rows, and with early ones, only if the person says so. */
export function ApplyTrainingForm({ training, submissionId, state }: Props) {
  const t = useT();
  const counted = useCounted();
  return (
    <Form method="post" className="form" noValidate>
      <FormErrors errors={state?.errors} />
      <SubmissionId value={submissionId} />
      <input type="hidden" name="seen" value={training.seen} />
      {columnFields(training.mapping).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <AnswerFields answers={{ ...training.answers, projectId: null }} />
      <ProjectField training={training} state={state} />
      {training.badRows > 0 && (
        <Checkbox
          name="skipBad"
          label={counted("exchange.training.skipBad", training.badRows)}
          state={state}
        />
      )}
      {training.replaceableCount > 0 && (
        <Checkbox
          name="replaceChanged"
          label={counted("exchange.training.replaceChanged", training.replaceableCount)}
          hint={<a href="#changed-rows">{t("exchange.training.badNote")}</a>}
          state={state}
        />
      )}
      {training.earlyCount > 0 && (
        <Checkbox
          name="withEarly"
          label={counted("exchange.training.withEarly", training.earlyCount)}
          hint={<a href="#early-rows">{t("exchange.training.badNote")}</a>}
          state={state}
        />
      )}
      {training.takenBackCount > 0 && (
        <Notice
          tone="warning"
          title={counted("exchange.training.takenBack", training.takenBackCount)}
        >
          <Checkbox
            name="skipTakenBack"
            label={t("exchange.training.skipTakenBack")}
            state={state}
          />
        </Notice>
      )}
      <FormActions>
        <SubmitButton busyLabel={t("exchange.ledger.writing")}>
          {training.addedCount > 0
            ? counted("exchange.training.submit", training.addedCount)
            : t("exchange.training.submitTicked")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}

/** The project of the rows that don't say it themselves, or none: as a course says it. */
function ProjectField({ training, state }: Pick<Props, "training" | "state">) {
  const t = useT();
  const { projects, answers, mapping } = training;
  if (projects.length === 0) return null;
  return (
    <SelectField
      name="project"
      label={t("exchange.training.project")}
      hint={t(
        mapping.includes("project")
          ? "exchange.training.projectHintColumn"
          : "exchange.training.projectHint",
      )}
      placeholder={t("exchange.training.projectNone")}
      options={projects.map(({ id, code, name }) => ({ value: id, label: `${name} (${code})` }))}
      defaultValue={answers.projectId ?? undefined}
      state={state}
    />
  );
}
