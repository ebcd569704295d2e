import { Prisma } from "~/generated/prisma/client";
import { hasRole, type Viewer } from "~/features/access/viewer";
import {
  listUnitsInReach,
  unitsBelow,
  type UnitOption,
} from "~/features/organisation/unit-tree.queries.server";
import { isCalled } from "~/features/funding/rules/called";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { CascadeGroup } from "../rules/cascade-group";

/** A project with at least one frozen group. */
export type ProjectOption = {
  id: string;
  code: string;
  /** All that lead to it, former ones too. */
  codes: string[];
  name: string;
  isCurrent: boolean;
  /** The competences that have a frozen group in it. */
  competenceIds: string[];
};

/** The groups whose cascade a viewer may follow. */
export type GroupOptions = {
  units: UnitOption[];
  projects: ProjectOption[];
  /** The unit that the viewer is shown first: the one they manage, or work in. */
  homeUnitId: string | null;
};

/** The group that a page is of. `query` is how an address names it. */
export type ChosenGroup =
  | { kind: "project"; query: string; name: string; project: ProjectOption }
  | { kind: "unit"; query: string; name: string; unit: UnitOption };

/**
 * Units: a manager's and an administrator's by their reach, an employee's own ones. Projects: those
 * they manage, and an employee's: of a unit of theirs, or with them in a frozen group.
 */
export async function listGroups(db: Db, viewer: Viewer, today: IsoDate): Promise<GroupOptions> {
  const [reached, own, projects] = await Promise.all([
    listUnitsInReach(db, viewer),
    ownUnits(db, viewer),
    projectsOf(db, viewer, today),
  ]);
  const home = hasRole(viewer, "manager") ? reached[0] : own.find(({ id }) => id === viewer.unitId);
  const beside = own.filter(({ id }) => !reached.some((unit) => unit.id === id));
  return {
    units: [...beside, ...reached],
    projects,
    homeUnitId: home?.id ?? null,
  };
}

/**
 * The group that an address asks for; 404 for one that isn't the viewer's. An address that names
 * none gets, for a competence, the newest current project with a group for it; otherwise the
 * viewer's home unit, the newest project, or the first unit.
 */
export function chooseGroup(
  { units, projects, homeUnitId }: GroupOptions,
  {
    project,
    unit,
    competenceId,
  }: { project: string | null; unit: string | null; competenceId?: string },
): ChosenGroup | null {
  if (project) return projectGroup(projects.find((each) => isCalled(each, project)) ?? notFound());
  if (unit) return unitGroup(units.find(({ id }) => id === unit) ?? notFound());
  const ofCompetence = projects.find(
    ({ isCurrent, competenceIds }) =>
      isCurrent && competenceId !== undefined && competenceIds.includes(competenceId),
  );
  if (ofCompetence) return projectGroup(ofCompetence);
  const home = units.find(({ id }) => id === homeUnitId);
  if (home) return unitGroup(home);
  if (projects[0]) return projectGroup(projects[0]);
  return units[0] ? unitGroup(units[0]) : null;
}

/** The chosen group as the figures take it: a unit with all units below it. */
export async function groupOf(db: Db, chosen: ChosenGroup): Promise<CascadeGroup> {
  return chosen.kind === "project"
    ? { projectId: chosen.project.id }
    : { unitIds: await unitsBelow(db, chosen.unit.id) };
}

function projectGroup(project: ProjectOption): ChosenGroup {
  const query = `project=${encodeURIComponent(project.code)}`;
  return { kind: "project", query, name: project.name, project };
}

function unitGroup(unit: UnitOption): ChosenGroup {
  return { kind: "unit", query: `unit=${unit.id}`, name: unit.name, unit };
}

async function ownUnits(db: Db, viewer: Viewer): Promise<UnitOption[]> {
  if (!hasRole(viewer, "employee")) return [];
  return db.$queryRaw<UnitOption[]>`
    select id, name, 0 as depth from units() where id = any(${viewer.unitIds}::uuid[])
    order by array_position(${viewer.unitIds}::uuid[], id)`;
}

function projectsOf(db: Db, viewer: Viewer, today: IsoDate): Promise<ProjectOption[]> {
  return db.$queryRaw<ProjectOption[]>`
    select project.id, project.code, array(select code from codes_of(project.id)) as codes,
      project.name,
      project.starts_on <= ${today}::date and project.ends_before > ${today}::date as "isCurrent",
      array(select competence_id::text from frozen_groups() where project_id = project.id)
        as "competenceIds"
    from projects() project
    where project.authority_id = ${viewer.authorityId}::uuid
      and exists (select 1 from frozen_groups() where project_id = project.id)
      and (${withinReach(viewer)})
    order by "isCurrent" desc, project.starts_on desc, project.code`;
}

function withinReach(viewer: Viewer): Prisma.Sql {
  if (hasRole(viewer, "administrator")) return Prisma.sql`true`;
  const managed = Prisma.sql`project.id = any(${viewer.managedProjectIds}::uuid[])`;
  if (!hasRole(viewer, "employee")) return managed;
  return Prisma.sql`${managed}
    or project.unit_id = any(${viewer.unitIds}::uuid[])
    or exists (
      select 1 from frozen_groups() frozen
      join group_member on group_member.group_id = frozen.group_id
      where frozen.project_id = project.id
        and group_member.person_id = ${viewer.personId}::uuid)`;
}
