import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { lastDayOf, type Period } from "~/terms/period";

/** The periods of a project that a funder has read, the earliest first. */
export function readPeriods(db: Db, projectId: string): Promise<Period[]> {
  return db.$queryRaw`
    select to_char(starts_on, 'YYYY-MM-DD') as "startsOn",
      to_char(ends_before, 'YYYY-MM-DD') as "endsBefore"
    from reported_of(${projectId}::uuid) order by starts_on, ends_before`;
}

/** Those of them that have a day from `first` on in them; none where there is no such day. */
export async function readSince(
  db: Db,
  projectId: string,
  first: IsoDate | null,
): Promise<Period[]> {
  if (first === null) return [];
  return (await readPeriods(db, projectId)).filter((period) => lastDayOf(period) >= first);
}
