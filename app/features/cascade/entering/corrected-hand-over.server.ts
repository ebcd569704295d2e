import type { Viewer } from "~/features/access/viewer";
import type { Transaction } from "~/platform/db.server";
import { only } from "~/platform/only";
import { toIsoDate, type IsoDate } from "~/terms/day";
import { handOversInReach } from "../hand-overs/reachable-hand-overs.server";
import type { TakenBack } from "../rules/correction";

/**
 * The hand-over that an entry is the correction of, held until the transaction ends: one that was
 * taken back and that no other that stands corrects. Null where the entry is none.
 */
export async function correctedHandOver(
  tx: Transaction,
  viewer: Viewer,
  from: string | null,
): Promise<(TakenBack & { id: string }) | null> {
  await tx.$queryRaw`select from hand_over where id = ${from}::uuid for update`;
  const handOver = await tx.handOver.findFirst({
    where: {
      AND: [{ id: only(from) }, handOversInReach(viewer)],
      withdrawnAt: { not: null },
      replacedBy: { none: { withdrawnAt: null } },
    },
    include: { trainers: true, learners: true },
  });
  if (!handOver) return null;
  return {
    id: handOver.id,
    competence: handOver.competenceId,
    date: toIsoDate(handOver.heldOn),
    givesLevel: handOver.givesLevel,
    minutes: handOver.minutes,
    keptMinutes: handOver.keptMinutes,
    trainers: handOver.trainers.map(({ personId }) => personId),
    learners: handOver.learners.map((learner) => ({
      ...{ person: learner.personId, keptMinutes: learner.keptMinutes },
      ...{ confirmed: dayOf(learner.confirmedOn), declined: dayOf(learner.declinedOn) },
      hoursDeclined: dayOf(learner.hoursDeclinedOn),
    })),
  };
}

function dayOf(date: Date | null): IsoDate | null {
  return date && toIsoDate(date);
}
