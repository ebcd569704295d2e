import type { IsoDate } from "~/terms/day";
import { type FirstDay, firstDays } from "./first-days";
import type { HandOverFacts, Standing } from "./standing";
import { notBefore, type Steps } from "./steps";
import { taughtOverTime, type TeachingHistory } from "./taught";

/** A learner's part in a hand-over, and the first day as of which it counts. */
export type LearnerPart = { person: string; from: IsoDate };

/**
 * A hand-over's standing from its own day on, and the learners, by id, whose part comes to count.
 * What counts goes on counting. `history` must know of all days before the hand-over's; what it
 * knows of that day and later ones decides nothing.
 */
export function standingOverTime(
  handOver: HandOverFacts,
  history: TeachingHistory,
): { standing: Steps<Standing>; learners: LearnerPart[] } {
  const taught = taughtOverTime(handOver, history);
  const taughtFrom = taught.find(({ value }) => value.counted)?.from;
  if (taughtFrom === undefined) return { standing: taught, learners: [] };
  const learners = answersTo(handOver).map((answer) =>
    answer.from < taughtFrom ? { person: answer.person, from: taughtFrom } : answer,
  );
  return { standing: onceConfirmed(taught, { taughtFrom, learners }), learners };
}

/** Nobody named as a trainer is a learner of the same hand-over, even if they could not teach. */
function answersTo({ trainers, learners }: HandOverFacts): FirstDay[] {
  return firstDays(learners, ({ person, confirmed }) =>
    trainers.some((trainer) => trainer.person === person) ? null : confirmed,
  );
}

/** From the day on which it was taught it waits for the first learner's part to count. */
function onceConfirmed(
  taught: Steps<Standing>,
  { taughtFrom, learners }: { taughtFrom: IsoDate; learners: readonly LearnerPart[] },
): Steps<Standing> {
  const confirmedFrom = learners.reduce<IsoDate | null>(
    (first, { from }) => (first === null || from < first ? from : first),
    null,
  );
  if (confirmedFrom === taughtFrom) return taught;
  return [
    ...taught.filter(({ from }) => from < taughtFrom),
    { from: taughtFrom, value: { counted: false, reason: "not-confirmed" } },
    ...(confirmedFrom === null ? [] : notBefore(taught, confirmedFrom)),
  ];
}
