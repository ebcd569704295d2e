import { Prisma } from "~/generated/prisma/client";
import type { Viewer } from "~/features/access/viewer";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";

/** A project whose co-financing a hand-over's hours may be. */
export type HandOverProject = {
  id: string;
  code: string;
  /** All that lead to it, former ones too. */
  codes: string[];
  name: string;
  /** Has a frozen group for the competence: the one that a hand-over of it belongs to. */
  isForCompetence: boolean;
  /** Takes hours of the last of the days asked for. */
  takesLastDay: boolean;
};

/**
 * The projects that may take a hand-over's hours: under way on some day from `from` to `to`, with
 * a line for own hours and a rate, and the viewer's: that they have been near, with them in a frozen
 * group, or managed by them. Also `held`, the project of the hand-over that is entered
 * anew. Those for the competence first, then the newest.
 */
export function projectsForHours(
  db: Db,
  viewer: Viewer,
  {
    competenceId,
    from,
    to,
    held,
  }: { competenceId: string; from: IsoDate; to: IsoDate; held: string | null },
): Promise<HandOverProject[]> {
  // The viewer's first, as ids, and whether each takes hours one by one (OFFSET 0): else every
  // project's lines and rates would be looked at.
  const takes = (first: IsoDate, last: IsoDate) => Prisma.sql`exists (
    select from taking_hours(${first}::date, ${last}::date) taking
    where taking.project_id = project.id offset 0)`;
  return db.$queryRaw<HandOverProject[]>`
    select project.id, project.code, array(select code from codes_of(project.id)) as codes,
      project.name,
      exists (select 1 from frozen_groups()
        where project_id = project.id and competence_id = ${competenceId}::uuid)
        as "isForCompetence",
      ${takes(to, to)} as "takesLastDay"
    from projects() project
    where project.id = any(array(
        select project_id from projects_near(${viewer.personId}::uuid)
        union select unnest(${viewer.managedProjectIds}::uuid[])
        union select frozen.project_id
        from group_member join frozen_groups() frozen on frozen.group_id = group_member.group_id
        where group_member.person_id = ${viewer.personId}::uuid
        union select ${held}::uuid))
      and (project.id = ${held}::uuid
        or project.authority_id = ${viewer.authorityId}::uuid and ${takes(from, to)})
    order by "isForCompetence" desc, project.starts_on desc, project.code`;
}
