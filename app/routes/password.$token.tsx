import { useActionData, useLoaderData } from "@remix-run/react";
import { choosePassword } from "~/features/access/accounts.commands.server";
import { passwordForm } from "~/features/access/accounts.schema";
import { linkIsOpen } from "~/features/access/one-time-links.server";
import { enterWith } from "~/features/access/session-cookie.server";
import { forAnyone, openFormAction } from "~/features/access/visit.server";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { FormActions, FormErrors, SubmitButton, TextField } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t) => t("access.password.title"));

export const loader = forAnyone(async ({ db, params }) => ({
  isOpen: await linkIsOpen(db, "password", params.token ?? ""),
}));

export const action = openFormAction(passwordForm, async ({ db, params }, { password }) =>
  enterWith(await choosePassword(db, { token: params.token ?? "", password })),
);

export default function ChoosePassword() {
  const { isOpen } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  if (!isOpen) {
    return (
      <Page
        width="narrow"
        title={t("access.password.spentTitle")}
        lead={t("access.password.spent")}
      />
    );
  }
  return (
    <Page width="narrow" title={t("access.password.title")} lead={t("access.password.lead")}>
      <Form method="post" className="form" noValidate>
        <FormErrors errors={state?.errors} />
        <TextField
          name="password"
          type="password"
          label={t("access.password.password")}
          hint={t("access.password.hint")}
          autoComplete="new-password"
          required
          state={state}
        />
        <TextField
          name="again"
          type="password"
          label={t("access.password.again")}
          autoComplete="new-password"
          required
          state={state}
        />
        <FormActions>
          <SubmitButton>{t("access.password.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  );
}
