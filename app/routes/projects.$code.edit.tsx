import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction } from "~/features/access/visit.server";
import { ProjectForm } from "~/features/funding/projects/project-form";
import { showProjectForm } from "~/features/funding/projects/project-form.queries.server";
import { projectChangeForm } from "~/features/funding/projects/project-form.schema";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { changeProject } from "~/features/funding/projects/projects.commands.server";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { useSetUpCrumbs } from "~/features/funding/set-up/set-up-crumbs";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { touchedByMove } from "~/overviews/project/touched-by-move.server";
import { Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t, { project }) =>
  t("funding.project.editTitle", { code: project.code }),
);

export const loader = forProject(
  ({ db, viewer, params }) => showProjectForm(db, viewer, params.code ?? ""),
  projectRoles,
);

export const action = formAction(
  projectChangeForm,
  async ({ db, viewer, params }, input) => {
    const change = { ...input, currentCode: params.code ?? "" };
    await changeProject(db, viewer, change, touchedByMove);
    return `/projects/${input.code}/setup`;
  },
  { allowed: projectRoles },
);

export default function EditProject() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  const crumbs = useSetUpCrumbs(view.project);
  return (
    <Page
      width="narrow"
      title={t("funding.project.editTitle", { code: view.project.code })}
      breadcrumb={crumbs}
    >
      <ProjectForm view={view} state={state} />
    </Page>
  );
}
