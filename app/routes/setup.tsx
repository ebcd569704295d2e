import { useActionData } from "@remix-run/react";
import { setUp } from "~/features/organisation/accounts/set-up.commands.server";
import { setupForm } from "~/features/access/accounts.schema";
import { enterWith } from "~/features/access/session-cookie.server";
import { showSignIn } from "~/features/access/sign-in.queries.server";
import { forAnyone, openFormAction } from "~/features/access/visit.server";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { redirect } from "~/platform/http.server";
import { FormActions, FormErrors, SubmitButton, TextField } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t) => t("access.setup.title"));

export const loader = forAnyone(async ({ db }) => {
  const view = await showSignIn(db);
  if (!view.needsSetup) throw redirect("/sign-in");
  return view;
});

export const action = openFormAction(setupForm, async ({ db, today }, input) =>
  enterWith(await setUp(db, input, today)),
);

export default function Setup() {
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  const field = { required: true, state };
  return (
    <Page width="narrow" title={t("access.setup.title")} lead={t("access.setup.lead")}>
      <Form method="post" className="form" noValidate>
        <FormErrors errors={state?.errors} />
        <TextField
          name="code"
          label={t("access.setup.code")}
          hint={t("access.setup.codeHint")}
          autoComplete="one-time-code"
          {...field}
        />
        <TextField name="authorityName" label={t("access.setup.authorityName")} {...field} />
        <TextField
          name="orgNumber"
          label={t("access.setup.orgNumber")}
          hint={t("access.setup.orgNumberHint")}
          state={state}
        />
        <TextField name="unitName" label={t("access.setup.unitName")} {...field} />
        <TextField name="name" label={t("access.setup.name")} autoComplete="name" {...field} />
        <TextField
          name="email"
          type="email"
          label={t("access.signIn.email")}
          autoComplete="username"
          {...field}
        />
        <TextField
          name="password"
          type="password"
          label={t("access.password.password")}
          hint={t("access.password.hint")}
          autoComplete="new-password"
          {...field}
        />
        <FormActions>
          <SubmitButton>{t("access.setup.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  );
}
