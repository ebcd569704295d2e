import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { ApprovalsPage, approvalsTitle } from "~/features/training/approval/approvals-page";
import { listApprovals } from "~/features/training/records/training.queries.server";
import { pageTitle } from "~/i18n/page-title";
import { isId } from "~/platform/ids";
import { pageNumber } from "~/platform/paging";

export const meta = pageTitle<typeof loader>((t, { count }) => approvalsTitle(t, count));

export const loader = forViewers(
  ({ db, viewer, url, today }) => {
    const decided = url.searchParams.get("decided");
    return listApprovals(db, viewer, {
      page: pageNumber(url),
      decidedId: isId(decided) ? decided : null,
      today,
    });
  },
  ["manager"],
);

export default function Approvals() {
  return <ApprovalsPage approvals={useLoaderData<typeof loader>()} />;
}
