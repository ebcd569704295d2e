import { useT } from "~/i18n/context";
import {
  FormActions,
  FormErrors,
  SelectField,
  SubmissionId,
  SubmitButton,
  type FormState,
} from "~/ui/form";
import { Form, Link } from "~/ui/navigation";
import { HeadFields } from "./head-fields";
import type { NewReportView } from "./report-forms.queries.server";

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
      <HeadFields draft={{ kind: "interim", ...suggested }} state={state} />
      <FormActions>
        <SubmitButton>{t("reports.new.submit")}</SubmitButton>
        <Link to="/reports" className="button" data-variant="quiet">
          {t("ui.form.cancel")}
        </Link>
      </FormActions>
    </Form>
  );
}
