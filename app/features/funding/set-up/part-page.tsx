import type { ReactNode } from "react";
import { SeenField } from "~/features/organisation/seen-field";
import { useT } from "~/i18n/context";
import { FormActions, FormErrors, SubmissionId, SubmitButton, type FormState } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink, ConfirmButton, Notice, Page, Section } from "~/ui/page";
import { useSetUpCrumbs } from "./set-up-crumbs";
import type { PartFormView } from "./set-up-forms.queries.server";
import { setUpHref, type SetUpPart } from "../rules/set-up-parts";

type PartPageProps = {
  part: SetUpPart;
  view: PartFormView;
  /** Of a form that could not be accepted. */
  refused: FormState | undefined;
  lead?: ReactNode;
  /** Before the form: links to other layouts of it. */
  before?: ReactNode;
  children: (state: FormState) => ReactNode;
};

/** The page of one thing of a project's set-up: its form, and below it the way to remove it. */
export function PartPage({ part, view, refused, lead, before, children }: PartPageProps) {
  const t = useT();
  const { project, id, name, seen, values, submissionId } = view;
  const crumbs = useSetUpCrumbs(project);
  const state = refused ?? { values, errors: {} };
  const change = t(`funding.setUp.${part}.change`, { name });
  return (
    <Page
      width="narrow"
      title={id === null ? t(`funding.setUp.${part}.add`) : change}
      lead={lead}
      breadcrumb={crumbs}
    >
      {before}
      <Form method="post" className="form" noValidate key={submissionId}>
        <FormErrors errors={refused?.errors} />
        <SubmissionId value={submissionId} />
        {seen !== "" && <SeenField value={seen} />}
        {children(state)}
        <FormActions>
          <SubmitButton>{t("funding.setUp.save")}</SubmitButton>
          <ButtonLink to={setUpHref(project.code, part)} variant="quiet">
            {t("ui.form.cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
      {id !== null && <Removal part={part} view={view} id={id} />}
    </Page>
  );
}

function Removal({ part, view, id }: { part: SetUpPart; view: PartFormView; id: string }) {
  const t = useT();
  const { project, name, stays, removalId } = view;
  return (
    <Section title={t("funding.setUp.remove")}>
      {stays === null ? (
        <ConfirmButton
          label={t("funding.setUp.remove")}
          question={t("funding.setUp.removeQuestion", { name })}
          consequence={t("funding.setUp.removeConsequence")}
          confirmLabel={t("funding.setUp.removeConfirm")}
          action={`/projects/${project.code}/setup/${part}/${id}/remove`}
          fields={{ submissionId: removalId }}
        />
      ) : (
        <Notice title={t("funding.setUp.stays")}>{t(`funding.setUp.stay.${stays}`)}</Notice>
      )}
    </Section>
  );
}
