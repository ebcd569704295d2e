import { useActionData, useLoaderData } from "@remix-run/react";
import { createAccount } from "~/features/organisation/accounts/new-account.commands.server";
import { showNewAccount } from "~/features/access/accounts.queries.server";
import { newAccountForm } from "~/features/access/accounts.schema";
import { roles } from "~/features/access/viewer";
import { formAction, forViewers } from "~/features/access/visit.server";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import {
  AskedAgain,
  CheckboxGroup,
  FormActions,
  FormErrors,
  FormRow,
  SelectField,
  SubmissionId,
  SubmitButton,
  TextField,
} from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t) => t("access.accounts.newTitle"));

export const loader = forViewers(({ db, viewer }) => showNewAccount(db, viewer), ["administrator"]);

export const action = formAction(
  newAccountForm,
  async ({ db, viewer, today }, input) =>
    `/accounts/${await createAccount(db, viewer, input, today)}/link`,
  { allowed: ["administrator"] },
);

export default function NewAccount() {
  const { units, projects, submissionId } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <Page
      width="narrow"
      title={t("access.accounts.newTitle")}
      lead={t("access.accounts.newLead")}
      breadcrumb={[{ to: "/accounts", label: t("access.nav.accounts") }]}
    >
      <Form method="post" className="form" noValidate>
        <FormErrors errors={state?.errors} />
        <SubmissionId value={submissionId} />
        <FormRow>
          <TextField
            name="givenName"
            label={t("access.accounts.givenName")}
            required
            state={state}
          />
          <TextField
            name="familyName"
            label={t("access.accounts.familyName")}
            required
            state={state}
          />
        </FormRow>
        <TextField
          name="email"
          type="email"
          label={t("access.signIn.email")}
          required
          state={state}
        />
        <AskedAgain state={state} label={t("access.address.isForPerson")} />
        <TextField name="jobTitle" label={t("access.accounts.jobTitle")} state={state} />
        <CheckboxGroup
          name="roles"
          label={t("access.accounts.roles")}
          options={roles.map((role) => ({ value: role, label: t(`access.role.${role}`) }))}
          defaultValues={["employee"]}
          required
          state={state}
        />
        <SelectField
          name="unitId"
          label={t("access.accounts.unit")}
          hint={t("access.accounts.unitHint")}
          placeholder={t("access.accounts.noUnit")}
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
          state={state}
        />
        {projects.length > 0 && (
          <CheckboxGroup
            name="projects"
            label={t("access.accounts.projects")}
            hint={t("access.accounts.projectsHint")}
            layout="scroll"
            options={projects.map(({ id, code, name }) => ({
              value: id,
              label: `${code} ${name}`,
            }))}
            state={state}
          />
        )}
        <FormActions>
          <SubmitButton>{t("access.accounts.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  );
}
