import type { Viewer } from "~/features/access/viewer";
import { findProject } from "~/features/funding/projects/projects.queries.server";
import type { WithdrawnThing } from "~/features/funding/set-up/withdrawn-list";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";

/** The frozen groups of a project that were taken back, the latest first. */
export function withdrawnGroups(db: Db, projectId: string): Promise<WithdrawnThing[]> {
  return db.$queryRaw<WithdrawnThing[]>`
    select gone.id, competence.name,
      to_char(gone.withdrawn_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD') as "withdrawnOn",
      exists (select from frozen_groups() frozen where frozen.project_id = gone.project_id
        and frozen.competence_id = gone.competence_id) as "isReplaced"
    from frozen_group gone join competences() competence on competence.id = gone.competence_id
    where gone.project_id = ${projectId}::uuid and gone.withdrawn_at is not null
    order by gone.withdrawn_at desc, gone.id`;
}

/** One that can stand again. Throws 404 for any other. */
export async function showGroupRestoring(
  db: Db,
  viewer: Viewer,
  { code, id }: { code: string; id: string },
) {
  const project = await findProject(db, viewer, { code, verb: "set-up" });
  const found = (await withdrawnGroups(db, project.id)).find((group) => group.id === id);
  if (!found || found.isReplaced) return notFound();
  return { project, name: found.name, asked: null, submissionId: crypto.randomUUID() };
}
