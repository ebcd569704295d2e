import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction } from "~/features/access/visit.server";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { saveRate } from "~/features/funding/set-up/hour-rates.commands.server";
import { PartPage } from "~/features/funding/set-up/part-page";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { RateFields } from "~/features/funding/set-up/set-up-fields";
import { showPartForm } from "~/features/funding/set-up/set-up-forms.queries.server";
import { setUpHref } from "~/features/funding/rules/set-up-parts";
import { partPlace, rateForm, rateHref } from "~/features/funding/set-up/set-up.schema";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle<typeof loader>((t, { project }) =>
  t("funding.setUp.partTitle", { part: t("funding.setUp.rates.title"), code: project.code }),
);

export const loader = forProject(
  ({ db, viewer, params, language }) =>
    showPartForm(db, viewer, { ...partPlace(params), part: "rates", language }),
  projectRoles,
);

export const action = formAction(
  rateForm,
  async ({ db, viewer, params }, input) => {
    const place = partPlace(params);
    const saved = await saveRate(db, viewer, { ...input, ...place });
    return saved === null ? rateHref(place, input) : setUpHref(place.code, "rates");
  },
  { allowed: projectRoles },
);

export default function EditRate() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <PartPage part="rates" view={view} refused={refused} lead={t("funding.setUp.rates.lead")}>
      {(state) => <RateFields state={state} />}
    </PartPage>
  );
}
