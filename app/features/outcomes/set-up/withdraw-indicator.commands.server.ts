import type { Viewer } from "~/features/access/viewer";
import { reasonOf, requireAgreedChange } from "~/features/funding/reported/agreed-change.server";
import { setUpProject } from "~/features/funding/set-up/set-up-project.server";
import type { WithdrawalInput } from "~/features/funding/set-up/set-up.schema";
import type { Database } from "~/platform/db.server";
import { heldIndicator } from "./stored-indicator.server";
import { touchedByWithdrawal } from "./touched-by-withdrawal.server";

/**
 * Says of an indicator that it was entered by mistake: it stays, marked, with its targets and
 * measurements, and is in nothing any more, of no day. Throws a `Question` where there are some, or
 * a funder has read of it, and 404 for another project's. Returns its id.
 */
export function withdrawIndicator(
  db: Database,
  viewer: Viewer,
  input: WithdrawalInput & { code: string; id: string },
): Promise<string> {
  const { id } = input;
  const act = { ...input, action: "indicator.withdraw" };
  return setUpProject(db, viewer, act, async ({ tx, audit, project: { id: projectId } }) => {
    const { id: _id, ...before } = await heldIndicator(tx, { id, projectId });
    requireAgreedChange(await touchedByWithdrawal(tx, { id, projectId }), input);
    await tx.indicator.update({ where: { id }, data: { withdrawnAt: new Date() } });
    audit({
      type: "indicator",
      id,
      detail: { projectId, before, after: null, ...reasonOf(input) },
    });
    return id;
  });
}
