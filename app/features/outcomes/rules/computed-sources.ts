/** The figures that an indicator can be computed from, by the names that indicators carry. */
export const computedSources = ["trained-people", "reach-percent", "hand-overs"] as const;
export type ComputedSource = (typeof computedSources)[number];

/** An indicator without such a source is typed. */
export function isComputedSource(source: string | null): source is ComputedSource {
  return computedSources.some((known) => known === source);
}
