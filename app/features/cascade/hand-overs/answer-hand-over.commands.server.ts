import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { askedOfAnswer, refuseLongDay } from "~/features/funding/own-hours/hours-of-day.server";
import {
  answerOwnHours,
  changeOwnHours,
  withdrawOwnHours,
} from "~/features/funding/own-hours/own-hours.commands.server";
import { holdPeople } from "~/features/organisation/hold-people.server";
import {
  answerHandOverTraining,
  changeHandOverMinutes,
} from "~/features/training/records/hand-over-training.commands.server";
import type { Prisma } from "~/generated/prisma/client";
import { AppError, notFound } from "~/platform/app-error";
import type { Database, Transaction } from "~/platform/db.server";
import { requireAgreement } from "~/platform/question";
import { transact } from "~/platform/transact.server";
import { toDbDate, toIsoDate, type IsoDate } from "~/terms/day";
import { awaitedOf } from "../rules/correction";
import { answerOf, type LearnersAnswer } from "../rules/occasion";
import { requireEmployedThen } from "./employed-then.server";
import { holdHandOver } from "./reachable-hand-overs.server";

type Given = { handOverId: string; today: IsoDate };

/**
 * A learner confirms that they took part: their training is approved, and where the hand-over
 * counts for them the lineage gives them its level. Where a correction has other hours than they
 * have confirmed, they say yes to those. A second press finds its answer given. Throws
 * `conflict` where the hand-over was withdrawn or the learner has declined, a `FieldError` where
 * they or a trainer whose hours come to count weren't employed on the day, or where
 * their day or a trainer's would have more than 24 own hours, and a `Question` where it would be a
 * long one.
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
 * books, and with the last learner's the trainers' hours too, since nobody was taught. Where a
 * correction has other hours than they have confirmed, they say no to those alone. Throws
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

/** What the viewer has answered last, while the hand-over stands and waits for no word of theirs. */
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
  if (learner?.handOver.withdrawnAt !== null || awaitedOf(learner) !== null) return null;
  return learner.hoursDeclinedOn === null ? answerOf(learner) : "declined";
}

type Held = Awaited<ReturnType<typeof holdHandOver>>["handOver"];
type Source = { type: "hand_over"; id: string };

/** Returns what the trail tells of it: `hoursOf` are those whose own hours count otherwise by it. */
async function writeAnswer(
  tx: Transaction,
  viewer: Viewer,
  { handOverId, today, answer, agreed }: Answer,
): Promise<Prisma.InputJsonObject> {
  const { handOver } = await holdHandOver(tx, viewer, handOverId);
  const { personId } = viewer;
  const learner = handOver.learners.find((each) => each.personId === personId);
  if (!personId || !learner) return notFound();
  const awaited = handOver.withdrawnAt ? null : awaitedOf(learner);
  if (!awaited) throw new AppError("conflict");
  const source: Source = { type: "hand_over", id: handOverId };
  const trainerIds = handOver.trainers.map((trainer) => trainer.personId);
  const given = { ...{ source, personId, trainerIds, today, agreed }, minutes: handOver.minutes };
  await holdPeople(tx, partsOf(handOver));
  if (answer === "declined") {
    const hoursOf = await (awaited === "part" ? declinePart(tx, given) : declineHours(tx, given));
    return { personId, awaited, hoursOf };
  }
  const counted = [personId, ...(trainersAwait(handOver) ? trainerIds : [])];
  await requireEmployedThen(tx, { personIds: counted, heldOn: toIsoDate(handOver.heldOn) });
  await requireUsualDay(tx, given);
  await (awaited === "part" ? confirmPart(tx, given) : confirmHours(tx, given));
  const taught = await confirmTaughtHours(tx, handOver, source);
  return { personId, awaited, minutes: handOver.minutes, hoursOf: counted, ...taught };
}

type GivenWord = {
  source: Source;
  personId: string;
  trainerIds: readonly string[];
  today: IsoDate;
  agreed: string;
  /** The hours that are said yes to. */
  minutes: number;
};

function partsOf({ trainers, learners }: Held): string[] {
  return [...trainers, ...learners].map(({ personId }) => personId);
}

/** Whether the next yes makes trainers' hours count: the first, or the first to other hours. */
function trainersAwait({ learners, keptMinutes }: Held): boolean {
  return keptMinutes !== null || learners.every(({ confirmedOn }) => confirmedOn === null);
}

/** With a learner's yes the trainers' hours are theirs, too, whoever has entered them. */
async function requireUsualDay(tx: Transaction, given: GivenWord) {
  const { source, minutes, personId, trainerIds, agreed } = given;
  const answered = { source, minutes, personId, others: trainerIds };
  requireAgreement(await askedOfAnswer(tx, { ...answered, field: "form" }), agreed);
}

async function confirmPart(tx: Transaction, given: GivenWord) {
  const { source, personId, trainerIds, today } = given;
  const handOverId = source.id;
  await tx.handOverLearner.update({
    where: { handOverId_personId: { handOverId, personId } },
    data: { confirmedOn: toDbDate(today) },
  });
  await answerHandOverTraining(tx, { handOverId, personId, status: "approved" });
  await answerOwnHours(tx, source, [personId, ...trainerIds]);
}

async function confirmHours(tx: Transaction, { source, personId, minutes }: GivenWord) {
  const handOverId = source.id;
  await tx.handOverLearner.update({
    where: { handOverId_personId: { handOverId, personId } },
    data: { keptMinutes: null },
  });
  await changeHandOverMinutes(tx, { handOverId, personId, minutes });
  await changeOwnHours(tx, source, { personIds: [personId], minutes });
}

/** With the first learner's word the hours of a correction are the trainers', too. */
async function confirmTaughtHours(
  tx: Transaction,
  { id, minutes, keptMinutes, trainers }: Held,
  source: Source,
): Promise<Prisma.InputJsonObject> {
  if (keptMinutes === null) return {};
  await tx.handOver.update({ where: { id }, data: { keptMinutes: null } });
  const personIds = trainers.map(({ personId }) => personId);
  await changeOwnHours(tx, source, { personIds, minutes });
  return { minutesBefore: keptMinutes };
}

/** Returns whose own hours go with it. */
async function declinePart(
  tx: Transaction,
  { source, personId, trainerIds, today }: GivenWord,
): Promise<string[]> {
  const handOverId = source.id;
  await tx.handOverLearner.update({
    where: { handOverId_personId: { handOverId, personId } },
    data: { declinedOn: toDbDate(today) },
  });
  await answerHandOverTraining(tx, { handOverId, personId, status: "declined" });
  const learnersLeft = await tx.handOverLearner.count({ where: { handOverId, declinedOn: null } });
  await withdrawOwnHours(tx, source, learnersLeft > 0 ? personId : undefined);
  return learnersLeft > 0 ? [personId] : [personId, ...trainerIds];
}

/** The hours that they have confirmed go on counting: nobody's are others. */
async function declineHours(
  tx: Transaction,
  { source, personId, today }: GivenWord,
): Promise<string[]> {
  await tx.handOverLearner.update({
    where: { handOverId_personId: { handOverId: source.id, personId } },
    data: { hoursDeclinedOn: toDbDate(today) },
  });
  return [];
}
