import type { Db, Transaction } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";

/** Counts, for a day, how many of each unit's people hold what: what pages of many units add up. */
export async function countHolding(
  tx: Transaction,
  { unitIds, day }: { unitIds: readonly string[]; day: IsoDate },
): Promise<void> {
  await tx.$executeRaw`delete from unit_holding where unit_id = any(${unitIds}::uuid[])`;
  await tx.$executeRaw`
    insert into unit_holding (unit_id, competence_id, level, holders, observed, carriers)
    select counted.unit_id, held.competence_id, held.level, held.holders, held.observed,
      held.carriers
    from unnest(${unitIds}::uuid[]) counted (unit_id)
    cross join lateral (
      select found.* from holding_in_unit(counted.unit_id, ${day}::date) found offset 0
    ) held`;
  await tx.$executeRaw`delete from unit_count where unit_id = any(${unitIds}::uuid[])`;
  await tx.$executeRaw`
    insert into unit_count (unit_id, known_from, known_until, people, shared)
    select counted.unit_id, found.known_from, found.known_until, found.people, found.shared
    from unnest(${unitIds}::uuid[]) counted (unit_id)
    cross join lateral count_of_unit(counted.unit_id, ${day}::date) found`;
}

/** Some of the units whose counts are of days before this one: nothing but the day has changed. */
export async function runOutUnits(
  db: Db,
  { day, most }: { day: IsoDate; most: number },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select unit_id::text as id from unit_count where known_until <= ${day}::date
    order by known_until, unit_id limit ${most}`;
  return rows.map(({ id }) => id);
}

/** The units whose stored counts of a competence aren't what a fresh counting for the day gives. */
export async function oddlyCounted(
  db: Db,
  { competenceId, day }: { competenceId: string; day: IsoDate },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    with counted as materialized (
      select * from counted_on(${day}::date)
    ),
    fresh as materialized (
      select counted.unit_id, held.* from counted cross join lateral (
        select found.* from holding_in_unit(counted.unit_id, ${day}::date) found
        where found.competence_id = ${competenceId}::uuid offset 0
      ) held
    ),
    stored as materialized (
      select unit_id, competence_id, level, holders, observed, carriers from unit_holding
      where competence_id = ${competenceId}::uuid and unit_id in (select unit_id from counted)
    )
    select unit_id::text as id from (table fresh except table stored) missing
    union select unit_id::text from (table stored except table fresh) beyond
    union select counted.unit_id::text
    from counted cross join lateral count_of_unit(counted.unit_id, ${day}::date) found
    where (found.people, found.shared) is distinct from (counted.people, counted.shared)`;
  return rows.map(({ id }) => id);
}
