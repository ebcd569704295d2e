import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction } from "~/features/access/visit.server";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { saveAppendix } from "~/features/funding/set-up/papers.commands.server";
import { PartPage } from "~/features/funding/set-up/part-page";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { AppendixFields } from "~/features/funding/set-up/set-up-fields";
import { showPartForm } from "~/features/funding/set-up/set-up-forms.queries.server";
import { setUpHref } from "~/features/funding/rules/set-up-parts";
import { appendixForm, partPlace } from "~/features/funding/set-up/set-up.schema";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle<typeof loader>((t, { project }) =>
  t("funding.setUp.partTitle", { part: t("funding.setUp.appendices.title"), code: project.code }),
);

export const loader = forProject(
  ({ db, viewer, params, language }) =>
    showPartForm(db, viewer, { ...partPlace(params), part: "appendices", language }),
  projectRoles,
);

export const action = formAction(
  appendixForm,
  async ({ db, viewer, params }, input) => {
    const place = partPlace(params);
    await saveAppendix(db, viewer, { ...input, ...place });
    return setUpHref(place.code, "appendices");
  },
  { allowed: projectRoles },
);

export default function EditAppendix() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.form;
  return (
    <PartPage part="appendices" view={view} refused={refused}>
      {(state) => <AppendixFields state={state} />}
    </PartPage>
  );
}
