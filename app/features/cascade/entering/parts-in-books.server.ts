import type { HoursOfPerson } from "~/features/funding/own-hours/own-hours.commands.server";
import type { HandOverPart } from "~/features/training/records/hand-over-training.commands.server";
import type { KeptAnswers, LearnersWord } from "../rules/correction";

type Entered = {
  trainerIds: readonly string[];
  minutes: number;
  kept: KeptAnswers;
  /** Who enters it, where they are somebody of the register: they have said yes for themselves. */
  enteredBy: string | null;
};

/**
 * Everybody's own hours of a hand-over; none where all its learners have declined. A trainer who hasn't
 * entered it has said nothing, until a learner's word makes it count.
 */
export function ownHoursOf({ trainerIds, minutes, kept, enteredBy }: Entered): HoursOfPerson[] {
  const present = kept.learners.filter(({ declined }) => declined === null);
  if (present.length === 0) return [];
  const counts = present.some(({ confirmed }) => confirmed !== null);
  return [
    ...trainerIds.map((personId) => ({
      ...{ personId, minutes: kept.keptMinutes ?? minutes },
      isUnanswered: !counts && personId !== enteredBy,
    })),
    ...present.map(({ person, confirmed, keptMinutes }) => ({
      ...{ personId: person, minutes: keptMinutes ?? minutes },
      isUnanswered: confirmed === null && person !== enteredBy,
    })),
  ];
}

/** What comes to everybody's day by their own word: a trainer's longer hours are theirs already. */
export function hoursToAsk(entered: Entered): HoursOfPerson[] {
  return ownHoursOf(entered)
    .filter(({ isUnanswered }) => !isUnanswered)
    .map((hours) =>
      entered.trainerIds.includes(hours.personId)
        ? { ...hours, minutes: Math.max(hours.minutes, entered.minutes) }
        : hours,
    );
}

/** The learners' training records of a hand-over. */
export function recordsOf({ minutes, kept }: Pick<Entered, "minutes" | "kept">): HandOverPart[] {
  return kept.learners.map((word) => ({
    personId: word.person,
    minutes: word.keptMinutes ?? minutes,
    status: statusOf(word),
  }));
}

function statusOf({ confirmed, declined }: LearnersWord): HandOverPart["status"] {
  if (declined !== null) return "declined";
  return confirmed === null ? "submitted" : "approved";
}
