import { Prisma } from "~/generated/prisma/client";
import type { IsoDate } from "~/terms/day";

/**
 * SQL for where a circle begins, both as rows of competence_id and person_id: who should hold the
 * competence, and who else is near. It reads the competences from `asked` (competence_id).
 */
export type CircleStart = { shouldHold: Prisma.Sql; near: Prisma.Sql };

/** Of a project: its frozen groups; near it are its unit's people and its hand-overs'. */
export function startOfProject(projectId: string): CircleStart {
  const units = Prisma.sql`array(
    with recursive below as (
      select unit_id as id from project where id = ${projectId}::uuid
      union
      select unit.id from unit join below on unit.parent_id = below.id
    )
    select id from below)`;
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
      select distinct requirement.competence_id, person.id as person_id
      from (
        with recursive above as (
          select id as unit_id, id as top, parent_id from unit where id = any(${unitIds}::uuid[])
          union all
          select above.unit_id, unit.id, unit.parent_id
          from above join unit on unit.id = above.parent_id
        )
        select unit_id, top from above
      ) above
      join requirement on requirement.unit_id = above.top
        and requirement.competence_id in (select competence_id from asked)
      join person on person.unit_id = above.unit_id
        and person.joined_on <= ${asOf}::date
        and (person.left_on is null or person.left_on > ${asOf}::date)`,
    near: peopleWithHistoryIn(Prisma.sql`${unitIds}::uuid[]`),
  };
}

/** Who works, or has worked, in an array of units and has any history in the competence. */
function peopleWithHistoryIn(units: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select history.competence_id, person.id
    from person
    cross join lateral (
      select competence_id from attestation
      where person_id = person.id and withdrawn_at is null
        and competence_id = any(array(select competence_id from asked))
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
    where person.unit_id = any(${units})
      and history.competence_id = any(array(select competence_id from asked))`;
}
