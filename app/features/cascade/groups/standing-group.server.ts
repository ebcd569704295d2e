import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";

/** A frozen group that stands. */
export type StandingGroup = {
  competenceId: string;
  competence: string;
  /** The day that it is frozen for. */
  day: IsoDate;
  /** How many they are. */
  people: number;
};

/** 404 for a group that isn't the project's, or stands no more. */
export async function standingGroup(
  db: Db,
  { id, projectId }: { id: string; projectId: string },
): Promise<StandingGroup> {
  const [group] = await db.$queryRaw<StandingGroup[]>`
    select frozen.competence_id as "competenceId", competence.name as competence,
      to_char(frozen.frozen_on, 'YYYY-MM-DD') as day,
      (select count(*)::int from group_member member where member.group_id = frozen.group_id)
        as people
    from frozen_groups() frozen join competences() competence
      on competence.id = frozen.competence_id
    where frozen.group_id = ${id}::uuid and frozen.project_id = ${projectId}::uuid`;
  return group ?? notFound();
}
