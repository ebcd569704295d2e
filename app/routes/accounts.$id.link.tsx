import { useActionData, useLoaderData } from "@remix-run/react";
import { issuePasswordLink } from "~/features/access/accounts.commands.server";
import { showAccount } from "~/features/access/accounts.queries.server";
import { forViewers } from "~/features/access/visit.server";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";
import { SubmitButton, TextField } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t, { name }) =>
  t("access.accounts.linkTitle", { name }),
);

export const loader = forViewers(
  ({ db, viewer, params }) => showAccount(db, viewer, idParam(params.id)),
  ["administrator"],
);

export const action = forViewers(
  async ({ db, viewer, params, url }) => {
    const token = await issuePasswordLink(db, viewer, idParam(params.id));
    return { link: `${url.origin}/password/${token}` };
  },
  ["administrator"],
);

export default function PasswordLink() {
  const { name, email, person } = useLoaderData<typeof loader>();
  const link = useActionData<typeof action>()?.link;
  const t = useT();
  return (
    <Page
      width="narrow"
      title={t("access.accounts.linkTitle", { name })}
      lead={t(link ? "access.accounts.linkLead" : "access.accounts.linkAsk")}
      breadcrumb={[{ to: "/accounts", label: t("access.nav.accounts") }]}
    >
      <p>
        {person
          ? t("access.accounts.linkOpens", { ...person, email })
          : t("access.accounts.linkOpensNobody", { email })}
      </p>
      {link ? (
        <TextField name="link" label={t("access.accounts.link")} defaultValue={link} readOnly />
      ) : (
        <Form method="post">
          <SubmitButton>{t("access.accounts.linkMake")}</SubmitButton>
        </Form>
      )}
    </Page>
  );
}
