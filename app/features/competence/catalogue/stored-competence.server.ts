import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";

/** A competence of an authority as it is set up, its core elements in order; 404 for all others. */
export async function storedCompetence(
  db: Db,
  { id, authorityId }: { id: string; authorityId: string },
) {
  const competence = await db.competence.findFirst({
    where: { id, authorityId },
    select: {
      id: true,
      name: true,
      code: true,
      description: true,
      coreElements: { orderBy: { position: "asc" }, select: { id: true, name: true } },
    },
  });
  return competence ?? notFound();
}
