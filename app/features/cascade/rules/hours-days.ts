import type { IsoDate } from "~/terms/day";
import type { HandOverFacts } from "./standing";

/** Somebody's own hours of a hand-over. */
export type HoursDay = {
  person: string;
  /** The day from which they count; null while they await an answer. */
  countsOn: IsoDate | null;
};

/**
 * From when each person's own hours of a hand-over count: a learner's from their own answer, the
 * trainers' from the first of the learners'. Whether the hand-over counts in the lineage is no
 * matter: the hours were worked.
 */
export function hoursDays({
  trainers,
  learners,
}: Pick<HandOverFacts, "trainers" | "learners">): HoursDay[] {
  const teaching = new Set(trainers.map(({ person }) => person));
  const taught = learners.filter(({ person }) => !teaching.has(person));
  const [first = null] = taught.flatMap(({ confirmed }) => confirmed ?? []).sort();
  return [
    ...[...teaching].map((person) => ({ person, countsOn: first })),
    ...taught.map(({ person, confirmed }) => ({ person, countsOn: confirmed })),
  ];
}
