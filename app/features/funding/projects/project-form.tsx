import { SeenField } from "~/features/organisation/seen-field";
import { useT } from "~/i18n/context";
import {
  DateField,
  FormActions,
  FormErrors,
  FormRow,
  SelectField,
  SubmissionId,
  SubmitButton,
  TextArea,
  TextField,
  type FormState,
} from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink } from "~/ui/page";
import { AskedChange } from "../reported/asked-change";
import type { ProjectFormView } from "./project-form.queries.server";

type ProjectFormProps = { view: ProjectFormView; state: FormState | undefined };

/** What a project is: code, name, purpose, unit and days. */
export function ProjectForm({ view, state: refused }: ProjectFormProps) {
  const t = useT();
  const { project, units, values, seen, submissionId } = view;
  const state = refused ?? { values, errors: {} };
  return (
    <Form method="post" className="form" noValidate>
      <FormErrors errors={refused?.errors} />
      <SubmissionId value={submissionId} />
      {seen !== null && <SeenField value={seen} />}
      <TextField name="name" label={t("funding.project.name")} required state={state} />
      <TextField
        name="code"
        label={t("funding.project.code")}
        hint={t(project ? "funding.project.codeHintChange" : "funding.project.codeHint")}
        maxLength={20}
        required
        state={state}
      />
      <TextArea
        name="purpose"
        label={t("funding.project.purpose")}
        hint={t("funding.project.purposeHint")}
        state={state}
      />
      <SelectField
        name="unitId"
        label={t("funding.project.unit")}
        required
        options={units.map(({ id, name, depth }) => ({
          value: id,
          label: `${"\u2003".repeat(depth)}${name}`,
        }))}
        state={state}
      />
      <FormRow>
        <DateField name="startsOn" label={t("funding.firstDay")} required state={state} />
        <DateField name="endsOn" label={t("funding.lastDay")} required state={state} />
      </FormRow>
      <AskedChange state={refused} label={t("funding.project.agreeChange")} />
      <FormActions>
        <SubmitButton>
          {t(project ? "funding.project.save" : "funding.project.create")}
        </SubmitButton>
        <ButtonLink to={project ? `/projects/${project.code}/setup` : "/projects"} variant="quiet">
          {t("ui.form.cancel")}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
