import { useLoaderData } from "@remix-run/react";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { ProjectSetUp } from "~/overviews/project/project-set-up";
import { showSetUp } from "~/overviews/project/project-set-up.queries.server";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle<typeof loader>((t, { project }) =>
  t("funding.setUp.partTitle", { part: t("funding.setUp.crumb"), code: project.code }),
);

export const loader = forProject(
  ({ db, viewer, params, today }) => showSetUp(db, viewer, { code: params.code ?? "", today }),
  projectRoles,
);

export default function SetUp() {
  return <ProjectSetUp view={useLoaderData<typeof loader>()} />;
}
