import { formAction, forViewers } from "~/features/access/visit.server";
import { withdrawAttestation } from "~/features/competence/attestations/attest-by-hand.commands.server";
import { withdrawAttestationForm } from "~/features/competence/attestations/attestations.schema";
import { redirect } from "~/platform/http.server";
import { idParam } from "~/platform/ids";

export const loader = forViewers(
  async ({ params }) => redirect(`/people/${idParam(params.id)}#attestations`),
  ["manager"],
);

export const action = formAction(
  withdrawAttestationForm,
  async ({ db, viewer, params }, { submissionId }) => {
    const personId = idParam(params.id);
    const id = idParam(params.attestationId);
    await withdrawAttestation(db, viewer, { personId, id, submissionId });
    return `/people/${personId}#attestations`;
  },
  { allowed: ["manager"] },
);
