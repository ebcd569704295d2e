import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { CascadeGroup } from "../rules/cascade-group";
import { startOf } from "./circle-starts.server";

/** A method's lineage around a group, as of the end of a day. */
export type LineageAsked = { competenceId: string; group: CascadeGroup; asOf: IsoDate };

/** Somebody's place in it, by the stored lineage. */
export type LineagePlace = {
  id: string;
  generation: number;
  acquiredOn: IsoDate;
  /** The hand-over they learned in; null for what was learned outside. */
  handOverId: string | null;
  /** Its valid trainers. */
  learnedFrom: string[];
  /** Of these the one below whom they stand in the tree; null for who learned outside. */
  parent: string | null;
  inGroup: boolean;
  hasLeft: boolean;
  /** Works there and may hand it on. */
  isCarrier: boolean;
  hasTaught: boolean;
};

/** The circles of a group in a method: all whom its hand-overs join are in one of them. */
export async function circlesOf(
  db: Db,
  { competenceId, group, asOf }: LineageAsked,
): Promise<string[]> {
  if ("unitIds" in group) {
    const rows = await db.$queryRaw<{ id: string }[]>`
      select circle_id::text as id from circles_in(${group.unitIds}::uuid[], ${asOf}::date)
      where competence_id = ${competenceId}::uuid order by circle_id`;
    return rows.map(({ id }) => id);
  }
  const { shouldHold, near, circles } = startOf(group, asOf);
  const rows = await db.$queryRaw<{ id: string }[]>`
    with asked as (select ${competenceId}::uuid as competence_id),
    near_all as materialized (${shouldHold} union ${near})
    select circle_id::text as id from (${circles}) circle order by circle_id`;
  return rows.map(({ id }) => id);
}

/** Where everybody of some circles stands. */
export function placesInCircles(
  db: Db,
  asked: LineageAsked,
  circleIds: string[],
): Promise<LineagePlace[]> {
  const { competenceId, asOf } = asked;
  return placesOf(
    db,
    asked,
    Prisma.sql`
      select found.person_id from unnest(${circleIds}::uuid[]) circle (id)
      cross join lateral (
        select one.person_id
        from acquired_in_circle(${competenceId}::uuid, circle.id, ${asOf}::date) one offset 0
      ) found`,
  );
}

/** Where some people stand; who has no place isn't among them. */
export function placesOfPeople(
  db: Db,
  asked: LineageAsked,
  personIds: string[],
): Promise<LineagePlace[]> {
  return placesOf(db, asked, Prisma.sql`select unnest(${personIds}::uuid[]) as person_id`);
}

function placesOf(
  db: Db,
  { competenceId, group, asOf }: LineageAsked,
  people: Prisma.Sql,
): Promise<LineagePlace[]> {
  // Person by person (OFFSET 0): how few they are, the planner can't know.
  return db.$queryRaw<LineagePlace[]>`
    with shown as materialized (${people})
    select shown.person_id::text as id, place.generation,
      to_char(place.acquired_on, 'YYYY-MM-DD') as "acquiredOn",
      place.hand_over_id::text as "handOverId", place.learned_from::text[] as "learnedFrom",
      place.parent_id::text as parent, place.has_taught as "hasTaught",
      place.may_teach and exists (
        select from staff_on(${asOf}::date) staff where staff.person_id = shown.person_id
      ) as "isCarrier",
      coalesce((select employment.left_on <= ${asOf}::date
        from employment_of(shown.person_id, ${asOf}::date) employment), false) as "hasLeft",
      exists (${meantFor({ competenceId, group, asOf })}) as "inGroup"
    from shown cross join lateral (
      select found.* from place_of(${competenceId}::uuid, shown.person_id, ${asOf}::date) found
      offset 0
    ) place`;
}

/** SQL with a row where the method is meant for `shown.person_id`. */
function meantFor({ competenceId, group, asOf }: LineageAsked): Prisma.Sql {
  if ("personIds" in group) return Prisma.sql`select where false`;
  return "projectId" in group
    ? Prisma.sql`
        select from frozen_for(${group.projectId}::uuid, ${asOf}::date) frozen
        where frozen.competence_id = ${competenceId}::uuid and frozen.person_id = shown.person_id`
    : Prisma.sql`
        select from asked_of(shown.person_id, ${group.unitIds}::uuid[], ${asOf}::date) asked
        where asked.competence_id = ${competenceId}::uuid`;
}
