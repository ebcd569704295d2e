import { hasRole, type Role, type Viewer } from "~/features/access/viewer";
import { projectReach, type ProjectReach } from "~/features/funding/projects/projects.policy";

/** Who has pages of reports at all. */
export const reportRoles: readonly Role[] = [
  "manager",
  "project_manager",
  "funder",
  "administrator",
];

/** Who may write reports of a project that they reach. An administrator reads, and changes nothing. */
export const reportWriters: readonly Role[] = ["manager", "project_manager"];

/** `compare`: see what stands beside what was shared, its earlier versions and the rows behind it. */
export type ReportVerb = "read" | "write" | "compare";

/** What decides who reaches a report. */
export type ReportSubject = { projectId: string; authorityId: string; isShared: boolean };

/**
 * The reports that a viewer reaches: all of some projects, and of other projects those that are
 * shared. Where every read of reports starts.
 */
export type ReportReach = { all: ProjectReach; sharedOf: string[] };

export function reportReach(viewer: Viewer): ReportReach {
  return {
    all: projectReach(viewer),
    sharedOf: hasRole(viewer, "funder") ? viewer.fundedProjectIds : [],
  };
}

/**
 * Managers and project managers read and write the reports of their projects, an administrator
 * reads the authority's, a funder those of funded projects that are shared, and nothing beside.
 */
export function can(viewer: Viewer, verb: ReportVerb, report: ReportSubject): boolean {
  if (viewer.managedProjectIds.includes(report.projectId)) return true;
  if (verb === "write") return false;
  const { all, sharedOf } = reportReach(viewer);
  if ("authorityId" in all && all.authorityId === report.authorityId) return true;
  return verb === "read" && report.isShared && sharedOf.includes(report.projectId);
}
