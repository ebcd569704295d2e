import { useT } from "~/i18n/context";
import {
  FormActions,
  FormErrors,
  RadioGroup,
  SubmissionId,
  SubmitButton,
  type FormState,
} from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink } from "~/ui/page";
import { budgetTemplates, templateCategories } from "../rules/budget-templates";
import { setUpHref } from "../rules/set-up-parts";

type TemplateFormProps = {
  code: string;
  submissionId: string;
  refused: FormState | undefined;
};

/** Which cost categories a budget starts from. */
export function TemplateForm({ code, submissionId, refused }: TemplateFormProps) {
  const t = useT();
  return (
    <Form method="post" className="form" noValidate>
      <FormErrors errors={refused?.errors} />
      <SubmissionId value={submissionId} />
      <RadioGroup
        name="template"
        label={t("funding.setUp.template.label")}
        defaultValue="simple"
        required
        options={budgetTemplates.map((template) => ({
          value: template,
          label: t(`funding.setUp.template.${template}`),
          hint: templateCategories[template].join(" · "),
        }))}
        state={refused}
      />
      <FormActions>
        <SubmitButton>{t("funding.setUp.template.submit")}</SubmitButton>
        <ButtonLink to={setUpHref(code, "lines")} variant="quiet">
          {t("ui.form.cancel")}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
