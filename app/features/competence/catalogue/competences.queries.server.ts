import type { Viewer } from "~/features/access/viewer";
import type { Db } from "~/platform/db.server";

export type CompetenceOption = { id: string; code: string; name: string; description: string };

/** The competences of the viewer's authority, in Swedish order of name. */
export async function listCompetences(
  db: Db,
  viewer: Pick<Viewer, "authorityId">,
): Promise<CompetenceOption[]> {
  if (!viewer.authorityId) return [];
  return db.competence.findMany({
    where: { authorityId: viewer.authorityId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, code: true, name: true, description: true },
  });
}

/** The competences of these ids, in Swedish order of name. */
export async function competencesNamed(
  db: Db,
  ids: readonly string[],
): Promise<Pick<CompetenceOption, "id" | "code" | "name">[]> {
  return db.competence.findMany({
    where: { id: { in: [...ids] } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, code: true, name: true },
  });
}

/** Whether an id is that of one of the authority's competences. */
export async function isCompetenceOf(db: Db, authorityId: string, id: string): Promise<boolean> {
  return (await db.competence.count({ where: { id, authorityId } })) > 0;
}
