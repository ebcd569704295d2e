import { hasRole, type Role, type Viewer } from "~/features/access/viewer";

/** Who has pages of projects at all. Employees see no money; funders read shared reports. */
export const projectRoles: readonly Role[] = ["manager", "project_manager", "administrator"];

/** Who may make projects, each where they reach. */
export const projectCreators: readonly Role[] = ["manager", "administrator"];

/** Who may work in a project that they reach. An administrator sets it up, but books nothing. */
export const projectChangers: readonly Role[] = ["manager", "project_manager"];

/** `set-up`: to change what the project is: its dates, papers, budget, indicators and groups. */
export type ProjectVerb = "see" | "change" | "set-up";

/** The projects that a viewer reaches: a whole authority's, or those with the ids. */
export type ProjectReach = { authorityId: string } | { ids: string[] };

/** Where every read of projects starts. */
export function projectReach(viewer: Viewer): ProjectReach {
  return administers(viewer, viewer.authorityId)
    ? { authorityId: viewer.authorityId ?? "" }
    : { ids: viewer.managedProjectIds };
}

/**
 * Managers and project managers work in their projects; an administrator sees the authority's
 * and sets them up.
 */
export function can(
  viewer: Viewer,
  verb: ProjectVerb,
  project: { id: string; authorityId: string },
): boolean {
  const manages = viewer.managedProjectIds.includes(project.id);
  return verb === "change" ? manages : manages || administers(viewer, project.authorityId);
}

/** Whether the viewer may make a project in the unit, or move one there. */
export function canPlaceIn(viewer: Viewer, unit: { id: string; authorityId: string }): boolean {
  const manages = hasRole(viewer, "manager") && viewer.managedUnitIds.includes(unit.id);
  return manages || administers(viewer, unit.authorityId);
}

function administers(viewer: Viewer, authorityId: string | null): boolean {
  return (
    hasRole(viewer, "administrator") && authorityId !== null && viewer.authorityId === authorityId
  );
}
