import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction } from "~/features/access/visit.server";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { saveDecision } from "~/features/funding/set-up/papers.commands.server";
import { PartPage } from "~/features/funding/set-up/part-page";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { DecisionFields } from "~/features/funding/set-up/set-up-fields";
import { showPartForm } from "~/features/funding/set-up/set-up-forms.queries.server";
import { setUpHref } from "~/features/funding/rules/set-up-parts";
import { decisionForm, partPlace } from "~/features/funding/set-up/set-up.schema";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle<typeof loader>((t, { project }) =>
  t("funding.setUp.partTitle", { part: t("funding.setUp.decisions.title"), code: project.code }),
);

export const loader = forProject(
  ({ db, viewer, params, language }) =>
    showPartForm(db, viewer, { ...partPlace(params), part: "decisions", language }),
  projectRoles,
);

export const action = formAction(
  decisionForm,
  async ({ db, viewer, params }, input) => {
    const place = partPlace(params);
    await saveDecision(db, viewer, { ...input, ...place });
    return setUpHref(place.code, "decisions");
  },
  { allowed: projectRoles },
);

export default function EditDecision() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.form;
  return (
    <PartPage part="decisions" view={view} refused={refused}>
      {(state) => <DecisionFields state={state} />}
    </PartPage>
  );
}
