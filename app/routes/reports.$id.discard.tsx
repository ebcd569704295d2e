import { formAction, forViewers } from "~/features/access/visit.server";
import { discardReport } from "~/features/reports/writing/reports.commands.server";
import { reportWriters } from "~/features/reports/reports.policy";
import { verbForm } from "~/features/reports/writing/reports.schema";
import { redirect } from "~/platform/http.server";
import { idParam } from "~/platform/ids";

export const loader = forViewers(
  async ({ params }) => redirect(`/reports/${idParam(params.id)}`),
  reportWriters,
);

export const action = formAction(
  verbForm,
  async ({ db, viewer, params }, { submissionId }) => {
    const id = idParam(params.id);
    await discardReport(db, viewer, { id, submissionId });
    return "/reports";
  },
  { allowed: reportWriters },
);

/** Never shown: with a page of its own, a refusal is told on an error page. */
export default function Discard() {
  return null;
}
