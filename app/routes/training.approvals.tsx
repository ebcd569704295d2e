import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { ApprovalsPage, approvalsTitle } from "~/features/training/approval/approvals-page";
import { listApprovals } from "~/features/training/records/training.queries.server";
import { pageTitle } from "~/i18n/page-title";
import { idParam, isId } from "~/platform/ids";
import { pageNumber } from "~/platform/paging";

export const meta = pageTitle<typeof loader>(approvalsTitle);

export const loader = forViewers(
  ({ db, viewer, url, today }) => {
    const decided = url.searchParams.get("decided");
    const unit = url.searchParams.get("unit");
    return listApprovals(db, viewer, {
      page: pageNumber(url),
      decidedId: isId(decided) ? decided : null,
      today,
      unitId: unit && idParam(unit),
    });
  },
  ["manager"],
);

export default function Approvals() {
  return <ApprovalsPage approvals={useLoaderData<typeof loader>()} />;
}
