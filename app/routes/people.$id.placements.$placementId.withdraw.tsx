import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { showPlacement } from "~/features/organisation/placements/placement-forms.queries.server";
import { PlacementPage } from "~/features/organisation/placements/placement-page";
import { withdrawPlacement } from "~/features/organisation/placements/placements.commands.server";
import { withdrawPlacementForm } from "~/features/organisation/placements/placements.schema";
import { WithdrawPlacementForm } from "~/features/organisation/placements/withdraw-placement-form";
import { daysOfPerson } from "~/overviews/person/days-of-person.queries.server";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";

export const meta = pageTitle<typeof loader>((t, { person: { name }, unitName: unit }) =>
  t("organisation.placement.titleWithdraw", { name, unit }),
);

export const loader = forViewers(
  ({ db, viewer, params, today }) =>
    showPlacement(db, viewer, {
      personId: idParam(params.id),
      placementId: idParam(params.placementId),
      today,
    }),
  ["administrator", "manager"],
);

export const action = formAction(
  withdrawPlacementForm,
  async ({ db, viewer, params }, input) => {
    const chosen = { personId: idParam(params.id), placementId: idParam(params.placementId) };
    const daysOf = daysOfPerson(viewer);
    await withdrawPlacement(db, viewer, { ...input, ...chosen }, { daysOf });
    return `/people/${chosen.personId}#placements`;
  },
  { allowed: ["administrator", "manager"] },
);

// Also after a refusal: where somebody else has changed it, saving again is then a choice.
export const shouldRevalidate = () => true;

export default function WithdrawPlacement() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  const { person, unitName: unit } = view;
  return (
    <PlacementPage
      title={t("organisation.placement.titleWithdraw", { name: person.name, unit })}
      person={person}
    >
      <WithdrawPlacementForm view={view} state={state} />
    </PlacementPage>
  );
}
