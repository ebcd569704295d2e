import { expect } from "vitest";
import { trainingFigures } from "~/features/reports/payload/training-figures.queries.server";
import { coverageOf } from "~/features/reports/rules/covered-period";
import type { Database } from "~/platform/db.server";
import { addDays, dayAfter, type IsoDate } from "~/terms/day";
import { isWithin } from "~/terms/period";
import { dayOf, type PersonKey } from "../competence/random-facts";
import type { ProjectKey } from "./page-facts";
import type { World } from "./page-world";
import { minutesOf } from "./sorted";
import { costsOf } from "./holds-projects";

/** The courses of a project in periods that begin on any day, and until their end. */
export async function holdsReportTraining(
  db: Database,
  { world, key }: { world: World; key: ProjectKey },
): Promise<void> {
  for (let startsOn = dayOf(-1); startsOn < dayOf(10); startsOn = dayAfter(startsOn)) {
    const endsBefore = addDays(startsOn, 3);
    const coverage = coverageOf({ startsOn, endsBefore }, endsBefore);
    const isOver = ({ heldOn }: { heldOn: IsoDate }) => heldOn < endsBefore;
    const isNow = ({ heldOn }: { heldOn: IsoDate }) => isWithin(coverage.counted, heldOn);
    const until = world.facts.courses.filter(
      ({ project, status, ...course }) =>
        project === key && status === "approved" && isOver(course),
    );
    const costs = costsOf(world.facts, key).filter(isOver);
    const ore = (rows: { costOre: number }[]) =>
      rows.reduce((sum, { costOre }) => sum + costOre, 0);
    const people = (rows: { person: PersonKey }[]) =>
      new Set(rows.map(({ person }) => person)).size;
    const now = until.filter(isNow);
    const projectId = world.projects[key];
    expect(await trainingFigures(db, { projectId, coverage })).toEqual({
      coursePeople: { thisPeriod: people(now), accumulated: people(until) },
      courses: { thisPeriod: now.length, accumulated: until.length },
      minutes: { thisPeriod: minutesOf(now), accumulated: minutesOf(until) },
      cost: { thisPeriodOre: ore(costs.filter(isNow)), accumulatedOre: ore(costs) },
    });
  }
}
