import type { Viewer } from "~/features/access/viewer";
import { countRequirements } from "~/features/competence/requirements/requirements.queries.server";
import { listUnitTree, type UnitRow } from "~/features/organisation/units.queries.server";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";

/** A unit of the tree, with how much it requires by itself today. */
export type UnitListRow = UnitRow & { requirements: number };

/** The authority's units in tree order. */
export async function listUnits(
  db: Db,
  viewer: Viewer,
  today: IsoDate,
): Promise<{ units: UnitListRow[] }> {
  const [units, requirements] = await Promise.all([
    listUnitTree(db, viewer, today),
    countRequirements(db, today),
  ]);
  return {
    units: units.map((unit) => ({ ...unit, requirements: requirements.get(unit.id) ?? 0 })),
  };
}
