import type { Viewer } from "~/features/access/viewer";
import { hasRole } from "~/features/access/viewer";
import type { Db } from "~/platform/db.server";

export type UnitOption = { id: string; name: string; depth: number };

/**
 * The units that the viewer may look into, in tree order: a manager's own and all below them, an
 * administrator's whole authority. Others look into none.
 */
export async function listUnitsInReach(db: Db, viewer: Viewer): Promise<UnitOption[]> {
  const { authorityId, managedUnitIds } = viewer;
  if (!authorityId) return [];
  if (hasRole(viewer, "administrator")) return wholeTree(db, authorityId);
  const reached = await placesOf(db, { authorityId, unitIds: managedUnitIds });
  const top = Math.min(...reached.map(({ depth }) => depth));
  return reached.map((unit) => ({ ...unit, depth: unit.depth - top }));
}

function wholeTree(db: Db, authorityId: string): Promise<UnitOption[]> {
  return db.$queryRaw`
    with recursive tree as (
      select id, name, 0 as depth, array[name] as path
      from unit where authority_id = ${authorityId}::uuid and parent_id is null
      union all
      select unit.id, unit.name, tree.depth + 1, tree.path || unit.name
      from unit join tree on unit.parent_id = tree.id
    )
    select id, name, depth::int as depth from tree order by path`;
}

/** Some units of the tree in its order, from each upwards: whatever else there is isn't read. */
async function placesOf(
  db: Db,
  { authorityId, unitIds }: { authorityId: string; unitIds: string[] },
): Promise<UnitOption[]> {
  if (unitIds.length === 0) return [];
  return db.$queryRaw`
    with recursive way as (
      select id, name, parent_id, array[name] as path
      from unit where authority_id = ${authorityId}::uuid and id = any(${unitIds}::uuid[])
      union all
      select way.id, way.name, over.parent_id, over.name || way.path
      from way join unit over on over.id = way.parent_id
    )
    select id, name, cardinality(path) - 1 as depth from way where parent_id is null order by path`;
}

/** The names of some units, by their ids. */
export async function unitNamesOf(db: Db, unitIds: string[]): Promise<Map<string, string>> {
  const units = await db.unit.findMany({
    where: { id: { in: unitIds } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
  return new Map(units.map(({ id, name }) => [id, name]));
}

/** The same with one more first, where it isn't among them: what a form's row holds is offered. */
export async function listUnitsWith(db: Db, viewer: Viewer, held: string): Promise<UnitOption[]> {
  const reached = await listUnitsInReach(db, viewer);
  if (reached.some(({ id }) => id === held)) return reached;
  const { id, name } = await db.unit.findUniqueOrThrow({ where: { id: held } });
  return [{ id, name, depth: 0 }, ...reached];
}

/** The units from one down through all below it. */
export async function unitsBelow(db: Db, unitId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select unit_id as id from units_within(array[${unitId}::uuid])`;
  return rows.map((row) => row.id);
}
