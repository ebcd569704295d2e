import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { PlacementForm } from "~/features/organisation/placements/placement-form";
import { showPlacement } from "~/features/organisation/placements/placement-forms.queries.server";
import { PlacementPage } from "~/features/organisation/placements/placement-page";
import { changePlacement } from "~/features/organisation/placements/placements.commands.server";
import { placementForm } from "~/features/organisation/placements/placements.schema";
import { daysOfPerson } from "~/overviews/person/days-of-person.queries.server";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";

export const meta = pageTitle<typeof loader>((t, { person: { name }, unitName: unit }) =>
  t("organisation.placement.titleChange", { name, unit }),
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
  placementForm,
  async ({ db, viewer, params, today }, input) => {
    const chosen = { personId: idParam(params.id), placementId: idParam(params.placementId) };
    const asked = { today, daysOf: daysOfPerson(viewer) };
    await changePlacement(db, viewer, { ...input, ...chosen }, asked);
    return `/people/${chosen.personId}#placements`;
  },
  { allowed: ["administrator", "manager"] },
);

// Also after a refusal: where somebody else has changed it, saving again is then a choice.
export const shouldRevalidate = () => true;

export default function ChangePlacement() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  const { person, unitName: unit } = view;
  return (
    <PlacementPage
      title={t("organisation.placement.titleChange", { name: person.name, unit })}
      person={person}
    >
      <PlacementForm view={view} state={state} />
    </PlacementPage>
  );
}
