import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { changeAuthority } from "~/features/organisation/authority.commands.server";
import { showAuthorityDraft } from "~/features/organisation/authority.queries.server";
import { authorityForm } from "~/features/organisation/authority.schema";
import { SeenField } from "~/features/organisation/seen-field";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { FormActions, FormErrors, SubmissionId, SubmitButton, TextField } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink, Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((_t, { name }) => name);

export const loader = forViewers(
  ({ db, viewer }) => showAuthorityDraft(db, viewer),
  ["administrator"],
);

export const action = formAction(
  authorityForm,
  async ({ db, viewer }, input) => {
    await changeAuthority(db, viewer, input);
    return "/units";
  },
  { allowed: ["administrator"] },
);

// Also after a refusal: where somebody else has changed it, saving again is then a choice.
export const shouldRevalidate = () => true;

export default function EditAuthority() {
  const { name, orgNumber, seen, submissionId } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <Page
      width="narrow"
      title={name}
      breadcrumb={[{ to: "/units", label: t("organisation.units.nav") }]}
    >
      <Form method="post" className="form" noValidate>
        <FormErrors errors={state?.errors} />
        <SubmissionId value={submissionId} />
        <SeenField value={seen} />
        <TextField
          name="orgNumber"
          label={t("organisation.authority.orgNumber")}
          hint={t("organisation.authority.orgNumberHint")}
          defaultValue={orgNumber}
          state={state}
        />
        <FormActions>
          <SubmitButton>{t("organisation.authority.submit")}</SubmitButton>
          <ButtonLink to="/units" variant="quiet">
            {t("ui.form.cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
