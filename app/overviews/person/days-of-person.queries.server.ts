import { hasRole, type Viewer } from "~/features/access/viewer";
import type { PersonDay } from "~/features/organisation/placements/days-lost";
import type { DaysOfPerson } from "~/features/organisation/placements/days-seen.server";

/**
 * What every room has recorded of a person on days, with links to the pages that the viewer may
 * open: they are in charge of the person, but perhaps not of each project.
 */
export function daysOfPerson(viewer: Viewer): DaysOfPerson {
  return async (db, personId) => {
    const rows = await db.$queryRaw<DayRow[]>`
      select kind, found.id, to_char(day, 'YYYY-MM-DD') as day, found.unit_id as "unitId",
        project.id as "projectId", project.code
      from (
        select 'hand-over' as kind, id, day, unit_id, null::uuid as project_id
        from hand_over_days_of(${personId}::uuid)
        union all
        select 'course', id, day, unit_id, null from course_days_of(${personId}::uuid)
        union all
        select 'own-hours', id, day, unit_id, project_id from own_hours_days_of(${personId}::uuid)
        union all
        select 'attestation', id, day, null, null from attested_days_of(${personId}::uuid)
        union all
        select 'frozen-group', id, day, unit_id, project_id from frozen_days_of(${personId}::uuid)
      ) found
      left join projects() project on project.id = found.project_id`;
    return rows.map(({ projectId, code, ...day }) => ({
      ...day,
      href: hrefOf(day, personId, mayOpen(viewer, projectId) ? code : null),
    }));
  };
}

type DayRow = Omit<PersonDay, "href"> & { projectId: string | null; code: string | null };

function mayOpen(viewer: Viewer, projectId: string | null): boolean {
  if (projectId === null) return false;
  return hasRole(viewer, "administrator") || viewer.managedProjectIds.includes(projectId);
}

function hrefOf(
  { kind, id }: Pick<PersonDay, "kind" | "id">,
  personId: string,
  code: string | null,
): string | null {
  switch (kind) {
    case "hand-over":
      return `/handovers/${id}`;
    case "course":
      return `/training/${id}`;
    case "attestation":
      return `/people/${personId}#attestations`;
    case "own-hours":
      return code && `/projects/${code}/own-hours`;
    case "frozen-group":
      return code && `/projects/${code}`;
  }
}
