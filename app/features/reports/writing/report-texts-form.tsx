import { BookedThrough } from "~/features/funding/budget/booked-through";
import { lineTitle } from "~/features/funding/rules/line-title";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import {
  FormActions,
  FormErrors,
  SubmissionId,
  SubmitButton,
  TextArea,
  type FormState,
} from "~/ui/form";
import { Form, Link } from "~/ui/navigation";
import { Section } from "~/ui/page";
import { textNames, type LineSums } from "../rules/report";
import type { ReportTextsView } from "./report-forms.queries.server";
import { commentField, commentMax, textMax } from "./report-fields";

type ReportTextsFormProps = { view: ReportTextsView; state?: FormState };

/** The words of a report: its texts, and a comment on each line of the budget. */
export function ReportTextsForm({ view, state }: ReportTextsFormProps) {
  const t = useT();
  const { id, report, seen, submissionId } = view;
  return (
    <Form method="post" className="form" noValidate>
      <FormErrors errors={state?.errors} />
      <SubmissionId value={submissionId} />
      <input type="hidden" name="seen" value={seen} />
      {textNames.map((name) => (
        <TextArea
          key={name}
          name={name}
          label={t(`reports.text.${name}`)}
          hint={t(`reports.texts.hint.${name}`)}
          rows={8}
          maxLength={textMax}
          defaultValue={report.texts[name]}
          state={state}
        />
      ))}
      {report.money.lines.length > 0 && (
        <Section title={t("reports.texts.comments")} lead={t("reports.texts.commentsLead")}>
          <BookedThrough bookedThrough={report.bookedThrough} />
          {report.money.lines.map((line) => (
            <CommentField key={line.lineId} line={line} state={state} />
          ))}
        </Section>
      )}
      <FormActions>
        <SubmitButton>{t("reports.texts.submit")}</SubmitButton>
        <Link to={`/reports/${id}`} className="button" data-variant="quiet">
          {t("ui.form.cancel")}
        </Link>
      </FormActions>
    </Form>
  );
}

function CommentField({ line, state }: { line: LineSums; state?: FormState }) {
  const t = useT();
  const { formatKronor } = useFormat();
  const { lineId, comment, accumulatedOre, budgetOre, remainingOre } = line;
  const values = {
    spent: formatKronor(accumulatedOre),
    budget: formatKronor(budgetOre),
    remaining: formatKronor(Math.abs(remainingOre)),
  };
  return (
    <TextArea
      name={commentField(lineId)}
      label={lineTitle(line)}
      hint={t(remainingOre < 0 ? "reports.texts.overspent" : "reports.texts.withinBudget", values)}
      rows={2}
      maxLength={commentMax}
      defaultValue={comment}
      state={state}
    />
  );
}
