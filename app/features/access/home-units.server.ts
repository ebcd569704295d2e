import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";

/** The units that some people are named with on a day, by the people's ids: `home_of`. */
export async function homeUnits(
  db: Db,
  personIds: readonly string[],
  day: IsoDate,
): Promise<Map<string, { id: string; name: string }>> {
  const rows = await db.$queryRaw<{ personId: string; id: string; name: string }[]>`
    select somebody.id as "personId", unit.id, unit.name
    from unnest(${personIds}::uuid[]) as somebody (id)
    cross join lateral home_of(somebody.id, ${day}::date) home
    join units() unit on unit.id = home.unit_id`;
  return new Map(rows.map(({ personId, ...unit }) => [personId, unit]));
}
