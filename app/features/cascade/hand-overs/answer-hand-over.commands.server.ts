import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { askedOfAnswer, refuseLongDay } from "~/features/funding/own-hours/hours-of-day.server";
import {
  answerOwnHours,
  withdrawOwnHours,
} from "~/features/funding/own-hours/own-hours.commands.server";
import { holdPeople } from "~/features/organisation/hold-people.server";
import { answerHandOverTraining } from "~/features/training/records/hand-over-training.commands.server";
import { AppError, notFound } from "~/platform/app-error";
import type { Database, Transaction } from "~/platform/db.server";
import { requireAgreement } from "~/platform/question";
import { transact } from "~/platform/transact.server";
import { toDbDate, type IsoDate } from "~/terms/day";
import { answerOf, type LearnersAnswer } from "../rules/occasion";
import { holdHandOver } from "./reachable-hand-overs.server";

type Given = { handOverId: string; today: IsoDate };

/**
 * A learner confirms that they took part: their training is approved, and where the hand-over
 * counts for them the lineage gives them its level. A second press finds its answer given. Throws
 * `conflict` where the hand-over was withdrawn or the learner has declined, a `FieldError` where
 * their day would have more than 24 own hours, and a `Question` where it would be a long one.
 */
export async function confirmHandOver(
  db: Database,
  viewer: Viewer,
  given: Given & { agreed: string },
): Promise<string> {
  return answer(db, viewer, { ...given, answer: "confirmed" });
}

/**
 * A learner says that they didn't take part: their training and their own hours go out of the
 * books, and with the last learner's the trainers' hours too, since nobody was taught. Throws
 * `conflict` where the hand-over was withdrawn or the learner has confirmed.
 */
export async function declineHandOver(db: Database, viewer: Viewer, given: Given): Promise<string> {
  return answer(db, viewer, { ...given, answer: "declined", agreed: "" });
}

type Answer = Given & { answer: Exclude<LearnersAnswer, "waiting">; agreed: string };

async function answer(db: Database, viewer: Viewer, given: Answer): Promise<string> {
  const { handOverId } = given;
  if ((await givenAnswer(db, viewer, handOverId)) === given.answer) return handOverId;
  const action = given.answer === "confirmed" ? "hand-over.confirm" : "hand-over.decline";
  try {
    return await transact(db, { actor: actorOf(viewer), action }, async (tx, audit) => {
      const detail = await writeAnswer(tx, viewer, given);
      audit({ type: "hand-over", id: handOverId, detail });
      return handOverId;
    });
  } catch (error) {
    // Of two presses at once the second has waited for the first and finds the answer given.
    const isConflict = error instanceof AppError && error.code === "conflict";
    if (isConflict && (await givenAnswer(db, viewer, handOverId)) === given.answer) {
      return handOverId;
    }
    return refuseLongDay("form")(error);
  }
}

/** What the viewer has answered, while the hand-over stands. */
async function givenAnswer(
  db: Database,
  viewer: Viewer,
  handOverId: string,
): Promise<LearnersAnswer | null> {
  if (!viewer.personId) return null;
  const learner = await db.handOverLearner.findUnique({
    where: { handOverId_personId: { handOverId, personId: viewer.personId } },
    include: { handOver: { select: { withdrawnAt: true } } },
  });
  return learner?.handOver.withdrawnAt === null ? answerOf(learner) : null;
}

type HandOverDetail = { personId: string };

async function writeAnswer(
  tx: Transaction,
  viewer: Viewer,
  { handOverId, today, answer, agreed }: Answer,
): Promise<HandOverDetail> {
  const { handOver, subject } = await holdHandOver(tx, viewer, handOverId);
  const { personId } = viewer;
  if (!personId || !subject.learners.some((learner) => learner.personId === personId)) {
    return notFound();
  }
  if (handOver.withdrawnAt) throw new AppError("conflict");
  const source = { type: "hand_over" as const, id: handOverId };
  await holdPeople(tx, [personId]);
  if (answer === "confirmed") {
    requireAgreement(await askedOfAnswer(tx, { source, personId, field: "form" }), agreed);
  }
  const day = toDbDate(today);
  const { count } = await tx.handOverLearner.updateMany({
    where: { handOverId, personId, confirmedOn: null, declinedOn: null },
    data: answer === "confirmed" ? { confirmedOn: day } : { declinedOn: day },
  });
  if (count === 0) throw new AppError("conflict");
  if (answer === "declined") {
    await answerHandOverTraining(tx, { handOverId, personId, status: "declined" });
    const learnersLeft = await tx.handOverLearner.count({
      where: { handOverId, declinedOn: null },
    });
    await withdrawOwnHours(tx, source, learnersLeft > 0 ? personId : undefined);
    return { personId };
  }
  await answerHandOverTraining(tx, { handOverId, personId, status: "approved" });
  await answerOwnHours(tx, source, personId);
  return { personId };
}
