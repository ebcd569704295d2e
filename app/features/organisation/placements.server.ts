import type { Prisma } from "~/generated/prisma/client";
import { toDbDate, type IsoDate } from "~/terms/day";

/**
 * A placement through which its person may be looked at, as decided on a day: the relation
 * `seen_through` as Prisma reads it. A test holds them equal.
 */
function seenThrough(day: IsoDate): Prisma.PlacementWhereInput {
  return {
    withdrawnAt: null,
    OR: [{ endsBefore: null }, { endsBefore: { gt: toDbDate(day) } }, { isLast: true }],
  };
}

/** Somebody who may be looked at through one of these units. */
export function seenIn(
  units: Pick<Prisma.PlacementWhereInput, "unit" | "unitId">,
  day: IsoDate,
): Prisma.PersonWhereInput {
  return { placements: { some: { ...seenThrough(day), ...units } } };
}

/** The select that a person's `unitIds` are read from: the units through which they are seen. */
export function seenUnits(day: IsoDate) {
  return { where: seenThrough(day), select: { unitId: true } } as const;
}

export function unitIdsOf({ placements }: { placements: { unitId: string }[] }): string[] {
  return placements.map(({ unitId }) => unitId);
}
