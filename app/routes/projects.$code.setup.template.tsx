import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction } from "~/features/access/visit.server";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { addTemplateLines } from "~/features/funding/set-up/budget-lines.commands.server";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { useSetUpCrumbs } from "~/features/funding/set-up/set-up-crumbs";
import { showConfirmForm } from "~/features/funding/set-up/set-up-forms.queries.server";
import { setUpHref } from "~/features/funding/rules/set-up-parts";
import { templateForm } from "~/features/funding/set-up/set-up.schema";
import { TemplateForm } from "~/features/funding/set-up/template-form";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t) => t("funding.setUp.template.title"));

export const loader = forProject(
  ({ db, viewer, params }) => showConfirmForm(db, viewer, params.code ?? ""),
  projectRoles,
);

export const action = formAction(
  templateForm,
  async ({ db, viewer, params }, input) => {
    const code = params.code ?? "";
    await addTemplateLines(db, viewer, { ...input, code });
    return setUpHref(code, "lines");
  },
  { allowed: projectRoles },
);

export default function StartFromTemplate() {
  const { project, submissionId } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <Page
      width="narrow"
      title={t("funding.setUp.template.title")}
      lead={t("funding.setUp.template.lead")}
      breadcrumb={useSetUpCrumbs(project)}
    >
      <TemplateForm code={project.code} submissionId={submissionId} refused={refused} />
    </Page>
  );
}
