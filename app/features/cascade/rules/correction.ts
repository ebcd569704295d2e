import type { IsoDate } from "~/terms/day";

/** A hand-over that was taken back, with what its learners had answered. */
export type TakenBack = {
  competence: string;
  date: IsoDate;
  givesLevel: number;
  /** Its hours, and where they were others once, those that its trainers' still are. */
  minutes: number;
  keptMinutes: number | null;
  trainers: readonly string[];
  learners: readonly LearnersWord[];
};

export type LearnersWord = {
  person: string;
  confirmed: IsoDate | null;
  declined: IsoDate | null;
  /** The hours that they have confirmed, where those aren't the hand-over's. */
  keptMinutes: number | null;
  /** When they said no to the hand-over's hours, and let those go on counting. */
  hoursDeclined: IsoDate | null;
};

/** Who was in what is corrected, where its correction is of the same method on the same day. */
export function partsKept(
  before: TakenBack | null,
  after: Pick<TakenBack, "competence" | "date">,
): { trainers: readonly string[]; learners: readonly string[] } {
  const isSame = before?.competence === after.competence && before.date === after.date;
  if (!isSame) return { trainers: [], learners: [] };
  return { trainers: before.trainers, learners: before.learners.map(({ person }) => person) };
}

/** What takes its place. */
export type Correction = Pick<
  TakenBack,
  "competence" | "date" | "givesLevel" | "minutes" | "trainers"
> & { learners: readonly string[] };

/** The answers that a correction begins with, and the hours that its trainers' are until then. */
export type KeptAnswers = { learners: LearnersWord[]; keptMinutes: number | null };

/**
 * What a correction keeps of the answers to what it corrects: with their days, those of everybody
 * whose part, day, method, trainers and level are the same. Where the hours are others, those that
 * somebody has confirmed count until they have answered for the new ones; a no to hours holds for the
 * same hours.
 */
export function keptAnswers(before: TakenBack | null, after: Correction): KeptAnswers {
  const learners = after.learners.map((person) => {
    const word = before?.learners.find((learner) => learner.person === person);
    return before && word && isSameTeaching(before, after)
      ? keptWord(word, { before: before.minutes, after: after.minutes })
      : { person, confirmed: null, declined: null, keptMinutes: null, hoursDeclined: null };
  });
  const confirmed = learners.filter((learner) => learner.confirmed !== null);
  if (!before || confirmed.length === 0) return { learners, keptMinutes: null };
  const hasNewHours = confirmed.some(({ keptMinutes }) => keptMinutes === null);
  const counted = before.keptMinutes ?? before.minutes;
  return { learners, keptMinutes: hasNewHours || counted === after.minutes ? null : counted };
}

function isSameTeaching(before: TakenBack, after: Correction): boolean {
  return (
    before.competence === after.competence &&
    before.date === after.date &&
    before.givesLevel === after.givesLevel &&
    [...before.trainers].sort().join() === [...after.trainers].sort().join()
  );
}

function keptWord(word: LearnersWord, minutes: { before: number; after: number }): LearnersWord {
  if (word.confirmed === null) return word;
  const confirmedMinutes = word.keptMinutes ?? minutes.before;
  if (confirmedMinutes === minutes.after)
    return { ...word, keptMinutes: null, hoursDeclined: null };
  const hoursDeclined = minutes.before === minutes.after ? word.hoursDeclined : null;
  return { ...word, keptMinutes: confirmedMinutes, hoursDeclined };
}

/** What a learner is still to answer for, if anything; days as they come. */
export function awaitedOf(learner: {
  confirmedOn: unknown;
  declinedOn: unknown;
  keptMinutes: number | null;
  hoursDeclinedOn: unknown;
}): "part" | "hours" | null {
  if (learner.declinedOn !== null) return null;
  if (learner.confirmedOn === null) return "part";
  return learner.keptMinutes !== null && learner.hoursDeclinedOn === null ? "hours" : null;
}
