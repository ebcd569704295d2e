import type { Transaction } from "~/platform/db.server";
import { sourceColumns } from "~/platform/source";
import { toDbDate, type IsoDate } from "~/terms/day";

/** A learner's part: of the whole occasion, unless they have confirmed other hours. */
export type HandOverPart = {
  personId: string;
  minutes: number;
  status: "submitted" | "approved" | "declined";
};

export type HandOverTraining = {
  handOverId: string;
  authorityId: string;
  competenceId: string;
  /** What the record is called in lists; the competence's name will do. */
  title: string;
  heldOn: IsoDate;
  learners: readonly HandOverPart[];
  /** The account that entered the hand-over. */
  submittedById: string | null;
};

/**
 * Writes a hand-over into its learners' training, in the caller's transaction: one record each,
 * waiting for the learner's answer unless that is given.
 */
export async function recordHandOverTraining(
  tx: Transaction,
  { handOverId, learners, heldOn, ...training }: HandOverTraining,
): Promise<void> {
  await tx.trainingRecord.createMany({
    data: learners.map((part) => ({
      ...training,
      ...part,
      heldOn: toDbDate(heldOn),
      kind: "hand_over" as const,
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

/** A learner has said yes to other hours than those that their record was written with. */
export async function changeHandOverMinutes(
  tx: Transaction,
  { handOverId, personId, minutes }: { handOverId: string; personId: string; minutes: number },
): Promise<void> {
  await tx.trainingRecord.updateMany({
    where: {
      ...sourceColumns({ type: "hand_over", id: handOverId }),
      ...{ personId, status: "approved" },
    },
    data: { minutes },
  });
}
