import type { Viewer } from "~/features/access/viewer";
import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/platform/db.server";
import { isId } from "~/platform/ids";

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

/**
 * The competence of the viewer's authority that an id leads to, or a code that it has or has had;
 * null for none.
 */
export async function findCompetence(
  db: Db,
  { authorityId }: Pick<Viewer, "authorityId">,
  idOrCode: string,
): Promise<CompetenceOption | null> {
  const [competence] = await db.$queryRaw<CompetenceOption[]>`
    select id, code, name, description from competence
    where authority_id = ${authorityId}::uuid and id = ${
      isId(idOrCode)
        ? Prisma.sql`${idOrCode}::uuid`
        : Prisma.sql`(select competence_id from competence_of_code(${authorityId}::uuid, ${idOrCode}))`
    }`;
  return competence ?? null;
}

/** A competence that a list may name, by all that it is called and has been called. */
export type ListedCompetence = { id: string; code: string; name: string; called: string[] };

/** The authority's competences as a list may name them, in Swedish order of name. */
export function listedCompetences(db: Db, authorityId: string): Promise<ListedCompetence[]> {
  return db.$queryRaw<ListedCompetence[]>`
    select id, code, name, array(select called.name from called_of(competence.id) called) as called
    from competence where authority_id = ${authorityId}::uuid
    order by name, id`;
}
