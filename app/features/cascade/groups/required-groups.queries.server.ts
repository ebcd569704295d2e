import type { Viewer } from "~/features/access/viewer";
import { findProject, type ProjectHead } from "~/features/funding/projects/projects.queries.server";
import { namesOf } from "~/features/organisation/names/names.queries.server";
import { nameWithNote } from "~/features/organisation/names/person-name";
import { seenState } from "~/features/organisation/seen-state.server";
import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { withdrawnGroups } from "./withdrawn-groups.queries.server";
import type { WithdrawnThing } from "~/features/funding/set-up/withdrawn-list";
import { dayRefusal, offeredDay } from "../rules/frozen-group";

/** A competence that a project's units require, or that has a frozen group in it. */
export type RequiredGroup = {
  competenceId: string;
  competence: string;
  /** Who should have it on the asked day: people whose own unit, or one above it, required it. */
  people: string[];
  /** The mark of those people. */
  seen: string;
  /** Null while nothing is frozen. */
  frozen: { id: string; on: IsoDate; people: number } | null;
};

/**
 * The groups of a project, frozen or not, by competence: those that its units require today or
 * required on the asked day, whose people are named.
 */
export async function requiredGroups(
  db: Db,
  { projectId, day, today }: { projectId: string; day: IsoDate; today: IsoDate },
): Promise<RequiredGroup[]> {
  const rows = await db.$queryRaw<StoredGroup[]>`
    with required as (
      select competence_id from required_of(${unitsOf(projectId)}, ${day}::date)
      union
      select competence_id from required_of(${unitsOf(projectId)}, ${today}::date)
    ),
    members as (
      select competence_id, person_id from should_hold_in(${unitsOf(projectId)}, ${day}::date)
    ),
    groups as (
      select frozen.group_id, frozen.competence_id,
        to_char(frozen.frozen_on, 'YYYY-MM-DD') as frozen_on,
        (select count(*) from group_member member where member.group_id = frozen.group_id)::int
          as frozen_people
      from frozen_groups() frozen where frozen.project_id = ${projectId}::uuid
    )
    select competence.id as "competenceId", competence.name as competence,
      array(
        select person.id from members join people() person on person.id = members.person_id
        where members.competence_id = competence.id
        order by person.family_name, person.given_name, person.id
      ) as people,
      groups.group_id as "groupId", groups.frozen_on as "frozenOn",
      groups.frozen_people as "frozenPeople"
    from competences() competence left join groups on groups.competence_id = competence.id
    where competence.id in (select competence_id from required) or groups.frozen_on is not null
    order by competence.name, competence.id`;
  const ids = rows.flatMap(({ people }) => people);
  const names = await namesOf(db, ids, today);
  return rows.map(({ groupId, frozenOn, frozenPeople, people, ...row }) => ({
    ...row,
    people: people.map((id) => nameWithNote(names.get(id))),
    seen: seenState(people.toSorted()),
    frozen:
      groupId === null || frozenOn === null
        ? null
        : { id: groupId, on: frozenOn, people: frozenPeople ?? 0 },
  }));
}

/** Its people by their ids. */
type StoredGroup = Omit<RequiredGroup, "frozen" | "seen"> & {
  groupId: string | null;
  frozenOn: IsoDate | null;
  frozenPeople: number | null;
};

/** Who should have one competence in a project's units on a day, as ids. */
export async function peopleOfRequirement(
  db: Db,
  asked: { projectId: string; competenceId: string; day: IsoDate },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select person_id as id
    from should_hold_in(${unitsOf(asked.projectId)}, ${asked.day}::date)
    where competence_id = ${asked.competenceId}::uuid order by person_id`;
  return rows.map(({ id }) => id);
}

/** The project's unit and all below it, as an array. */
function unitsOf(projectId: string): Prisma.Sql {
  return Prisma.sql`array(select unit_id from units_within(
    array(select unit_id from project_periods() where project_id = ${projectId}::uuid)))`;
}

export type FreezingView = {
  project: ProjectHead;
  /** The day whose people are shown. */
  day: IsoDate;
  /** Why the groups can't be frozen for it; null where they can. */
  refusal: ReturnType<typeof dayRefusal>;
  today: IsoDate;
  groups: RequiredGroup[];
  /** Those that were taken back. */
  withdrawn: WithdrawnThing[];
  /** The id of each group's own form, by competence. */
  submissionIds: Record<string, string>;
};

/** The page where groups are frozen, for those who set the project up: of the asked day's people. */
export async function showFreezing(
  db: Db,
  viewer: Viewer,
  { code, day: asked, today }: { code: string; day: IsoDate | null; today: IsoDate },
): Promise<FreezingView> {
  const project = await findProject(db, viewer, { code, verb: "set-up" });
  const day = asked ?? offeredDay(project, today);
  const groups = await requiredGroups(db, { projectId: project.id, day, today });
  const withdrawn = await withdrawnGroups(db, project.id);
  const submissionIds: Record<string, string> = {};
  for (const { competenceId } of groups) submissionIds[competenceId] = crypto.randomUUID();
  const refusal = dayRefusal(day, project, today);
  return { project, day, refusal, today, groups, withdrawn, submissionIds };
}
