import { Prisma } from "~/generated/prisma/client";
import type { IsoDate } from "~/terms/day";
import type { CascadeGroup } from "../rules/cascade-group";

/**
 * SQL for whose cascade it is, both as rows of competence_id and person_id: who should hold the
 * competence, and who else is near. It reads the competences from `asked` (competence_id).
 * `circles`: those of both, as rows of competence_id and circle_id. It reads them from `near_all`,
 * where both are together.
 */
export type CircleStart = { shouldHold: Prisma.Sql; near: Prisma.Sql; circles: Prisma.Sql };

/**
 * A project: its frozen groups; near it are its unit's people and its hand-overs'. Units: their
 * people of a day of whom the competence is required. People: nobody should hold anything.
 */
export function startOf(group: CascadeGroup, asOf: IsoDate): CircleStart {
  if ("personIds" in group) return startOfPeople(group.personIds, asOf);
  return "projectId" in group
    ? startOfProject(group.projectId, asOf)
    : startOfUnits(group.unitIds, asOf);
}

function startOfProject(projectId: string, asOf: IsoDate): CircleStart {
  return {
    shouldHold: Prisma.sql`
      select competence_id, person_id from frozen_for(${projectId}::uuid, ${asOf}::date)
      where competence_id in (select competence_id from asked)`,
    near: Prisma.sql`
      select competence_id, person_id from near_project(${projectId}::uuid, ${asOf}::date)
      where competence_id in (select competence_id from asked)`,
    circles: circlesOfEach(asOf),
  };
}

function startOfUnits(unitIds: string[], asOf: IsoDate): CircleStart {
  return {
    shouldHold: Prisma.sql`
      select competence_id, person_id
      from should_hold_in(${unitIds}::uuid[], ${asOf}::date)
      where competence_id in (select competence_id from asked)`,
    near: Prisma.sql`
      select competence_id, person_id from history_in(${unitIds}::uuid[], ${asOf}::date)
      where competence_id in (select competence_id from asked)`,
    // Who should hold something works in the units: their history is among it.
    circles: Prisma.sql`
      select distinct competence_id, circle_id from history_in(${unitIds}::uuid[], ${asOf}::date)
      where competence_id in (select competence_id from asked)`,
  };
}

function startOfPeople(personIds: string[], asOf: IsoDate): CircleStart {
  return {
    shouldHold: Prisma.sql`select null::uuid as competence_id, null::uuid as person_id where false`,
    near: Prisma.sql`
      select asked.competence_id, unnest(${personIds}::uuid[]) as person_id from asked`,
    circles: circlesOfEach(asOf),
  };
}

/** Person by person (OFFSET 0): how few they are, the planner can't know. */
function circlesOfEach(asOf: IsoDate): Prisma.Sql {
  return Prisma.sql`
    select distinct circle.competence_id, circle.circle_id
    from near_all cross join lateral (
      select found.* from circles_by(${asOf}::date) found
      where found.competence_id = near_all.competence_id and found.person_id = near_all.person_id
      offset 0
    ) circle`;
}
