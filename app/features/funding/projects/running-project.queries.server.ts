import type { Db } from "~/platform/db.server";
import type { Period } from "~/terms/period";

/** Whose a project is, and when it runs. */
export type RunningProject = Period & { authorityId: string };

/** A project by its id; null where there is none. */
export async function runningProject(db: Db, id: string): Promise<RunningProject | null> {
  const [project] = await db.$queryRaw<RunningProject[]>`
    select authority_id as "authorityId", to_char(starts_on, 'YYYY-MM-DD') as "startsOn",
      to_char(ends_before, 'YYYY-MM-DD') as "endsBefore"
    from projects() where id = ${id}::uuid`;
  return project ?? null;
}
