import type { Viewer } from "~/features/access/viewer";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { inReachOf } from "./in-charge.server";
import { namesOf } from "./names/names.queries.server";
import { nameWithNote } from "./names/person-name";

export type StaffOfDay = {
  /** The first of them by family name, of those whom the viewer may look at today. */
  people: { id: string; name: string; jobTitle: string; unitName: string; share: number }[];
  /** How many those are. */
  seen: number;
};

const mostShown = 50;

/** Who work in some units on a day, without those who have moved out of the viewer's sight since. */
export async function staffOfDay(
  db: Db,
  viewer: Viewer,
  { unitIds, day }: { unitIds: string[]; day: IsoDate },
): Promise<StaffOfDay> {
  const rows = await db.$queryRaw<StaffRow[]>`
    with working as (
      select distinct on (person_id) person_id, job_title, unit_id, share
      from staff_on(${day}::date) where unit_id = any(${unitIds}::uuid[])
      order by person_id, share desc, unit_id
    )
    select person.id, working.job_title as "jobTitle", unit.name as "unitName", working.share,
      count(*) over ()::int as seen
    from working
    join person on person.id = working.person_id
    join unit on unit.id = working.unit_id
    where ${inReachOf(viewer)}
    order by family_name, given_name, person.id
    limit ${mostShown}`;
  const names = await namesOf(
    db,
    rows.map(({ id }) => id),
    viewer.today,
  );
  return {
    people: rows.map(({ id, jobTitle, unitName, share }) => ({
      ...{ id, jobTitle, unitName, share },
      name: nameWithNote(names.get(id)),
    })),
    seen: rows[0]?.seen ?? 0,
  };
}

type StaffRow = Omit<StaffOfDay["people"][number], "name"> & { seen: number };
