import type { Viewer } from "~/features/access/viewer";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { unitsInCharge } from "./in-charge.server";
import { seenState } from "./seen-state.server";

/** A unit that the viewer sets up; 404 for all others. */
export async function unitInCharge(db: Db, viewer: Viewer, id: string) {
  const unit = await db.unit.findFirst({
    where: { AND: [{ id }, unitsInCharge(viewer)] },
    select: { id: true, name: true, authorityId: true },
  });
  return unit ?? notFound();
}

/** Any unit, for a room that decides itself what may be done in it. */
export function findUnit(db: Db, id: string): Promise<{ id: string; authorityId: string } | null> {
  return db.unit.findUnique({ where: { id }, select: { id: true, authorityId: true } });
}

export type UnitRow = {
  id: string;
  name: string;
  depth: number;
  /** Who work in the unit itself today. */
  people: number;
};

/** The authority's units in tree order. */
export async function listUnitTree(db: Db, viewer: Viewer, today: IsoDate): Promise<UnitRow[]> {
  return db.$queryRaw<UnitRow[]>`
    with recursive tree as (
      select id, name, 0 as depth, array[name] as path
      from unit where authority_id = ${viewer.authorityId}::uuid and parent_id is null
      union all
      select unit.id, unit.name, tree.depth + 1, tree.path || unit.name
      from unit join tree on unit.parent_id = tree.id
    ),
    staff as (
      select unit_id, count(*)::int as people from staff_on(${today}::date) group by unit_id
    )
    select tree.id, tree.name, tree.depth::int as depth, coalesce(staff.people, 0) as people
    from tree
    left join staff on staff.unit_id = tree.id
    order by tree.path`;
}

/** A unit as its form shows it. */
export async function showUnitDraft(db: Db, viewer: Viewer, id: string) {
  const stored = await unitInCharge(db, viewer, id);
  return {
    draft: { id: stored.id, name: stored.name },
    seen: seenState(stored),
    submissionId: crypto.randomUUID(),
  };
}
