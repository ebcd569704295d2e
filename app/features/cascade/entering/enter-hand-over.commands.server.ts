import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { askedOfDay, refuseLongDay } from "~/features/funding/own-hours/hours-of-day.server";
import {
  bookOwnHours,
  type SourcedHours,
} from "~/features/funding/own-hours/own-hours.commands.server";
import { holdPeople } from "~/features/organisation/hold-people.server";
import { recordHandOverTraining } from "~/features/training/records/hand-over-training.commands.server";
import { AppError } from "~/platform/app-error";
import type { Database, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { requireAgreement } from "~/platform/question";
import { breaksRule } from "~/platform/taken.server";
import { transact } from "~/platform/transact.server";
import { toDbDate, type IsoDate } from "~/terms/day";
import type { HandOverEntry } from "../hand-overs/hand-overs.schema";
import { keptAnswers, type LearnersWord } from "../rules/correction";
import { correctedHandOver } from "./corrected-hand-over.server";
import { checkHandOver } from "./hand-over-check.server";
import { hoursToAsk, ownHoursOf, recordsOf } from "./parts-in-books.server";
import { sameOccasions } from "./same-occasions.server";

/**
 * Enters a hand-over once for all three books: itself, the learners' training, which waits for
 * their answers, and everybody's own hours on the project's in-kind line. All of it or nothing.
 * `from` is the hand-over that it corrects, where that was taken back, or else repeats: a correction
 * names it and keeps its answers (`keptAnswers`). Returns its id; throws a
 * `FieldError` for what `checkHandOver`, the project or a day's 24 hours refuse, and a `Question`
 * where it may be an occasion that is entered already, or make somebody's day a long one.
 */
export async function enterHandOver(
  db: Database,
  viewer: Viewer,
  { entry, from = null, today }: { entry: HandOverEntry; from?: string | null; today: IsoDate },
): Promise<string> {
  const { authorityId } = viewer;
  if (!authorityId) throw new AppError("forbidden");
  const act = {
    actor: actorOf(viewer),
    action: "hand-over.enter",
    submissionId: entry.submissionId,
  };
  return transact(db, act, async (tx, audit) => {
    const corrected = await correctedHandOver(tx, viewer, from);
    const checked = await checkHandOver(tx, viewer, { entry, from, corrected, today });
    const { competence, trainerIds, learnerIds, projectId } = checked;
    const kept = keptAnswers(corrected, {
      ...{ competence: competence.id, date: entry.heldOn, trainers: trainerIds },
      ...{ givesLevel: entry.givesLevel, minutes: entry.hours, learners: learnerIds },
    });
    const entered = { trainerIds, minutes: entry.hours, kept, enteredBy: viewer.personId };
    await holdPeople(tx, [...trainerIds, ...learnerIds]);
    const asked = [
      ...(await sameOccasions(tx, viewer, { competence, heldOn: entry.heldOn, learnerIds })),
      ...(await askedOfDay(tx, {
        ...{ workedOn: entry.heldOn, field: "hours" },
        people: projectId === null ? [] : hoursToAsk(entered),
      })),
    ];
    requireAgreement(asked, entry.agreed);
    const { id: handOverId } = await tx.handOver.create({
      data: {
        authorityId,
        competenceId: competence.id,
        projectId,
        heldOn: toDbDate(entry.heldOn),
        minutes: entry.hours,
        keptMinutes: kept.keptMinutes,
        replacesId: corrected?.id ?? null,
        form: entry.form,
        givesLevel: entry.givesLevel,
        note: entry.note,
        enteredById: viewer.accountId,
        trainers: { create: trainerIds.map((personId) => ({ personId })) },
        learners: { create: kept.learners.map(learnerColumns) },
        elements: { create: entry.elements.map((coreElementId) => ({ coreElementId })) },
      },
      select: { id: true },
    });
    await recordHandOverTraining(tx, {
      handOverId,
      authorityId,
      competenceId: competence.id,
      title: competence.name,
      heldOn: entry.heldOn,
      learners: recordsOf(entered),
      submittedById: viewer.accountId,
    });
    if (projectId !== null) {
      await bookHours(tx, {
        projectId,
        workedOn: entry.heldOn,
        people: ownHoursOf(entered),
        text: competence.name,
        source: { type: "hand_over", id: handOverId },
        corrects: corrected && { type: "hand_over", id: corrected.id },
      });
    }
    audit({
      type: "hand-over",
      id: handOverId,
      detail: {
        competenceId: competence.id,
        heldOn: entry.heldOn,
        minutes: entry.hours,
        givesLevel: entry.givesLevel,
        trainers: trainerIds,
        learners: learnerIds,
        elements: entry.elements,
        projectId,
        replaces: corrected?.id ?? null,
        keptAnswersOf: kept.learners.filter(hasAnswered).map(({ person }) => person),
        agreedTo: asked.map(({ key }) => key),
      },
    });
    return handOverId;
  })
    .catch(refuseElements(entry))
    .catch(refuseLongDay("hours"));
}

function learnerColumns(word: LearnersWord) {
  const { person, confirmed, declined, keptMinutes, hoursDeclined } = word;
  return {
    ...{ personId: person, keptMinutes },
    hoursDeclinedOn: hoursDeclined && toDbDate(hoursDeclined),
    confirmedOn: confirmed && toDbDate(confirmed),
    declinedOn: declined && toDbDate(declined),
  };
}

function hasAnswered({ confirmed, declined }: LearnersWord): boolean {
  return confirmed !== null || declined !== null;
}

/** An element that was taken out of the method while the hand-over was entered. */
function refuseElements({ heldOn }: HandOverEntry): (error: unknown) => never {
  return (error) => {
    if (!breaksRule(error, "core_element_delivered")) throw error;
    throw new FieldError({
      elements: { key: "cascade.errors.elements", values: { date: heldOn } },
    });
  };
}

/** The project's refusal, under the name that the field has in this form. */
async function bookHours(tx: Transaction, hours: SourcedHours): Promise<void> {
  try {
    await bookOwnHours(tx, hours);
  } catch (error) {
    const refusal = error instanceof FieldError ? error.fields.projectId : undefined;
    if (!refusal) throw error;
    throw new FieldError({ project: refusal });
  }
}
