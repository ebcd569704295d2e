import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction } from "~/features/access/visit.server";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { saveLine } from "~/features/funding/set-up/budget-lines.commands.server";
import { isBudgetStep } from "~/features/funding/rules/budget-periods";
import { LineFields } from "~/features/funding/set-up/line-fields";
import { showLineForm } from "~/features/funding/set-up/line-form.queries.server";
import { PartPage } from "~/features/funding/set-up/part-page";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { setUpHref } from "~/features/funding/rules/set-up-parts";
import { lineForm, partPlace } from "~/features/funding/set-up/set-up.schema";
import { StepLinks } from "~/features/funding/set-up/step-links";
import { lineHeldElsewhere } from "~/overviews/project/line-held-elsewhere.server";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle<typeof loader>((t, { project }) =>
  t("funding.setUp.partTitle", { part: t("funding.setUp.lines.title"), code: project.code }),
);

export const loader = forProject(({ db, viewer, params, language, url }) => {
  const asked = url.searchParams.get("periods");
  const step = isBudgetStep(asked) ? asked : null;
  return showLineForm(db, viewer, { ...partPlace(params), language, step }, lineHeldElsewhere);
}, projectRoles);

export const action = formAction(
  lineForm,
  async ({ db, viewer, params }, input) => {
    const place = partPlace(params);
    await saveLine(db, viewer, { ...input, ...place });
    return setUpHref(place.code, "lines");
  },
  { allowed: projectRoles },
);

export default function EditLine() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.form;
  return (
    <PartPage
      part="lines"
      view={view}
      refused={refused}
      before={view.step && <StepLinks step={view.step} />}
    >
      {(state) => <LineFields view={view} state={state} />}
    </PartPage>
  );
}
