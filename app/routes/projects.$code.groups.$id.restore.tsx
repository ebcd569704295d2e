import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction } from "~/features/access/visit.server";
import { restoreGroup } from "~/features/cascade/groups/restore-group.commands.server";
import { showGroupRestoring } from "~/features/cascade/groups/withdrawn-groups.queries.server";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { withdrawalForm } from "~/features/funding/set-up/set-up.schema";
import { WithdrawalPage } from "~/features/funding/set-up/withdrawal-page";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";

export const meta = pageTitle<typeof loader>((t, { name }) =>
  t("cascade.refreeze.title", { name }),
);

export const loader = forProject(
  ({ db, viewer, params }) =>
    showGroupRestoring(db, viewer, { code: params.code ?? "", id: idParam(params.id) }),
  projectRoles,
);

export const action = formAction(
  withdrawalForm,
  async ({ db, viewer, params }, input) => {
    const place = { code: params.code ?? "", id: idParam(params.id) };
    await restoreGroup(db, viewer, { ...input, ...place });
    return `/projects/${place.code}/groups/freeze`;
  },
  { allowed: projectRoles },
);

export default function RestoreGroup() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <WithdrawalPage
      view={view}
      refused={refused}
      isRestoring
      title={t("cascade.refreeze.title", { name: view.name })}
      consequence={t("cascade.refreeze.consequence")}
      submit={t("funding.withdrawn.restore")}
      cancelTo={`/projects/${view.project.code}/groups/freeze`}
    />
  );
}
