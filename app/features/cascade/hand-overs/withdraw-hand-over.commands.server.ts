import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { withdrawSourced } from "~/features/training/records/withdraw-sourced.commands.server";
import { AppError } from "~/platform/app-error";
import type { Database } from "~/platform/db.server";
import { transact } from "~/platform/transact.server";
import { toIsoDate } from "~/terms/day";
import { can } from "./hand-overs.policy";
import type { HandOverWithdrawal } from "./hand-overs.schema";
import { holdHandOver } from "./reachable-hand-overs.server";

/**
 * Takes a hand-over back, with the reason: its training records and own hours go with it,
 * and the levels that followed from it. It stays in the lists as withdrawn and counts nowhere. Throws `forbidden` for who
 * sees it and may not, `conflict` where it is withdrawn already.
 */
export async function withdrawHandOver(
  db: Database,
  viewer: Viewer,
  { handOverId, reason, submissionId }: HandOverWithdrawal & { handOverId: string },
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "hand-over.withdraw", submissionId };
  return transact(db, act, async (tx, audit) => {
    const { handOver, subject } = await holdHandOver(tx, viewer, handOverId);
    if (!can(viewer, "withdraw", subject)) throw new AppError("forbidden");
    if (handOver.withdrawnAt) throw new AppError("conflict");
    await tx.handOver.update({
      where: { id: handOverId },
      data: {
        withdrawnAt: new Date(),
        withdrawnById: viewer.accountId,
        withdrawnReason: reason,
      },
    });
    const gone = await withdrawSourced(tx, { type: "hand_over", id: handOverId });
    const { competenceId, projectId, heldOn, minutes, givesLevel } = handOver;
    const before = {
      ...{ projectId, heldOn: toIsoDate(heldOn), minutes, givesLevel },
      trainers: handOver.trainers.map(({ personId }) => personId),
      learners: handOver.learners.map(({ personId }) => personId),
    };
    const detail = { ...gone, competenceId, before, after: null };
    audit({ type: "hand-over", id: handOverId, detail });
    return handOverId;
  });
}
