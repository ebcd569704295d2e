import type { Db } from "~/platform/db.server";
import { toIsoDate } from "~/terms/day";
import type { Stretch } from "./stretches";

/** Where some people worked when, by their ids: what stands, by the first day. */
export async function stretchesOf(
  db: Db,
  personIds: readonly string[],
): Promise<Map<string, Stretch[]>> {
  const placements = await db.placement.findMany({
    where: { personId: { in: [...personIds] }, withdrawnAt: null },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, personId: true, unitId: true, jobTitle: true, share: true },
      ...{ startsOn: true, endsBefore: true },
    },
  });
  const stretches = new Map<string, Stretch[]>(personIds.map((id) => [id, []]));
  for (const { personId, startsOn, endsBefore, ...place } of placements) {
    const days = { startsOn: toIsoDate(startsOn), endsBefore: endsBefore && toIsoDate(endsBefore) };
    stretches.get(personId)?.push({ ...place, ...days });
  }
  return stretches;
}
