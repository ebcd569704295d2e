import type { Prisma } from "~/generated/prisma/client";
import { accountName } from "~/features/access/account-names.server";
import type { Viewer } from "~/features/access/viewer";
import { namesOf } from "~/features/organisation/names/names.queries.server";
import { nameWithNote } from "~/features/organisation/names/person-name";
import { seenUnits } from "~/features/organisation/placements.server";
import {
  coreElementsOn,
  type CoreElement,
} from "~/features/competence/catalogue/core-elements.queries.server";
import { hoursFrom } from "~/features/funding/own-hours/hours-from.queries.server";
import { notFound } from "~/platform/app-error";
import { todayInStockholm } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import { only } from "~/platform/only";
import { toIsoDate, type IsoDate } from "~/terms/day";
import { participantsOf, stateOf, type HandOverState } from "./hand-overs.queries.server";
import { can } from "./hand-overs.policy";
import {
  answerOf,
  givenLevel,
  type GivenLevel,
  type HandOverForm,
  type LearnersAnswer,
} from "../rules/occasion";
import { awaitedOf } from "../rules/correction";
import { handOversInReach, subjectOf } from "./reachable-hand-overs.server";
import { handOverStates } from "../history/teaching-records.queries.server";

export type HandOverView = {
  id: string;
  competence: { code: string; name: string };
  heldOn: IsoDate;
  minutes: number;
  form: HandOverForm;
  givesLevel: GivenLevel;
  note: string;
  trainers: { id: string; name: string }[];
  learners: {
    id: string;
    name: string;
    answer: LearnersAnswer;
    /** The day of the answer. */
    answeredOn: IsoDate | null;
    /** The hours that they have confirmed, where those aren't the hand-over's. */
    keptMinutes: number | null;
    /** The day on which they said no to the hand-over's hours. */
    hoursDeclinedOn: IsoDate | null;
  }[];
  /** Every core element that the method had on the day, and whether it was delivered. */
  elements: { name: string; delivered: boolean }[];
  state: HandOverState;
  withdrawn: { on: IsoDate; reason: string; byName: string | null } | null;
  /** The own hours that stand in the project's books today. */
  ownHours: {
    project: { code: string; name: string };
    people: number;
    minutes: number;
    amountOre: number;
  } | null;
  /**
   * Whether it waits for the viewer's word as a learner; with the hours that they have confirmed,
   * where that is for the new ones alone.
   */
  awaited: { minutesBefore: number | null } | null;
  /** What it is the correction of, and what corrects it, where the viewer may see that. */
  corrects: { id: string; heldOn: IsoDate } | null;
  correctedBy: { id: string; heldOn: IsoDate } | null;
  mayWithdraw: boolean;
  submissionId: string;
};

function participant(viewer: Viewer) {
  return {
    include: {
      person: { select: { placements: seenUnits(viewer.today) } },
    },
    orderBy: { person: { familyName: "asc" } },
  } as const;
}

/** One hand-over with what it has become in all three books; 404 for who can't see it. */
export async function showHandOver(
  db: Db,
  viewer: Viewer,
  { id, today }: { id: string; today: IsoDate },
): Promise<HandOverView> {
  const handOver = await db.handOver.findFirst({
    where: { AND: [{ id }, handOversInReach(viewer)] },
    include: {
      competence: { select: { code: true, name: true } },
      project: { select: { code: true, name: true } },
      trainers: participant(viewer),
      learners: participant(viewer),
      elements: { select: { coreElement: { select: { id: true, name: true } } } },
    },
  });
  if (!handOver) return notFound();
  const [names, states, ofDay] = await Promise.all([
    namesOf(db, participantsOf(handOver), today),
    handOverStates(db, [handOver.id], today),
    coreElementsOn(db, handOver.competenceId, toIsoDate(handOver.heldOn)),
  ]);
  const subject = subjectOf(handOver);
  const stands = handOver.withdrawnAt === null;
  const own = handOver.learners.find(({ personId }) => personId === viewer.personId);
  return {
    id: handOver.id,
    competence: { code: handOver.competence.code, name: handOver.competence.name },
    heldOn: toIsoDate(handOver.heldOn),
    minutes: handOver.minutes,
    form: handOver.form,
    givesLevel: givenLevel(handOver.givesLevel),
    note: handOver.note,
    trainers: handOver.trainers.map(({ personId }) => ({
      id: personId,
      name: nameWithNote(names.get(personId)),
    })),
    learners: handOver.learners.map((learner) => ({
      id: learner.personId,
      name: nameWithNote(names.get(learner.personId)),
      answer: answerOf(learner),
      answeredOn: dayOf(learner.confirmedOn ?? learner.declinedOn),
      keptMinutes: learner.keptMinutes,
      hoursDeclinedOn: dayOf(learner.hoursDeclinedOn),
    })),
    elements: elementsOf(
      ofDay,
      handOver.elements.map(({ coreElement }) => coreElement),
    ),
    state: stateOf(handOver, states),
    withdrawn: handOver.withdrawnAt && {
      on: todayInStockholm(handOver.withdrawnAt),
      reason: handOver.withdrawnReason ?? "",
      byName: await accountName(db, handOver.withdrawnById),
    },
    ownHours: handOver.project && {
      project: handOver.project,
      ...(await hoursFrom(db, { type: "hand_over", id: handOver.id })),
    },
    awaited: stands && own && awaitedOf(own) !== null ? { minutesBefore: own.keptMinutes } : null,
    corrects: await namedHandOver(db, viewer, { id: only(handOver.replacesId) }),
    correctedBy: await namedHandOver(db, viewer, { replacesId: id, withdrawnAt: null }),
    mayWithdraw: stands && can(viewer, "withdraw", subject),
    submissionId: crypto.randomUUID(),
  };
}

/** What was delivered without being of the method then stands last. */
function elementsOf(
  ofDay: CoreElement[],
  delivered: CoreElement[],
): { name: string; delivered: boolean }[] {
  const [expected, given] = [ofDay, delivered].map((list) => new Set(list.map(({ id }) => id)));
  return [
    ...ofDay.map(({ id, name }) => ({ name, delivered: given?.has(id) ?? false })),
    ...delivered
      .filter(({ id }) => !expected?.has(id))
      .map(({ name }) => ({ name, delivered: true })),
  ];
}

async function namedHandOver(db: Db, viewer: Viewer, where: Prisma.HandOverWhereInput) {
  const found = await db.handOver.findFirst({
    where: { AND: [where, handOversInReach(viewer)] },
    select: { id: true, heldOn: true },
  });
  return found && { id: found.id, heldOn: toIsoDate(found.heldOn) };
}

function dayOf(date: Date | null): IsoDate | null {
  return date && toIsoDate(date);
}
