import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { approveCourse } from "~/features/training/approval/decisions.commands.server";
import { approvalsHref } from "~/features/training/approval/approvals-href";
import { RecordPage, recordTitle } from "~/features/training/records/record-page";
import { showRecord } from "~/features/training/records/training.queries.server";
import { approveForm } from "~/features/training/records/training.schema";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";

export const meta = pageTitle<typeof loader>((t, { record }) => recordTitle(t, record));

export const loader = forViewers(
  ({ db, viewer, params, today }) => showRecord(db, viewer, { id: idParam(params.id), today }),
  ["manager"],
);

export const action = formAction(
  approveForm,
  async ({ db, viewer, params, today, url }, input) => {
    const id = await approveCourse(db, viewer, { ...input, id: idParam(params.id) }, today);
    return approvalsHref({ unitId: url.searchParams.get("unit") ?? undefined, decided: id });
  },
  { allowed: ["manager"] },
);

/** The record itself, with the form as it was sent where it could not be carried out. */
export default function ApproveCourse() {
  const approve = useActionData<typeof action>()?.form;
  return <RecordPage view={useLoaderData<typeof loader>()} refused={{ approve }} />;
}
