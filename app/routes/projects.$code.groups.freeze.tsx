import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction } from "~/features/access/visit.server";
import { freezeGroup } from "~/features/cascade/groups/freeze-group.commands.server";
import { freezeGroupForm } from "~/features/cascade/groups/freeze-group.schema";
import { RequiredGroupTable } from "~/features/cascade/groups/required-group-table";
import { showFreezing } from "~/features/cascade/groups/required-groups.queries.server";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { useSetUpCrumbs } from "~/features/funding/set-up/set-up-crumbs";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { FormErrors } from "~/ui/form";
import { Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t) => t("cascade.freeze.caption"));

export const loader = forProject(
  ({ db, viewer, params, today }) => showFreezing(db, viewer, { code: params.code ?? "", today }),
  projectRoles,
);

export const action = formAction(
  freezeGroupForm,
  async ({ db, viewer, params, today }, input) => {
    const code = params.code ?? "";
    await freezeGroup(db, viewer, { ...input, code }, today);
    return `/projects/${code}/groups/freeze`;
  },
  { allowed: projectRoles },
);

export default function FreezeGroups() {
  const { project, groups, submissionIds } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.form;
  const t = useT();
  const crumbs = useSetUpCrumbs(project);
  const frozen = groups.filter((group) => group.frozen !== null).length;
  return (
    <Page
      title={
        groups.length === 0
          ? t("cascade.freeze.titleNone")
          : t("cascade.freeze.title", { count: frozen, of: groups.length })
      }
      lead={t("cascade.freeze.lead")}
      breadcrumb={crumbs}
    >
      <FormErrors errors={refused?.errors} />
      <RequiredGroupTable groups={groups} freezing={{ code: project.code, submissionIds }} />
    </Page>
  );
}
