import { useActionData, useLoaderData } from "@remix-run/react";
import { askedOf, formAction } from "~/features/access/visit.server";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { setUpHref } from "~/features/funding/rules/set-up-parts";
import { withdrawalForm } from "~/features/funding/set-up/set-up.schema";
import { WithdrawalPage } from "~/features/funding/set-up/withdrawal-page";
import { withdrawIndicator } from "~/features/outcomes/set-up/withdraw-indicator.commands.server";
import { showIndicatorWithdrawal } from "~/features/outcomes/set-up/withdraw-indicator.queries.server";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";

export const meta = pageTitle<typeof loader>((t, { name }) =>
  t("outcomes.withdraw.title", { name }),
);

export const loader = forProject(async (visit) => {
  const { db, viewer, params } = visit;
  const place = { code: params.code ?? "", id: idParam(params.id) };
  const { question, ...view } = await showIndicatorWithdrawal(db, viewer, place);
  return { ...view, asked: question && askedOf(visit, question) };
}, projectRoles);

export const action = formAction(
  withdrawalForm,
  async ({ db, viewer, params }, input) => {
    const place = { code: params.code ?? "", id: idParam(params.id) };
    await withdrawIndicator(db, viewer, { ...input, ...place });
    return `${setUpHref(place.code)}#indicators`;
  },
  { allowed: projectRoles },
);

export default function WithdrawIndicator() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <WithdrawalPage
      view={view}
      refused={refused}
      title={t("outcomes.withdraw.title", { name: view.name })}
      consequence={t("outcomes.withdraw.consequence")}
      submit={t("outcomes.withdraw.submit")}
      cancelTo={`${setUpHref(view.project.code)}#indicators`}
    />
  );
}
