import type { Acquisition } from "./acquisition";
import type { IsoDate } from "~/terms/day";
import { firstDays } from "./first-days";
import type { HandOverFacts, Standing } from "./standing";
import { type Steps, stepsOver, valueOn } from "./steps";
import { trainerRefusalOn } from "./valid-trainer";

/** What is known of everybody: what they have acquired, and from when they may teach it. */
export type TeachingHistory = {
  acquired: ReadonlyMap<string, Steps<Acquisition>>;
  mayTeach: ReadonlyMap<string, IsoDate>;
};

/**
 * What a hand-over's trainers make of it from its own day on: the standing that it has as soon as
 * a learner has confirmed. Trainers only come in, so once one is valid it stays taught; the
 * generation may rise and fall.
 */
export function taughtOverTime(handOver: HandOverFacts, history: TeachingHistory): Steps<Standing> {
  const { date } = handOver;
  const trainers = trainersOf(handOver, history);
  const days = [date];
  for (const { agreed, acquisitions } of trainers) {
    if (agreed > date) days.push(agreed);
    for (const { from } of acquisitions) if (from > date) days.push(from);
  }
  return stepsOver(days, (day) => taughtAsOf(day, { date, trainers }), isSameStanding);
}

/** Somebody who says yes to teaching. */
type Trainer = {
  person: string;
  agreed: IsoDate;
  acquisitions: Steps<Acquisition>;
  mayTeachFrom: IsoDate | null;
};

function trainersOf(
  { trainers }: HandOverFacts,
  { acquired, mayTeach }: TeachingHistory,
): Trainer[] {
  return firstDays(trainers, ({ agreed }) => agreed).map(({ person, from }) => ({
    person,
    agreed: from,
    acquisitions: acquired.get(person) ?? [],
    mayTeachFrom: mayTeach.get(person) ?? null,
  }));
}

function taughtAsOf(
  day: IsoDate,
  { date, trainers }: { date: IsoDate; trainers: readonly Trainer[] },
): Standing {
  const validTrainers: string[] = [];
  let somebodyHadLearned = false;
  let generation = Infinity;
  for (const { person, agreed, acquisitions, mayTeachFrom } of trainers) {
    const kept = agreed <= day ? valueOn(acquisitions, day) : undefined;
    if (kept === undefined) continue;
    const refusal = trainerRefusalOn(date, { acquiredOn: kept.acquiredOn, mayTeachFrom });
    if (refusal === null || refusal === "not-cleared") somebodyHadLearned = true;
    if (refusal !== null) continue;
    validTrainers.push(person);
    generation = Math.min(generation, 1 + kept.generation);
  }
  if (!somebodyHadLearned) return { counted: false, reason: "trainer-had-not-learned" };
  if (validTrainers.length === 0) return { counted: false, reason: "trainer-not-cleared" };
  return { counted: true, generation, validTrainers };
}

function isSameStanding(a: Standing, b: Standing): boolean {
  if (!a.counted || !b.counted) return !a.counted && !b.counted && a.reason === b.reason;
  // Valid trainers only come in, so as many are the same.
  return a.generation === b.generation && a.validTrainers.length === b.validTrainers.length;
}
