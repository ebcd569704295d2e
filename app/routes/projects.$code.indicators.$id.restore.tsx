import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction } from "~/features/access/visit.server";
import { restoreIndicator } from "~/features/outcomes/set-up/restore-indicator.commands.server";
import { showIndicatorRestoring } from "~/features/outcomes/set-up/withdrawn-indicators.queries.server";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { setUpHref } from "~/features/funding/rules/set-up-parts";
import { withdrawalForm } from "~/features/funding/set-up/set-up.schema";
import { WithdrawalPage } from "~/features/funding/set-up/withdrawal-page";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";

export const meta = pageTitle<typeof loader>((t, { name }) =>
  t("outcomes.restore.title", { name }),
);

export const loader = forProject(
  ({ db, viewer, params }) =>
    showIndicatorRestoring(db, viewer, { code: params.code ?? "", id: idParam(params.id) }),
  projectRoles,
);

export const action = formAction(
  withdrawalForm,
  async ({ db, viewer, params }, input) => {
    const place = { code: params.code ?? "", id: idParam(params.id) };
    await restoreIndicator(db, viewer, { ...input, ...place });
    return `${setUpHref(place.code)}#indicators`;
  },
  { allowed: projectRoles },
);

export default function RestoreIndicator() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <WithdrawalPage
      view={view}
      refused={refused}
      isRestoring
      title={t("outcomes.restore.title", { name: view.name })}
      consequence={t("outcomes.restore.consequence")}
      submit={t("funding.withdrawn.restore")}
      cancelTo={`${setUpHref(view.project.code)}#indicators`}
    />
  );
}
