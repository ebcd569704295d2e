import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/platform/db.server";
import type { NotCountedReason } from "../rules/lineage";
import type { LineageAsked } from "./lineage-places.queries.server";

type Circles = LineageAsked & { circleIds: string[] };

/** The first of those who may hand a method on: who stands nearest to its start, the longest. */
export function firstCarriers(db: Db, asked: Circles, most: number): Promise<string[]> {
  return firstInCircles(db, asked, {
    which: Prisma.sql`one.may_teach and exists (
      select from staff_on(${asked.asOf}::date) staff where staff.person_id = one.person_id)`,
    most,
  });
}

/** The first of those with whom it stops. */
export function firstDeadEnds(db: Db, asked: Circles, most: number): Promise<string[]> {
  return firstInCircles(db, asked, {
    which: Prisma.sql`one.generation >= 1 and not one.has_taught`,
    most,
  });
}

/** From each circle the first are read in the order of its index: there may be thousands of them. */
async function firstInCircles(
  db: Db,
  { competenceId, circleIds, asOf }: Circles,
  { which, most }: { which: Prisma.Sql; most: number },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select found.person_id::text as id
    from unnest(${circleIds}::uuid[]) circle (id)
    cross join lateral (
      select one.person_id, one.generation, one.acquired_on
      from acquired_in_circle(${competenceId}::uuid, circle.id, ${asOf}::date) one
      where ${which}
      order by one.generation, one.acquired_on, one.person_id limit ${most}::int
    ) found
    order by found.generation, found.acquired_on, found.person_id limit ${most}::int`;
  return rows.map(({ id }) => id);
}

/**
 * Of the group, active, and not reached: all of a project's, of units' the first so many, unit by
 * unit.
 */
export async function notReachedIn(
  db: Db,
  { competenceId, group, asOf }: LineageAsked,
  most: number | null,
): Promise<string[]> {
  if ("personIds" in group) return [];
  const members =
    "projectId" in group
      ? Prisma.sql`
          select frozen.person_id from frozen_for(${group.projectId}::uuid, ${asOf}::date) frozen
          where frozen.competence_id = ${competenceId}::uuid`
      : membersOfUnits(group.unitIds, { competenceId, asOf });
  const rows = await db.$queryRaw<{ id: string }[]>`
    select member.person_id::text as id
    from (${members}) member
    where exists (select from staff_on(${asOf}::date) one where one.person_id = member.person_id)
      and not exists (select from acquisition_of(
        ${competenceId}::uuid, member.person_id, ${asOf}::date))
    limit ${most}::int`;
  return rows.map(({ id }) => id);
}

/** Unit by unit; who works in several of them is found in the first. */
function membersOfUnits(
  unitIds: string[],
  { competenceId, asOf }: Pick<LineageAsked, "competenceId" | "asOf">,
): Prisma.Sql {
  const units = Prisma.sql`
    unreached_units(${unitIds}::uuid[], ${competenceId}::uuid, ${asOf}::date)`;
  return Prisma.sql`
    select staff.person_id
    from ${units} unit
    cross join lateral (
      select one.person_id from staff_on(${asOf}::date) one
      where one.unit_id = unit.unit_id and not exists (
        select from staff_on(${asOf}::date) other
        where other.person_id = one.person_id and other.unit_id < one.unit_id
          and other.unit_id = any(array(select unit_id from ${units} earlier)))
      offset 0
    ) staff`;
}

type Uncounted = { id: string; reason: NotCountedReason };

/** The hand-overs that don't count: the newest of them, and how many there are. */
export async function notCountedIn(
  db: Db,
  { competenceId, circleIds, asOf }: Circles,
  most: number,
): Promise<{ newest: Uncounted[]; count: number }> {
  const [row] = await db.$queryRaw<{ newest: Uncounted[]; count: number }[]>`
    with newest as materialized (
      select judged.* from unnest(${circleIds}::uuid[]) circle (id)
      cross join lateral (
        select one.hand_over_id, one.reason, one.known_from
        from hand_overs_judged_by(${asOf}::date) one
        where one.competence_id = ${competenceId}::uuid and one.circle_id = circle.id
          and one.reason is not null
        order by one.known_from desc, one.hand_over_id limit ${most}::int
      ) judged
      order by judged.known_from desc, judged.hand_over_id limit ${most}::int
    )
    select
      (select coalesce(json_agg(json_build_object('id', hand_over_id, 'reason', reason)
          order by known_from desc, hand_over_id), '[]')
        from newest) as newest,
      (select coalesce(sum(judged.count), 0)::int from unnest(${circleIds}::uuid[]) circle (id)
        cross join lateral (
          select count(*) from hand_overs_judged_by(${asOf}::date) one
          where one.competence_id = ${competenceId}::uuid and one.circle_id = circle.id
            and one.reason is not null
        ) judged
      ) as count`;
  return row ?? { newest: [], count: 0 };
}
