import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { toIsoDate } from "~/terms/day";

/** What a unit itself requires in one competence; 404 where it doesn't (any more). */
export async function storedRequirement(db: Db, { id, unitId }: { id: string; unitId: string }) {
  const requirement = await db.requirement.findFirst({
    where: { id, unitId },
    select: {
      id: true,
      level: true,
      minHolders: true,
      minCarriers: true,
      dueOn: true,
      competence: { select: { id: true, name: true } },
    },
  });
  if (!requirement) return notFound();
  return { ...requirement, dueOn: requirement.dueOn && toIsoDate(requirement.dueOn) };
}
