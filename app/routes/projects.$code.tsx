import { useLoaderData } from "@remix-run/react";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { ProjectPage } from "~/overviews/project/project-page";
import { showProject } from "~/overviews/project/project-page.queries.server";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle<typeof loader>(
  (_t, { project }) => `${project.code} ${project.name}`,
);

export const loader = forProject(
  ({ db, viewer, today, params }) => showProject(db, viewer, { code: params.code ?? "", today }),
  projectRoles,
);

export default function Project() {
  return <ProjectPage view={useLoaderData<typeof loader>()} />;
}
