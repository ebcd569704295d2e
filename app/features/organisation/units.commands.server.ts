import { actorOf } from "~/features/access/audit.server";
import { hasRole, type Viewer } from "~/features/access/viewer";
import { AppError } from "~/platform/app-error";
import type { Database } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { refuseTaken } from "~/platform/taken.server";
import { transact } from "~/platform/transact.server";
import { holdUnit } from "./hold-unit.server";
import { requireUnchanged } from "./seen-state.server";
import { unitInCharge } from "./units.queries.server";
import type { UnitInput, UnitName } from "./units.schema";

/** Adds a unit below another, or at the top. Returns its id. */
export async function addUnit(
  db: Database,
  viewer: Viewer,
  { submissionId, name, parentId }: UnitInput,
): Promise<string> {
  const authorityId = administered(viewer);
  const act = { actor: actorOf(viewer), action: "unit.add", submissionId };
  return transact(db, act, async (tx, audit) => {
    if (parentId && (await tx.unit.count({ where: { id: parentId, authorityId } })) === 0) {
      throw new FieldError({ parentId: { key: "errors.notOffered" } });
    }
    const { id } = await tx.unit
      .create({ data: { authorityId, parentId, name }, select: { id: true } })
      .catch(refuseTaken("name", "organisation.units.nameTaken"));
    audit({ type: "unit", id, detail: { parentId, name } });
    return id;
  });
}

/** Gives a unit another name. Throws a `FieldError` where somebody else has done so since. */
export async function renameUnit(
  db: Database,
  viewer: Viewer,
  { id, submissionId, seen, name }: UnitName & { id: string },
): Promise<string> {
  administered(viewer);
  const act = { actor: actorOf(viewer), action: "unit.rename", submissionId };
  return transact(db, act, async (tx, audit) => {
    await holdUnit(tx, id);
    const before = await unitInCharge(tx, viewer, id);
    requireUnchanged(seen, before);
    await tx.unit
      .update({ where: { id }, data: { name } })
      .catch(refuseTaken("name", "organisation.units.nameTaken"));
    audit({ type: "unit", id, detail: { name, was: before.name } });
    return id;
  });
}

/** The authority whose units the viewer sets up: administrators do. */
function administered(viewer: Viewer): string {
  if (!viewer.authorityId || !hasRole(viewer, "administrator")) throw new AppError("forbidden");
  return viewer.authorityId;
}
