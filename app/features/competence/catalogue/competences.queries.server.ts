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
