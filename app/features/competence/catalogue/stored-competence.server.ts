import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { covers } from "~/terms/period";
import { coreElementStretches } from "./core-elements.queries.server";

/**
 * A competence of an authority as it is set up, its core elements of a day in order; 404 for all
 * others.
 */
export async function storedCompetence(
  db: Db,
  { id, authorityId, today }: { id: string; authorityId: string; today: IsoDate },
) {
  const competence = await db.competence.findFirst({
    where: { id, authorityId },
    select: { id: true, name: true, code: true, description: true },
  });
  if (!competence) return notFound();
  const stretches = await coreElementStretches(db, id);
  return { ...competence, coreElements: stretches.filter((element) => covers(element, today)) };
}
