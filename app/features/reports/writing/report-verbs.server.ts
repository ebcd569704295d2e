import { formAction, forViewers } from "~/features/access/visit.server";
import type { Viewer } from "~/features/access/viewer";
import type { Database } from "~/platform/db.server";
import { redirect } from "~/platform/http.server";
import { idParam } from "~/platform/ids";
import { reportWriters } from "../reports.policy";
import { verbForm } from "./reports.schema";

type Verb = (
  db: Database,
  viewer: Viewer,
  given: { id: string; submissionId: string },
) => Promise<string>;

/** Who opens a verb's address is led to the report that it is about. */
export const showItsReport = forViewers(
  async ({ params }) => redirect(`/reports/${idParam(params.id)}`),
  reportWriters,
);

/** Carries a verb out on the report of the address, and goes where `leadsTo` says of its id. */
export function carryOutOnReport(verb: Verb, leadsTo = (id: string) => `/reports/${id}`) {
  return formAction(
    verbForm,
    async ({ db, viewer, params }, { submissionId }) =>
      leadsTo(await verb(db, viewer, { id: idParam(params.id), submissionId })),
    { allowed: reportWriters },
  );
}
