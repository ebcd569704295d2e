import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { unitInCharge } from "~/features/organisation/units.queries.server";
import { requireUnchanged } from "~/features/organisation/seen-state.server";
import { AppError } from "~/platform/app-error";
import type { Database } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { refuseTaken } from "~/platform/taken.server";
import { transact } from "~/platform/transact.server";
import { toDbDate, type IsoDate } from "~/terms/day";
import type { RequirementChange, RequirementInput } from "./requirements.schema";
import { storedRequirement } from "./stored-requirement.server";

/** Requires a competence of a unit and all below it. Returns the requirement's id. */
export async function addRequirement(
  db: Database,
  viewer: Viewer,
  { unitId, submissionId, competenceId, ...values }: RequirementInput & { unitId: string },
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "requirement.add", submissionId };
  return transact(db, act, async (tx, audit) => {
    const { authorityId } = await unitInCharge(tx, viewer, unitId);
    if ((await tx.competence.count({ where: { id: competenceId, authorityId } })) === 0) {
      throw new FieldError({ competenceId: { key: "errors.unreadable" } });
    }
    const { id } = await tx.requirement
      .create({ data: { ...columnsOf(values), unitId, competenceId }, select: { id: true } })
      .catch(refuseTaken("competenceId", "competence.requirements.taken"));
    audit({ type: "requirement", id, detail: { unitId, competenceId, ...values } });
    return id;
  });
}

/** Changes what a unit requires. Throws a `FieldError` where somebody else has changed it since. */
export async function changeRequirement(
  db: Database,
  viewer: Viewer,
  { id, unitId, submissionId, seen, ...values }: RequirementChange & { id: string; unitId: string },
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "requirement.change", submissionId };
  return transact(db, act, async (tx, audit) => {
    await unitInCharge(tx, viewer, unitId);
    await tx.$queryRaw`select id from requirement where id = ${id}::uuid for no key update`;
    const before = await storedRequirement(tx, { id, unitId });
    requireUnchanged(seen, before);
    await tx.requirement.update({ where: { id }, data: columnsOf(values) });
    const { competence, ...was } = before;
    audit({
      type: "requirement",
      id,
      detail: { unitId, competenceId: competence.id, ...values, was },
    });
    return id;
  });
}

/**
 * Takes a requirement away; what it was stays in the trail. Throws `conflict` where somebody else
 * has done so already.
 */
export async function removeRequirement(
  db: Database,
  viewer: Viewer,
  { id, unitId, submissionId }: { id: string; unitId: string; submissionId: string },
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "requirement.remove", submissionId };
  return transact(db, act, async (tx, audit) => {
    await unitInCharge(tx, viewer, unitId);
    const was = await tx.requirement.findFirst({ where: { id, unitId } });
    const { count } = await tx.requirement.deleteMany({ where: { id, unitId } });
    if (!was || count === 0) throw new AppError("conflict");
    const { competenceId, level, minHolders, minCarriers } = was;
    audit({
      type: "requirement",
      id,
      detail: { unitId, competenceId, was: { level, minHolders, minCarriers } },
    });
    return id;
  });
}

type Values = {
  level: number;
  minHolders: number;
  minCarriers: number;
  dueOn: IsoDate | null;
};

function columnsOf({ dueOn, ...numbers }: Values) {
  return { ...numbers, dueOn: dueOn && toDbDate(dueOn) };
}
