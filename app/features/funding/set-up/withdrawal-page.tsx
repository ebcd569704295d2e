import { useT } from "~/i18n/context";
import { FormActions, FormErrors, SubmissionId, SubmitButton, type FormState } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink, Page } from "~/ui/page";
import type { ProjectHead } from "../projects/projects.queries.server";
import { AskedChange } from "../reported/asked-change";
import { useSetUpCrumbs } from "./set-up-crumbs";

/** What can be taken back, or stand again, with all that it touches. */
export type WithdrawalView = {
  project: ProjectHead;
  name: string;
  /** Null where it touches nothing. */
  asked: NonNullable<FormState["asked"]> | null;
  submissionId: string;
};

type WithdrawalPageProps = {
  view: WithdrawalView;
  refused: FormState | undefined;
  title: string;
  consequence: string;
  submit: string;
  cancelTo: string;
  /** It is to stand again. */
  isRestoring?: boolean;
};

/**
 * Says of a thing of a project's set-up that it never was, or that it was after all; the page asks,
 * its button answers.
 */
export function WithdrawalPage({
  view,
  refused,
  isRestoring = false,
  ...words
}: WithdrawalPageProps) {
  const t = useT();
  const { project, asked, submissionId } = view;
  const state = refused ?? { values: {}, errors: {}, ...(asked && { asked }) };
  return (
    <Page width="narrow" title={words.title} breadcrumb={useSetUpCrumbs(project)}>
      <Form method="post" className="form" noValidate key={submissionId}>
        <FormErrors errors={refused?.errors} />
        <SubmissionId value={submissionId} />
        <p>{words.consequence}</p>
        <AskedChange
          state={state}
          label={t(isRestoring ? "funding.touched.restore" : "funding.touched.withdraw")}
        />
        <FormActions>
          <SubmitButton variant={isRestoring ? "primary" : "danger"}>{words.submit}</SubmitButton>
          <ButtonLink to={words.cancelTo} variant="quiet">
            {t("ui.form.cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
