import type { Viewer } from "~/features/access/viewer";
import { seenState } from "~/features/organisation/seen-state.server";
import {
  listUnitsInReach,
  listUnitsWith,
  type UnitOption,
} from "~/features/organisation/unit-tree.queries.server";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { findProject, type ProjectHead } from "./projects.queries.server";
import { storedProject } from "./stored-project.server";

export type ProjectFormView = {
  /** Null while it is being made. */
  project: ProjectHead | null;
  units: UnitOption[];
  /** What stands in the fields from the start. */
  values: Record<string, string>;
  /** See `seenState`; null while it is being made. */
  seen: string | null;
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
  return { project: null, units, values, seen: null, submissionId: crypto.randomUUID() };
}

/** The form of a project as it is; its own unit is among the units also where it isn't in reach. */
export async function showProjectForm(
  db: Db,
  viewer: Viewer,
  code: string,
): Promise<ProjectFormView & { project: ProjectHead }> {
  const project = await findProject(db, viewer, { code, verb: "set-up" });
  const stored = await storedProject(db, project.id);
  return {
    project,
    units: await listUnitsWith(db, viewer, stored.unitId),
    values: stored,
    seen: seenState(stored),
    submissionId: crypto.randomUUID(),
  };
}
