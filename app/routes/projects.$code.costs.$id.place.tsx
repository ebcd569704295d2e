import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction } from "~/features/access/visit.server";
import { showUnplacedCost } from "~/features/funding/costs/costs.queries.server";
import { placeCostForm } from "~/features/funding/costs/costs.schema";
import { placeCost } from "~/features/funding/costs/place-cost.commands.server";
import { PlaceCostForm } from "~/features/funding/costs/place-cost-form";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { projectChangers } from "~/features/funding/projects/projects.policy";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";
import { Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t) => t("funding.place.submit"));

export const loader = forProject(
  ({ db, viewer, params }) =>
    showUnplacedCost(db, viewer, { code: params.code ?? "", costId: idParam(params.id) }),
  projectChangers,
);

export const action = formAction(
  placeCostForm,
  async ({ db, viewer, params }, input) => {
    const code = params.code ?? "";
    await placeCost(db, viewer, { ...input, code, costId: idParam(params.id) });
    return `/projects/${code}/costs?line=unplaced`;
  },
  { allowed: projectChangers },
);

export default function PlaceCost() {
  const { project, cost, lines, submissionId } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  const { formatKronor } = useFormat();
  const { code, name } = project;
  return (
    <Page
      width="narrow"
      title={t("funding.place.title", { amount: formatKronor(cost.amountOre) })}
      breadcrumb={[
        { to: "/projects", label: t("access.nav.projects") },
        { to: `/projects/${code}`, label: name },
        { to: `/projects/${code}/costs?line=unplaced`, label: t("funding.costs.caption") },
      ]}
    >
      <PlaceCostForm
        code={code}
        cost={cost}
        lines={lines}
        submissionId={submissionId}
        state={state}
      />
    </Page>
  );
}
