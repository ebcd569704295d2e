import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction } from "~/features/access/visit.server";
import { freezeGroup } from "~/features/cascade/groups/freeze-group.commands.server";
import { freezeGroupForm } from "~/features/cascade/groups/freeze-group.schema";
import { FreezingDay } from "~/features/cascade/groups/freezing-day";
import { FreezingQuestion } from "~/features/cascade/groups/freezing-question";
import { RequiredGroupTable } from "~/features/cascade/groups/required-group-table";
import { showFreezing } from "~/features/cascade/groups/required-groups.queries.server";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { useSetUpCrumbs } from "~/features/funding/set-up/set-up-crumbs";
import { parseTypedDate } from "~/formats/swedish-input";
import { WithdrawnList } from "~/features/funding/set-up/withdrawn-list";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { FormErrors } from "~/ui/form";
import { Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t) => t("cascade.freeze.caption"));

export const loader = forProject(({ db, viewer, params, url, today }) => {
  const asked = parseTypedDate(url.searchParams.get("day") ?? "");
  const day = asked.ok ? asked.date : null;
  return showFreezing(db, viewer, { code: params.code ?? "", day, today });
}, projectRoles);

export const action = formAction(
  freezeGroupForm,
  async ({ db, viewer, params, today }, input) => {
    const code = params.code ?? "";
    await freezeGroup(db, viewer, { ...input, code }, today);
    return `/projects/${code}/groups/freeze${input.day ? `?day=${input.day}` : ""}`;
  },
  { allowed: projectRoles },
);

export default function FreezeGroups() {
  const view = useLoaderData<typeof loader>();
  const { project, day, refusal, groups, withdrawn, submissionIds } = view;
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
      {refused?.asked && <FreezingQuestion state={refused} code={project.code} />}
      <FreezingDay {...view} />
      <RequiredGroupTable
        groups={groups}
        day={day}
        setUp={{ code: project.code, submissionIds: refusal ? null : submissionIds }}
      />
      <WithdrawnList
        things={withdrawn}
        hrefOf={(id) => `/projects/${project.code}/groups/${id}/restore`}
      />
    </Page>
  );
}
