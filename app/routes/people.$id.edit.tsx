import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { changePerson } from "~/features/organisation/people.commands.server";
import { fullName } from "~/features/organisation/names/full-name";
import { personChangeForm } from "~/features/organisation/people.schema";
import { PersonForm } from "~/features/organisation/person-form";
import { showPersonDraft } from "~/features/organisation/person-form.queries.server";
import { daysOfPerson } from "~/overviews/person/days-of-person.queries.server";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";
import { Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t, { draft }) =>
  t("organisation.people.titleChange", { name: fullName(draft) }),
);

export const loader = forViewers(
  ({ db, viewer, params, today }) => showPersonDraft(db, viewer, { id: idParam(params.id), today }),
  ["administrator", "manager"],
);

export const action = formAction(
  personChangeForm,
  async ({ db, viewer, params, today }, input) => {
    const change = { ...input, id: idParam(params.id) };
    const asked = { today, daysOf: daysOfPerson(viewer) };
    return `/people/${await changePerson(db, viewer, change, asked)}`;
  },
  { allowed: ["administrator", "manager"] },
);

// Also after a refusal: where somebody else has changed it, saving again is then a choice.
export const shouldRevalidate = () => true;

export default function ChangePerson() {
  const { draft, ...view } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  const name = fullName(draft);
  return (
    <Page
      width="narrow"
      title={t("organisation.people.titleChange", { name })}
      breadcrumb={[
        { to: "/people", label: t("organisation.people.nav") },
        { to: `/people/${draft.id}`, label: name },
      ]}
    >
      <PersonForm view={view} draft={draft} state={state} />
    </Page>
  );
}
