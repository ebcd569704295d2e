import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { RecordPage, recordTitle } from "~/features/training/records/record-page";
import { showRecord } from "~/features/training/records/training.queries.server";
import { withdrawForm } from "~/features/training/records/training.schema";
import { withdrawRecord } from "~/features/training/approval/withdrawals.commands.server";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";

export const meta = pageTitle<typeof loader>((t, { record }) => recordTitle(t, record));

export const loader = forViewers(
  ({ db, viewer, params, today }) => showRecord(db, viewer, { id: idParam(params.id), today }),
  ["employee", "manager"],
);

export const action = formAction(
  withdrawForm,
  async ({ db, viewer, params }, { next, ...input }) => {
    const id = await withdrawRecord(db, viewer, { ...input, id: idParam(params.id) });
    return next === "again" ? `/training/log?from=${id}` : `/training/${id}`;
  },
  { allowed: ["employee", "manager"] },
);

/** The record itself, with the form as it was sent where it could not be carried out. */
export default function WithdrawRecord() {
  const withdraw = useActionData<typeof action>()?.form;
  return <RecordPage view={useLoaderData<typeof loader>()} refused={{ withdraw }} />;
}
