import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { addPerson } from "~/features/organisation/people.commands.server";
import { personForm } from "~/features/organisation/people.schema";
import { PersonForm } from "~/features/organisation/person-form";
import { showNewPerson } from "~/features/organisation/person-form.queries.server";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t) => t("organisation.people.new"));

export const loader = forViewers(
  ({ db, viewer, today }) => showNewPerson(db, viewer, today),
  ["administrator", "manager"],
);

export const action = formAction(
  personForm,
  async ({ db, viewer }, input) => `/people/${await addPerson(db, viewer, input)}`,
  { allowed: ["administrator", "manager"] },
);

export default function NewPerson() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <Page
      width="narrow"
      title={t("organisation.people.new")}
      lead={t("organisation.people.newLead")}
      breadcrumb={[{ to: "/people", label: t("organisation.people.nav") }]}
    >
      <PersonForm view={view} state={state} />
    </Page>
  );
}
