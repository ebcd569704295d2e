import { formAction, forViewers } from "~/features/access/visit.server";
import { removeRequirement } from "~/features/competence/requirements/requirements.commands.server";
import { requirementRemovalForm } from "~/features/competence/requirements/requirements.schema";
import { redirect } from "~/platform/http.server";
import { idParam } from "~/platform/ids";

export const loader = forViewers(
  async ({ params }) => redirect(`/units/${idParam(params.id)}/requirements`),
  ["administrator", "manager"],
);

export const action = formAction(
  requirementRemovalForm,
  async ({ db, viewer, params, today }, input) => {
    const unitId = idParam(params.id);
    const id = idParam(params.requirementId);
    await removeRequirement(db, viewer, { ...input, id, unitId }, today);
    return `/units/${unitId}/requirements`;
  },
  { allowed: ["administrator", "manager"] },
);
