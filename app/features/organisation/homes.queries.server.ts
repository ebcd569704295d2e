import type { IsoDate } from "~/terms/day";
import type { Db } from "~/platform/db.server";

/** Where somebody is named with on a day, and from when until when they are employed. */
export type Home = {
  unit: { id: string; name: string };
  jobTitle: string;
  joinedOn: IsoDate;
  leftOn: IsoDate | null;
};

/** The homes of some people on a day, by their ids: `home_of` and `employment_of`. */
export async function homesOf(
  db: Db,
  personIds: readonly string[],
  day: IsoDate,
): Promise<Map<string, Home>> {
  const rows = await db.$queryRaw<HomeRow[]>`
    select somebody.id, unit.id as "unitId", unit.name as "unitName",
      home.job_title as "jobTitle", to_char(employment.joined_on, 'YYYY-MM-DD') as "joinedOn",
      to_char(employment.left_on, 'YYYY-MM-DD') as "leftOn"
    from unnest(${personIds}::uuid[]) as somebody (id)
    cross join lateral home_of(somebody.id, ${day}::date) home
    cross join lateral employment_of(somebody.id, ${day}::date) employment
    join unit on unit.id = home.unit_id`;
  return new Map(
    rows.map(({ id, unitId, unitName, ...home }) => [
      id,
      { ...home, unit: { id: unitId, name: unitName } },
    ]),
  );
}

type HomeRow = Omit<Home, "unit"> & { id: string; unitId: string; unitName: string };
