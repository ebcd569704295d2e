import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { ProjectForm } from "~/features/funding/projects/project-form";
import { showNewProject } from "~/features/funding/projects/project-form.queries.server";
import { projectForm } from "~/features/funding/projects/project-form.schema";
import { createProject } from "~/features/funding/projects/projects.commands.server";
import { projectCreators } from "~/features/funding/projects/projects.policy";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t) => t("funding.project.newTitle"));

export const loader = forViewers(
  ({ db, viewer, today }) => showNewProject(db, viewer, today),
  projectCreators,
);

export const action = formAction(
  projectForm,
  async ({ db, viewer }, input) => `/projects/${await createProject(db, viewer, input)}/setup`,
  { allowed: projectCreators },
);

export default function NewProject() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <Page
      width="narrow"
      title={t("funding.project.newTitle")}
      lead={t("funding.project.newLead")}
      breadcrumb={[{ to: "/projects", label: t("access.nav.projects") }]}
    >
      <ProjectForm view={view} state={state} />
    </Page>
  );
}
