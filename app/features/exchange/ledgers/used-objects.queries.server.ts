import type { Db } from "~/platform/db.server";

/** The objects that each of the projects has vouchers of. */
export async function usedObjects(db: Db, projects: readonly { id: string }[]) {
  return db.$queryRaw<{ projectId: string; objectCode: string }[]>`
    select project.id as "projectId", used.object_code as "objectCode"
    from unnest(${projects.map(({ id }) => id)}::uuid[]) project (id)
    cross join lateral objects_of(project.id) used
    order by project.id, used.object_code`;
}
