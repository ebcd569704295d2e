import { projectCascadeFigures } from "~/features/cascade/project-figures.queries.server";
import type { IsoDate } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import type { ComputedValues } from "./computed-sources";

/** What the records say of a project when `asOf` has ended, by the sources of indicators. */
export async function computedValues(
  db: Db,
  { projectId, asOf }: { projectId: string; asOf: IsoDate },
): Promise<ComputedValues> {
  const figures = await projectCascadeFigures(db, projectId, asOf);
  return {
    "trained-people": figures.trainedPeople,
    "reach-percent": figures.reachPercent,
    "hand-overs": figures.handOvers,
  };
}
