import { forViewers } from "~/features/access/visit.server";
import { openEvidence } from "~/features/training/records/training.queries.server";
import { downloadOf } from "~/platform/files.server";
import { idParam } from "~/platform/ids";

export const loader = forViewers(
  async ({ db, viewer, params }) => downloadOf(await openEvidence(db, viewer, idParam(params.id))),
  ["employee", "manager", "administrator"],
);
