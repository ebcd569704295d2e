import type { ProjectCascadeFigures } from "~/features/cascade/spread/project-figures.queries.server";
import type { ComputedValues } from "./computed-sources";

/** What the records say of a project, by the sources of indicators. */
export function computedValues(figures: ProjectCascadeFigures): ComputedValues {
  return {
    "trained-people": figures.trainedPeople,
    "reach-percent": figures.reachPercent,
    "hand-overs": figures.handOvers,
  };
}
