import type { Db } from "~/platform/db.server";
import type { Period } from "~/terms/period";

/** What other rooms need to know of a project. `orgNumber` is its authority's. */
export type RunningProject = Period & {
  code: string;
  name: string;
  authorityId: string;
  orgNumber: string | null;
};

/** A project by its id; null where there is none. */
export async function runningProject(db: Db, id: string): Promise<RunningProject | null> {
  const [project] = await db.$queryRaw<RunningProject[]>`
    select project.code, project.name, project.authority_id as "authorityId",
      to_char(project.starts_on, 'YYYY-MM-DD') as "startsOn",
      to_char(project.ends_before, 'YYYY-MM-DD') as "endsBefore",
      authority.org_number as "orgNumber"
    from projects() project join authorities() authority on authority.id = project.authority_id
    where project.id = ${id}::uuid`;
  return project ?? null;
}
