import { useT } from "~/i18n/context";
import {
  DateField,
  FormActions,
  FormErrors,
  FormRow,
  RadioGroup,
  SelectField,
  SubmissionId,
  SubmitButton,
  TextField,
  type FormState,
} from "~/ui/form";
import { Form, Link } from "~/ui/navigation";
import type { NewReportView } from "./report-forms.queries.server";
import { titleMax } from "./report-fields";

type NewReportFormProps = { view: NewReportView; state?: FormState };

/** Which project, what kind of report, of which days, and when the funder wants it. */
export function NewReportForm({ view, state }: NewReportFormProps) {
  const t = useT();
  const { projects, suggested, submissionId } = view;
  return (
    <Form method="post" className="form" noValidate>
      <FormErrors errors={state?.errors} />
      <SubmissionId value={submissionId} />
      <SelectField
        name="projectId"
        label={t("reports.new.project")}
        required
        state={state}
        defaultValue={suggested?.projectId}
        options={projects.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
      />
      <RadioGroup
        name="kind"
        label={t("reports.new.kind")}
        required
        state={state}
        defaultValue="interim"
        options={[
          { value: "interim", label: t("reports.kind.interim") },
          { value: "final", label: t("reports.kind.final") },
        ]}
      />
      <TextField
        name="title"
        label={t("reports.new.title")}
        hint={t("reports.new.titleHint")}
        required
        maxLength={titleMax}
        state={state}
      />
      <FormRow>
        <DateField
          name="startsOn"
          label={t("reports.new.startsOn")}
          required
          state={state}
          defaultValue={suggested?.startsOn}
        />
        <DateField
          name="endsOn"
          label={t("reports.new.endsOn")}
          required
          state={state}
          defaultValue={suggested?.endsOn}
        />
      </FormRow>
      <DateField
        name="dueOn"
        label={t("reports.new.dueOn")}
        hint={t("reports.new.dueHint")}
        required
        state={state}
      />
      <FormActions>
        <SubmitButton>{t("reports.new.submit")}</SubmitButton>
        <Link to="/reports" className="button" data-variant="quiet">
          {t("ui.form.cancel")}
        </Link>
      </FormActions>
    </Form>
  );
}
