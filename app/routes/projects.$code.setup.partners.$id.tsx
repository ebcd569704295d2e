import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction } from "~/features/access/visit.server";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { savePartner } from "~/features/funding/set-up/papers.commands.server";
import { PartPage } from "~/features/funding/set-up/part-page";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { PartnerFields } from "~/features/funding/set-up/set-up-fields";
import { showPartForm } from "~/features/funding/set-up/set-up-forms.queries.server";
import { setUpHref } from "~/features/funding/rules/set-up-parts";
import { partnerForm, partPlace } from "~/features/funding/set-up/set-up.schema";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle<typeof loader>((t, { project }) =>
  t("funding.setUp.partTitle", { part: t("funding.setUp.partners.title"), code: project.code }),
);

export const loader = forProject(
  ({ db, viewer, params, language }) =>
    showPartForm(db, viewer, { ...partPlace(params), part: "partners", language }),
  projectRoles,
);

export const action = formAction(
  partnerForm,
  async ({ db, viewer, params }, input) => {
    const place = partPlace(params);
    await savePartner(db, viewer, { ...input, ...place });
    return setUpHref(place.code, "partners");
  },
  { allowed: projectRoles },
);

export default function EditPartner() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.form;
  return (
    <PartPage part="partners" view={view} refused={refused}>
      {(state) => <PartnerFields state={state} />}
    </PartPage>
  );
}
