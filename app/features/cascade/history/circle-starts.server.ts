import { Prisma } from "~/generated/prisma/client";
import type { IsoDate } from "~/terms/day";

/**
 * SQL for where a circle begins, both as rows of competence_id and person_id: who should hold the
 * competence, and who else is near. It reads the competences from `asked` (competence_id).
 */
export type CircleStart = { shouldHold: Prisma.Sql; near: Prisma.Sql };

/** Of a project: its frozen groups; near it are its unit's people and its hand-overs'. */
export function startOfProject(projectId: string): CircleStart {
  const units = Prisma.sql`array(select unit_id from units_within(
    array(select unit_id from project where id = ${projectId}::uuid)))`;
  return {
    shouldHold: Prisma.sql`
      select frozen_group.competence_id, group_member.person_id
      from frozen_group join group_member on group_member.group_id = frozen_group.id
      where frozen_group.project_id = ${projectId}::uuid
        and frozen_group.competence_id in (select competence_id from asked)`,
    near: Prisma.sql`
      ${peopleWithHistoryIn(units)}
      union
      select hand_over.competence_id, part.person_id
      from hand_over join hand_over_trainer part on part.hand_over_id = hand_over.id
      where hand_over.project_id = ${projectId}::uuid and hand_over.withdrawn_at is null
        and hand_over.competence_id in (select competence_id from asked)
      union
      select hand_over.competence_id, part.person_id
      from hand_over
      join hand_over_learner part on part.hand_over_id = hand_over.id and part.declined_on is null
      where hand_over.project_id = ${projectId}::uuid and hand_over.withdrawn_at is null
        and hand_over.competence_id in (select competence_id from asked)`,
  };
}

/** Of units: their people of a day of whom the competence is required. */
export function startOfUnits(unitIds: string[], asOf: IsoDate): CircleStart {
  return {
    shouldHold: Prisma.sql`
      select competence_id, person_id
      from should_hold_in(${unitIds}::uuid[], ${asOf}::date)
      where competence_id in (select competence_id from asked)`,
    near: peopleWithHistoryIn(Prisma.sql`${unitIds}::uuid[]`),
  };
}

/** Who works, or has worked, in an array of units and has any history in the competence. */
function peopleWithHistoryIn(units: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select history.competence_id, person.id
    from (
      select distinct person_id as id from placement
      where unit_id = any(${units}) and withdrawn_at is null
    ) person
    cross join lateral (
      select competence_id from attested()
      where person_id = person.id and competence_id = any(array(select competence_id from asked))
      union all
      select hand_over.competence_id
      from hand_over_trainer part join hand_over on hand_over.id = part.hand_over_id
      where part.person_id = person.id and hand_over.withdrawn_at is null
      union all
      select hand_over.competence_id
      from hand_over_learner part join hand_over on hand_over.id = part.hand_over_id
      where part.person_id = person.id and part.declined_on is null
        and hand_over.withdrawn_at is null
    ) history
    where history.competence_id = any(array(select competence_id from asked))`;
}
