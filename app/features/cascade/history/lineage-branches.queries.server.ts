import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { idParam } from "~/platform/ids";
import { pageCountOf } from "~/platform/paging";
import {
  placesOfPeople,
  type LineageAsked,
  type LineagePlace,
} from "./lineage-places.queries.server";

/** Some branches of a long lineage: people who stand side by side, and the first below each. */
export type Branches = {
  /** Whose followers they are, with everybody above, the first of all first; empty for the roots. */
  above: string[];
  places: LineagePlace[];
  /** By person, how many of their followers aren't among the places. */
  hidden: ReadonlyMap<string, number>;
  page: number;
  pageCount: number;
};

export type BranchesAsked = LineageAsked & {
  circleIds: string[];
  /** Whose followers; null: those who learned outside. */
  from: string | null;
  page: number;
};

/**
 * A page of the branches of a lineage, so many, with so many followers of each: those who have handed
 * on first, then in the order in which they learned it. 404 for somebody who isn't in it.
 */
export async function branchesOf(
  db: Db,
  asked: BranchesAsked,
  { branches, followers }: { branches: number; followers: number },
): Promise<Branches> {
  const above = asked.from === null ? [] : await lineTo(db, asked, idParam(asked.from));
  const { count, ids } = await siblings(db, asked, branches);
  const below = await followersOf(db, asked, ids);
  const shown = ids.flatMap((id) => (below.get(id) ?? []).slice(0, followers));
  const hidden = ids.map((id) => [id, (below.get(id)?.length ?? 0) - followers] as const);
  const [parent] = above.slice(-1);
  const everybody = [...(parent ? [parent] : []), ...ids, ...shown];
  return {
    above,
    places: inOrder(await placesOfPeople(db, asked, everybody), everybody),
    hidden: new Map([
      ...hidden.filter(([, more]) => more > 0),
      ...(parent && count > ids.length ? [[parent, count - ids.length] as const] : []),
    ]),
    page: asked.page,
    pageCount: pageCountOf(count, branches),
  };
}

/** Somebody and all above them, the first of all first. */
async function lineTo(
  db: Db,
  { competenceId, circleIds, asOf }: BranchesAsked,
  from: string,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    with recursive line (id, parent_id, up) as (
      select ${from}::uuid, place.parent_id, 0
      from place_of(${competenceId}::uuid, ${from}::uuid, ${asOf}::date) place
      where place.circle_id = any(${circleIds}::uuid[])
      union all
      select line.parent_id, place.parent_id, line.up + 1
      from line
      cross join lateral place_of(${competenceId}::uuid, line.parent_id, ${asOf}::date) place
    )
    select id::text from line order by up desc`;
  return rows.length > 0 ? rows.map(({ id }) => id) : notFound();
}

async function siblings(
  db: Db,
  asked: BranchesAsked,
  size: number,
): Promise<{ ids: string[]; count: number }> {
  const { competenceId, asOf, from, page } = asked;
  const start = (page - 1) * size;
  if (from === null) return roots(db, asked, { start, size });
  const rows = await db.$queryRaw<{ id: string }[]>`
    select person_id::text as id
    from followers_of(${competenceId}::uuid, ${from}::uuid, ${asOf}::date)
    order by has_taught desc, acquired_on, person_id`;
  const ids = rows.slice(start, start + size).map(({ id }) => id);
  return { ids, count: rows.length };
}

/** From each circle the first are read in the order of its index: there may be thousands of them. */
async function roots(
  db: Db,
  { competenceId, circleIds, asOf }: BranchesAsked,
  { start, size }: { start: number; size: number },
): Promise<{ ids: string[]; count: number }> {
  const [counts] = await db.$queryRaw<{ people: number; taught: number }[]>`
    select coalesce(sum(people), 0)::int as people, coalesce(sum(taught), 0)::int as taught
    from tallied_by(${asOf}::date)
    where competence_id = ${competenceId}::uuid and circle_id = any(${circleIds}::uuid[])
      and generation = 0`;
  const { people: count = 0, taught = 0 } = counts ?? {};
  const some = async (haveTaught: boolean, [first, end]: [number, number]) => {
    if (first >= end) return [];
    const rows = await db.$queryRaw<{ id: string }[]>`
      select found.person_id::text as id
      from unnest(${circleIds}::uuid[]) circle (id)
      cross join lateral (
        select one.person_id, one.acquired_on
        from acquired_in_circle(${competenceId}::uuid, circle.id, ${asOf}::date) one
        where one.generation = 0 and one.has_taught = ${haveTaught}
        order by one.acquired_on, one.person_id limit ${end}::int
      ) found
      order by found.acquired_on, found.person_id offset ${first}::int limit ${end - first}::int`;
    return rows.map(({ id }) => id);
  };
  const end = Math.min(start + size, count);
  return {
    ids: [
      ...(await some(true, [start, Math.min(end, taught)])),
      ...(await some(false, [Math.max(0, start - taught), end - taught])),
    ],
    count,
  };
}

async function followersOf(
  db: Db,
  { competenceId, asOf }: BranchesAsked,
  personIds: string[],
): Promise<Map<string, string[]>> {
  const rows = await db.$queryRaw<{ above: string; id: string }[]>`
    select somebody.id::text as above, found.person_id::text as id
    from unnest(${personIds}::uuid[]) somebody (id)
    cross join lateral followers_of(${competenceId}::uuid, somebody.id, ${asOf}::date) found
    order by found.has_taught desc, found.acquired_on, found.person_id`;
  const below = new Map<string, string[]>();
  for (const { above, id } of rows) below.set(above, [...(below.get(above) ?? []), id]);
  return below;
}

function inOrder(places: LineagePlace[], ids: readonly string[]): LineagePlace[] {
  const placeOf = new Map(places.map((place) => [place.id, place]));
  return ids.flatMap((id) => placeOf.get(id) ?? []);
}
