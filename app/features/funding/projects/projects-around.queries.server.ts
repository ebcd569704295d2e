import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";

export type ProjectNear = {
  id: string;
  code: string;
  name: string;
  /** It runs from `startsOn` until the day before `endsBefore`. */
  startsOn: IsoDate;
  endsBefore: IsoDate;
};

/**
 * The projects that have started and that somebody has been near, the newest first; with the one
 * that something of theirs holds already.
 */
export function projectsNear(
  db: Db,
  { personId, held, today }: { personId: string; held: string | null; today: IsoDate },
): Promise<ProjectNear[]> {
  return db.$queryRaw<ProjectNear[]>`
    select id, code, name, to_char(starts_on, 'YYYY-MM-DD') as "startsOn",
      to_char(ends_before, 'YYYY-MM-DD') as "endsBefore"
    from (
      select project_id as id, code, name, starts_on, ends_before
      from projects_near(${personId}::uuid) where starts_on <= ${today}::date
      union
      select id, code, name, starts_on, ends_before from project where id = ${held}::uuid
    ) offered
    order by starts_on desc, name, id`;
}

/** A project with every code that leads to it. */
export type ProjectOfCodes = ProjectNear & { codes: string[] };

/**
 * The projects that have started and that some units or ones above them run, or any unit of the
 * authority, the newest first.
 */
export function projectsAroundUnits(
  db: Db,
  {
    authorityId,
    unitIds,
    today,
  }: { authorityId: string; unitIds: string[] | "all"; today: IsoDate },
): Promise<ProjectOfCodes[]> {
  const units = unitIds === "all" ? [] : unitIds;
  return db.$queryRaw<ProjectOfCodes[]>`
    select id, code, name, to_char(starts_on, 'YYYY-MM-DD') as "startsOn",
      to_char(ends_before, 'YYYY-MM-DD') as "endsBefore",
      array(select known.code from codes_of(project.id) known) as codes
    from project
    where authority_id = ${authorityId}::uuid and starts_on <= ${today}::date
      and (${unitIds === "all"} or unit_id in (select over_id from units_over(${units}::uuid[])))
    order by project.starts_on desc, name, id`;
}
