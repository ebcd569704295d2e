import type { Viewer } from "~/features/access/viewer";
import { reasonOf, requireAgreedChange } from "~/features/funding/reported/agreed-change.server";
import { setUpProject } from "~/features/funding/set-up/set-up-project.server";
import type { WithdrawalInput } from "~/features/funding/set-up/set-up.schema";
import { notFound } from "~/platform/app-error";
import type { Database } from "~/platform/db.server";
import { heldIndicator } from "./stored-indicator.server";
import { touchedByWithdrawal } from "./touched-by-withdrawal.server";

/**
 * Lets an indicator stand again that was taken back, with its targets and measurements, on all of
 * its days. Asks what taking it back asks, and throws 404 for another project's and for one that
 * stands. Returns its id.
 */
export function restoreIndicator(
  db: Database,
  viewer: Viewer,
  input: WithdrawalInput & { code: string; id: string },
): Promise<string> {
  const { id } = input;
  const act = { ...input, action: "indicator.restore" };
  return setUpProject(db, viewer, act, async ({ tx, audit, project: { id: projectId } }) => {
    const { count } = await tx.indicator.updateMany({
      where: { id, projectId, withdrawnAt: { not: null } },
      data: { withdrawnAt: null },
    });
    if (count === 0) return notFound();
    requireAgreedChange(await touchedByWithdrawal(tx, { id, projectId }), input);
    const { id: _id, ...after } = await heldIndicator(tx, { id, projectId });
    audit({
      type: "indicator",
      id,
      detail: { projectId, before: null, after, ...reasonOf(input) },
    });
    return id;
  });
}
