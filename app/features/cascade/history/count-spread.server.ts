import type { Db, Transaction } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";

/** Counts, for a day, how many of each unit's people have acquired what, circle by circle. */
export async function countSpread(
  tx: Transaction,
  { unitIds, day }: { unitIds: readonly string[]; day: IsoDate },
): Promise<void> {
  await tx.$executeRaw`delete from unit_spread where unit_id = any(${unitIds}::uuid[])`;
  await tx.$executeRaw`
    insert into unit_spread (unit_id, competence_id, circle_id, acquired, may_teach, dead_ends)
    select counted.unit_id, spread.competence_id, spread.circle_id, spread.acquired,
      spread.may_teach, spread.dead_ends
    from unnest(${unitIds}::uuid[]) counted (unit_id)
    cross join lateral (
      select found.* from spread_in_unit(counted.unit_id, ${day}::date) found offset 0
    ) spread`;
  await tx.$executeRaw`delete from unit_spread_days where unit_id = any(${unitIds}::uuid[])`;
  await tx.$executeRaw`
    insert into unit_spread_days (unit_id, known_from, known_until)
    select counted.unit_id, found.known_from, found.known_until
    from unnest(${unitIds}::uuid[]) counted (unit_id)
    cross join lateral spread_days_of(counted.unit_id, ${day}::date) found`;
}

/** The units whose stored part in a method isn't what a fresh counting for the day gives. */
export async function oddSpread(
  db: Db,
  { competenceId, day }: { competenceId: string; day: IsoDate },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    with fresh as materialized (
      select counted.unit_id, spread.* from spread_units_on(${day}::date) counted
      cross join lateral (
        select found.* from spread_in_unit(counted.unit_id, ${day}::date) found
        where found.competence_id = ${competenceId}::uuid offset 0
      ) spread
    ),
    stored as materialized (
      select unit_id, competence_id, circle_id, acquired, may_teach, dead_ends
      from spread_counted_on(${day}::date) where competence_id = ${competenceId}::uuid
    )
    select unit_id::text as id from (table fresh except table stored) missing
    union select unit_id::text from (table stored except table fresh) beyond`;
  return rows.map(({ id }) => id);
}
