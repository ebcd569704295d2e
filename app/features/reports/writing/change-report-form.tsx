import { useT } from "~/i18n/context";
import { lastDayOf } from "~/terms/period";
import { FormActions, FormErrors, SubmissionId, SubmitButton, type FormState } from "~/ui/form";
import { Form, Link } from "~/ui/navigation";
import { HeadFields } from "./head-fields";
import type { DraftView } from "./report-forms.queries.server";

/** A draft's kind, title, period and due day. */
export function ChangeReportForm({ view, state }: { view: DraftView; state?: FormState }) {
  const t = useT();
  const { id, draft, seen, submissionId } = view;
  return (
    <Form method="post" className="form" noValidate>
      <FormErrors errors={state?.errors} />
      <SubmissionId value={submissionId} />
      <input type="hidden" name="seen" value={seen} />
      <HeadFields draft={{ ...draft, endsOn: lastDayOf(draft) }} state={state} />
      <FormActions>
        <SubmitButton>{t("reports.change.submit")}</SubmitButton>
        <Link to={`/reports/${id}`} className="button" data-variant="quiet">
          {t("ui.form.cancel")}
        </Link>
      </FormActions>
    </Form>
  );
}
