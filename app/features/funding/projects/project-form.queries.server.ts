import type { Viewer } from "~/features/access/viewer";
import {
  listUnitsInReach,
  type UnitOption,
} from "~/features/organisation/unit-tree.queries.server";
import type { Db } from "~/platform/db.server";
import { dayBefore, type IsoDate } from "~/terms/day";
import { findProject, type ProjectHead } from "./projects.queries.server";

export type ProjectFormView = {
  /** Null while it is being made. */
  project: ProjectHead | null;
  units: UnitOption[];
  /** What stands in the fields from the start. */
  values: Record<string, string>;
  submissionId: string;
};

/** An empty form, for this calendar year. */
export async function showNewProject(
  db: Db,
  viewer: Viewer,
  today: IsoDate,
): Promise<ProjectFormView> {
  const units = await listUnitsInReach(db, viewer);
  const year = today.slice(0, 4);
  const values = {
    ...(units.length === 1 && units[0] ? { unitId: units[0].id } : {}),
    startsOn: today,
    endsOn: `${year}-12-31`,
  };
  return { project: null, units, values, submissionId: crypto.randomUUID() };
}

/** The form of a project as it is; its own unit is among the units also where it isn't in reach. */
export async function showProjectForm(
  db: Db,
  viewer: Viewer,
  code: string,
): Promise<ProjectFormView & { project: ProjectHead }> {
  const project = await findProject(db, viewer, { code, verb: "set-up" });
  const [reached, { purpose, unit }] = await Promise.all([
    listUnitsInReach(db, viewer),
    db.project.findUniqueOrThrow({
      where: { id: project.id },
      select: { purpose: true, unit: { select: { id: true, name: true } } },
    }),
  ]);
  const isReached = reached.some(({ id }) => id === unit.id);
  const { name, startsOn, endsBefore } = project;
  return {
    project,
    units: isReached ? reached : [{ ...unit, depth: 0 }, ...reached],
    values: {
      ...{ code: project.code, name, purpose, startsOn },
      unitId: unit.id,
      endsOn: dayBefore(endsBefore),
    },
    submissionId: crypto.randomUUID(),
  };
}
