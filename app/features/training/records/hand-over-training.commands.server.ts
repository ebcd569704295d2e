import type { Transaction } from "~/platform/db.server";
import { sourceColumns } from "~/platform/source";
import { toDbDate, type IsoDate } from "~/terms/day";

export type HandOverTraining = {
  handOverId: string;
  authorityId: string;
  competenceId: string;
  /** What the record is called in lists; the competence's name will do. */
  title: string;
  heldOn: IsoDate;
  /** Of the occasion, which each learner took part in whole. */
  minutes: number;
  learnerIds: string[];
  /** The account that entered the hand-over. */
  submittedById: string | null;
};

/**
 * Writes a hand-over into its learners' training, in the caller's transaction: one record each,
 * waiting for the learner's answer.
 */
export async function recordHandOverTraining(
  tx: Transaction,
  { handOverId, learnerIds, heldOn, ...training }: HandOverTraining,
): Promise<void> {
  await tx.trainingRecord.createMany({
    data: [...new Set(learnerIds)].map((personId) => ({
      ...training,
      personId,
      heldOn: toDbDate(heldOn),
      kind: "hand_over" as const,
      status: "submitted" as const,
      ...sourceColumns({ type: "hand_over", id: handOverId }),
    })),
  });
}

/**
 * Writes a learner's answer into their record of the hand-over. Returns how many records took it:
 * 0 where there is none, or it was withdrawn.
 */
export async function answerHandOverTraining(
  tx: Transaction,
  {
    handOverId,
    personId,
    status,
  }: { handOverId: string; personId: string; status: "approved" | "declined" },
): Promise<number> {
  const { count } = await tx.trainingRecord.updateMany({
    where: {
      ...sourceColumns({ type: "hand_over", id: handOverId }),
      ...{ personId, status: { not: "withdrawn" } },
    },
    data: { status },
  });
  return count;
}
