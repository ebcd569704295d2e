import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { RecordPage, recordTitle } from "~/features/training/records/record-page";
import { showRecord } from "~/features/training/records/training.queries.server";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";

export const meta = pageTitle<typeof loader>((t, { record }) => recordTitle(t, record));

export const loader = forViewers(
  ({ db, viewer, params, today }) => showRecord(db, viewer, { id: idParam(params.id), today }),
  ["employee", "manager", "administrator"],
);

export default function TrainingRecord() {
  return <RecordPage view={useLoaderData<typeof loader>()} />;
}
