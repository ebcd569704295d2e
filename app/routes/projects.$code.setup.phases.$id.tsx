import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction } from "~/features/access/visit.server";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { savePhase } from "~/features/funding/set-up/papers.commands.server";
import { PartPage } from "~/features/funding/set-up/part-page";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { PhaseFields } from "~/features/funding/set-up/set-up-fields";
import { showPartForm } from "~/features/funding/set-up/set-up-forms.queries.server";
import { setUpHref } from "~/features/funding/rules/set-up-parts";
import { phaseForm, partPlace } from "~/features/funding/set-up/set-up.schema";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle<typeof loader>((t, { project }) =>
  t("funding.setUp.partTitle", { part: t("funding.setUp.phases.title"), code: project.code }),
);

export const loader = forProject(
  ({ db, viewer, params, language }) =>
    showPartForm(db, viewer, { ...partPlace(params), part: "phases", language }),
  projectRoles,
);

export const action = formAction(
  phaseForm,
  async ({ db, viewer, params }, input) => {
    const place = partPlace(params);
    await savePhase(db, viewer, { ...input, ...place });
    return setUpHref(place.code, "phases");
  },
  { allowed: projectRoles },
);

export default function EditPhase() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.form;
  return (
    <PartPage part="phases" view={view} refused={refused}>
      {(state) => <PhaseFields state={state} />}
    </PartPage>
  );
}
