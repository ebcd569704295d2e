import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { NewPlacementForm } from "~/features/organisation/placements/placement-form";
import { showNewPlacement } from "~/features/organisation/placements/placement-forms.queries.server";
import { PlacementPage } from "~/features/organisation/placements/placement-page";
import { addPlacement } from "~/features/organisation/placements/placements.commands.server";
import { newPlacementForm } from "~/features/organisation/placements/placements.schema";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import type { Translate } from "~/i18n/translator";
import { idParam } from "~/platform/ids";

export const meta = pageTitle<typeof loader>((t, view) => titleOf(t, view));

export const loader = forViewers(
  ({ db, viewer, params, today }) =>
    showNewPlacement(db, viewer, { personId: idParam(params.id), today }),
  ["administrator", "manager"],
);

export const action = formAction(
  newPlacementForm,
  async ({ db, viewer, params }, input) => {
    const personId = await addPlacement(db, viewer, { ...input, personId: idParam(params.id) });
    return `/people/${personId}#placements`;
  },
  { allowed: ["administrator", "manager"] },
);

// Also after a refusal: where somebody else has changed it, saving again is then a choice.
export const shouldRevalidate = () => true;

export default function AddPlacement() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <PlacementPage title={titleOf(t, view)} person={view.person}>
      <NewPlacementForm view={view} state={state} />
    </PlacementPage>
  );
}

type Titled = { person: { name: string }; comesBack: boolean };

function titleOf(t: Translate, { person: { name }, comesBack }: Titled): string {
  return comesBack
    ? t("organisation.placement.titleBack", { name })
    : t("organisation.placement.titleNew", { name });
}
