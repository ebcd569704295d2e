import { useActionData, useLoaderData } from "@remix-run/react";
import { DemoSignIn } from "~/features/access/demo-sign-in";
import { signInForm } from "~/features/access/accounts.schema";
import { enterWith } from "~/features/access/session-cookie.server";
import { showSignIn } from "~/features/access/sign-in.queries.server";
import { signIn } from "~/features/access/sign-in.commands.server";
import { openFormAction, forAnyone } from "~/features/access/visit.server";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { redirect, safeReturnTo } from "~/platform/http.server";
import { FormActions, FormErrors, SubmitButton, TextField } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Card, Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t) => t("access.signIn.title"));

export const loader = forAnyone(async ({ db, url }) => {
  const view = await showSignIn(db);
  if (view.needsSetup) throw redirect("/setup");
  return { ...view, returnTo: safeReturnTo(url.searchParams.get("returnTo")) };
});

export const action = openFormAction(signInForm, async ({ db }, input) =>
  enterWith(await signIn(db, input), input.returnTo),
);

export default function SignIn() {
  const { isDemo, returnTo } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <Page width="narrow" title={t("access.signIn.title")} lead={t("access.signIn.lead")}>
      {isDemo && <DemoSignIn returnTo={returnTo} />}
      <Card>
        <Form method="post" className="form" noValidate>
          <FormErrors errors={form?.errors} />
          <input type="hidden" name="returnTo" value={returnTo} />
          <TextField
            name="email"
            type="email"
            label={t("access.signIn.email")}
            autoComplete="username"
            required
            state={form}
          />
          <TextField
            name="password"
            type="password"
            label={t("access.signIn.password")}
            autoComplete="current-password"
            hint={t("access.signIn.forgot")}
            required
            state={form}
          />
          <FormActions>
            <SubmitButton variant={isDemo ? "secondary" : "primary"}>
              {t("access.signIn.submit")}
            </SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  );
}
