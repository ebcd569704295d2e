import type { Viewer } from "~/features/access/viewer";
import { findProject, type ProjectHead } from "~/features/funding/projects/projects.queries.server";
import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";

/** A competence that a project's units require, or that has a frozen group in it. */
export type RequiredGroup = {
  competenceId: string;
  competence: string;
  /** Who should have it today: people whose own unit, or one above it, requires it. */
  people: number;
  /** Null while nothing is frozen. */
  frozen: { on: IsoDate; people: number } | null;
};

/** The groups of a project, frozen or not, by competence. */
export async function requiredGroups(
  db: Db,
  { projectId, today }: { projectId: string; today: IsoDate },
): Promise<RequiredGroup[]> {
  const rows = await db.$queryRaw<StoredGroup[]>`
    with required as (
      select distinct competence_id from required_of(${unitsOf(projectId)}, ${today}::date)
    ),
    members as (
      select competence_id from should_hold_in(${unitsOf(projectId)}, ${today}::date)
    ),
    groups as (
      select frozen_group.competence_id, to_char(frozen_on, 'YYYY-MM-DD') as frozen_on,
        (select count(*) from group_member where group_id = frozen_group.id)::int as frozen_people
      from frozen_group where project_id = ${projectId}::uuid
    )
    select competence.id as "competenceId", competence.name as competence,
      (select count(*) from members where competence_id = competence.id)::int as people,
      groups.frozen_on as "frozenOn", groups.frozen_people as "frozenPeople"
    from competence left join groups on groups.competence_id = competence.id
    where competence.id in (select competence_id from required) or groups.frozen_on is not null
    order by competence.name, competence.id`;
  return rows.map(({ frozenOn, frozenPeople, ...row }) => ({
    ...row,
    frozen: frozenOn === null ? null : { on: frozenOn, people: frozenPeople ?? 0 },
  }));
}

type StoredGroup = Omit<RequiredGroup, "frozen"> & {
  frozenOn: IsoDate | null;
  frozenPeople: number | null;
};

/** Who should have one competence in a project's units today, as ids. */
export async function peopleOfRequirement(
  db: Db,
  asked: { projectId: string; competenceId: string; today: IsoDate },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select person_id as id
    from should_hold_in(${unitsOf(asked.projectId)}, ${asked.today}::date)
    where competence_id = ${asked.competenceId}::uuid order by person_id`;
  return rows.map(({ id }) => id);
}

/** The project's unit and all below it, as an array. */
function unitsOf(projectId: string): Prisma.Sql {
  return Prisma.sql`array(select unit_id from units_within(
    array(select unit_id from project where id = ${projectId}::uuid)))`;
}

export type FreezingView = {
  project: ProjectHead;
  groups: RequiredGroup[];
  /** The id of each group's own form, by competence. */
  submissionIds: Record<string, string>;
};

/** The page where groups are frozen, for those who set the project up. */
export async function showFreezing(
  db: Db,
  viewer: Viewer,
  { code, today }: { code: string; today: IsoDate },
): Promise<FreezingView> {
  const project = await findProject(db, viewer, { code, verb: "set-up" });
  const groups = await requiredGroups(db, { projectId: project.id, today });
  const submissionIds: Record<string, string> = {};
  for (const { competenceId } of groups) submissionIds[competenceId] = crypto.randomUUID();
  return { project, groups, submissionIds };
}
