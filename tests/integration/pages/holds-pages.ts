import type { Database } from "~/platform/db.server";
import { dayBefore, type IsoDate } from "~/terms/day";
import { holdsCascades, holdsSpread } from "./holds-cascade";
import { holdsCounts } from "./holds-counts";
import { holdsDated } from "./holds-dated";
import { holdsDays } from "./holds-days";
import { holdsEveryDay } from "./holds-every-day";
import { holdsForm } from "./holds-form";
import { holdsFreezing } from "./holds-freezing";
import { holdsHandOvers } from "./holds-hand-overs";
import { holdsLineage } from "./holds-lineage";
import { holdsPeople } from "./holds-people";
import { holdsPlans } from "./holds-plans";
import { coursesOf, holdsProject } from "./holds-project";
import { holdsFunder, holdsProjectLists } from "./holds-projects";
import { holdsReportRows } from "./holds-report-rows";
import { holdsReportTraining } from "./holds-report-training";
import { holdsApprovals, holdsLogForm, holdsStart, holdsTraining } from "./holds-training";
import { holdsUnitList, holdsUnits } from "./holds-units";
import { projectKeys } from "./page-facts";
import type { World } from "./page-world";
import { viewersOf } from "./viewers";

/** Every page of a day, for each who may look, against what follows from the facts. */
export async function holdsPages(
  db: Database,
  { world, today, pastDay }: { world: World; today: IsoDate; pastDay: IsoDate },
): Promise<void> {
  const { funder, ...staff } = await viewersOf(db, world, today);
  for (const looking of [staff.administrator, staff.manager]) {
    await holdsUnits(db, { world, today, looking, pastDay });
    await holdsUnitList(db, { world, today, looking });
  }
  for (const looking of Object.values(staff)) {
    const asked = { world, today, looking };
    await holdsPeople(db, asked);
    await holdsCascades(db, asked);
    await holdsHandOvers(db, asked);
    await holdsForm(db, asked);
    await holdsTraining(db, asked);
    await holdsApprovals(db, asked);
    await holdsStart(db, asked);
    await holdsLogForm(db, asked);
    await holdsProjectLists(db, asked);
    await holdsDays(db, asked);
  }
  await holdsEveryDay(db, world);
  await holdsCounts(db, world);
  await holdsPlans(db, world);
  await holdsDated(db, world);
  await holdsLineage(db, world);
  await holdsSpread(db, world);
  await holdsFunder(db, { world, today, funder });
  for (const key of projectKeys) {
    await holdsProject(db, { world, day: today, key });
    await holdsReportTraining(db, { world, key });
    // Whoever answers when the project is over has answered on its last day.
    const lastDay = dayBefore(world.facts.projects[key].endsBefore);
    const trainedOn = coursesOf(world, key, "2199-12-31").map(({ heldOn }) => heldOn);
    for (const day of new Set([lastDay, today, ...trainedOn.slice(0, 1)]))
      await holdsReportRows(db, { world, day, key });
    await holdsFreezing(db, { world, today, day: pastDay, key });
  }
}
