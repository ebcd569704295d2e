import type { IsoDate } from "~/terms/day";

/** What tells one occasion from another, by ids. */
export type TaughtOccasion = {
  competence: string;
  date: IsoDate;
  learners: readonly { person: string; declined: boolean }[];
};

/**
 * Whether two entries may be of one occasion: somebody learned the same on the same day in both.
 * Two who taught together may each have entered it with themselves alone. Who declined took no part.
 */
export function mayBeSame(one: TaughtOccasion, other: TaughtOccasion): boolean {
  if (one.competence !== other.competence || one.date !== other.date) return false;
  const present = learnersOf(other);
  return learnersOf(one).some((person) => present.includes(person));
}

function learnersOf({ learners }: TaughtOccasion): string[] {
  return learners.filter(({ declined }) => !declined).map(({ person }) => person);
}
