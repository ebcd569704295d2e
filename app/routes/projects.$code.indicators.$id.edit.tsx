import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction } from "~/features/access/visit.server";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { useSetUpCrumbs } from "~/features/funding/set-up/set-up-crumbs";
import { setUpHref } from "~/features/funding/rules/set-up-parts";
import { partPlace } from "~/features/funding/set-up/set-up.schema";
import { IndicatorForm } from "~/features/outcomes/set-up/indicator-form";
import { showIndicatorForm } from "~/features/outcomes/set-up/indicator-form.queries.server";
import { indicatorForm } from "~/features/outcomes/set-up/indicator-form.schema";
import { saveIndicator } from "~/features/outcomes/set-up/indicators.commands.server";
import { sharedReports } from "~/features/reports/published-reports.queries.server";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { ButtonLink, Page, Section } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t, { name }) =>
  t("outcomes.form.editTitle", { name }),
);

export const loader = forProject(
  ({ db, viewer, params, language, today }) =>
    showIndicatorForm(db, viewer, { ...partPlace(params), language, today }),
  projectRoles,
);

export const action = formAction(
  indicatorForm,
  async ({ db, viewer, params, today }, input) => {
    const place = partPlace(params);
    await saveIndicator(db, viewer, { ...input, ...place }, { today, sharedReports });
    return `${setUpHref(place.code)}#indicators`;
  },
  { allowed: projectRoles },
);

// Also after a refusal: where somebody else has changed it, saving again is then a choice.
export const shouldRevalidate = () => true;

export default function EditIndicator() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <Page
      width="narrow"
      title={t("outcomes.form.editTitle", { name: view.name })}
      breadcrumb={useSetUpCrumbs(view.project)}
    >
      <IndicatorForm view={view} refused={refused} />
      <Section title={t("outcomes.withdraw.link")}>
        <p>
          <ButtonLink to={`/projects/${view.project.code}/indicators/${view.id}/withdraw`}>
            {t("outcomes.withdraw.link")}
          </ButtonLink>
        </p>
      </Section>
    </Page>
  );
}
