import { useActionData, useLoaderData } from "@remix-run/react";
import { askedOf, formAction } from "~/features/access/visit.server";
import { withdrawGroup } from "~/features/cascade/groups/withdraw-group.commands.server";
import { showGroupWithdrawal } from "~/features/cascade/groups/withdraw-group.queries.server";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { withdrawalForm } from "~/features/funding/set-up/set-up.schema";
import { WithdrawalPage } from "~/features/funding/set-up/withdrawal-page";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";

export const meta = pageTitle<typeof loader>((t, { name }) =>
  t("cascade.unfreeze.title", { name }),
);

export const loader = forProject(async (visit) => {
  const { db, viewer, params, today } = visit;
  const place = { code: params.code ?? "", id: idParam(params.id) };
  const { question, ...view } = await showGroupWithdrawal(db, viewer, { ...place, today });
  return { ...view, asked: question && askedOf(visit, question) };
}, projectRoles);

export const action = formAction(
  withdrawalForm,
  async ({ db, viewer, params, today }, input) => {
    const place = { code: params.code ?? "", id: idParam(params.id) };
    await withdrawGroup(db, viewer, { ...input, ...place }, today);
    return `/projects/${place.code}/groups/freeze`;
  },
  { allowed: projectRoles },
);

export default function WithdrawGroup() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <WithdrawalPage
      view={view}
      refused={refused}
      title={t("cascade.unfreeze.title", { name: view.name })}
      consequence={t("cascade.unfreeze.consequence")}
      submit={t("cascade.unfreeze.submit")}
      cancelTo={`/projects/${view.project.code}/groups/freeze`}
    />
  );
}
