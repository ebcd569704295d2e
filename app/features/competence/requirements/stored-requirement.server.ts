import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { toIsoDate, type IsoDate } from "~/terms/day";
import { covers } from "~/terms/period";
import { stretchesOf, type UnitsStretch } from "./requirement-stretches.server";

/**
 * What a unit itself requires in one competence: the stretch that is named; where that has been
 * changed since, what holds today instead, or what took its place. 404 where there is nothing (any
 * more).
 */
export async function storedRequirement(
  db: Db,
  { id, unitId, today }: { id: string; unitId: string; today: IsoDate },
): Promise<UnitsStretch> {
  const named = await db.requirement.findFirst({
    where: { id, unitId },
    select: { startsOn: true, competenceId: true },
  });
  if (!named) return notFound();
  const day = toIsoDate(named.startsOn);
  const stretches = (await stretchesOf(db, unitId)).filter(
    ({ competence }) => competence.id === named.competenceId,
  );
  const holding = (asked: IsoDate) => stretches.find((stretch) => covers(stretch, asked));
  return (day <= today ? holding(today) : undefined) ?? holding(day) ?? notFound();
}
