import type { ProjectCascadeFigures } from "~/features/cascade/spread/project-figures.queries.server";
import type { Fraction } from "~/terms/fraction";
import type { ComputedSource } from "../rules/computed-sources";

/** Null where there is nothing to compute from: reach while there is no frozen group. */
export type ComputedValues = Record<ComputedSource, Fraction | null>;

/** What the records say of a project, by the sources of indicators: never rounded. */
export function computedValues({
  methods,
  trainedPeople,
  handOvers,
}: ProjectCascadeFigures): ComputedValues {
  const reached = sum(methods.map(({ reach }) => reach.numerator));
  const group = sum(methods.map(({ reach }) => reach.denominator));
  return {
    "trained-people": { over: BigInt(trainedPeople), under: 1n },
    "reach-percent": group === 0 ? null : { over: BigInt(reached) * 100n, under: BigInt(group) },
    "hand-overs": { over: BigInt(handOvers), under: 1n },
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
