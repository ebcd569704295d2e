import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { OpenPeriod } from "~/terms/period";

export type CoreElement = { id: string; name: string };

/** What a method consists of on a day, in order. */
export function coreElementsOn(db: Db, competenceId: string, day: IsoDate): Promise<CoreElement[]> {
  return db.$queryRaw<CoreElement[]>`
    select element_id as id, name from core_elements_on(${competenceId}::uuid, ${day}::date)
    order by position, element_id`;
}

/** Everything that a method has consisted of, in order, with the days that each element counts for. */
export function coreElementStretches(
  db: Db,
  competenceId: string,
): Promise<(CoreElement & OpenPeriod)[]> {
  return db.$queryRaw<(CoreElement & OpenPeriod)[]>`
    select element_id as id, name, to_char(starts_on, 'YYYY-MM-DD') as "startsOn",
      to_char(ends_before, 'YYYY-MM-DD') as "endsBefore"
    from core_element_stretches(${competenceId}::uuid)
    order by position, starts_on, element_id`;
}
