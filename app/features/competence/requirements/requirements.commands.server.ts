import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { holdUnit } from "~/features/organisation/hold-unit.server";
import { unitInCharge } from "~/features/organisation/units.queries.server";
import { requireUnchanged } from "~/features/organisation/seen-state.server";
import { AppError } from "~/platform/app-error";
import type { Database, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { refuseTaken } from "~/platform/taken.server";
import { transact } from "~/platform/transact.server";
import { toDbDate, type IsoDate } from "~/terms/day";
import { changeFrom, type RequirementStretch } from "../rules/requirement-stretch";
import { endFrom, type StretchEnd } from "../rules/stretch-end";
import type {
  RequirementChange,
  RequirementInput,
  RequirementRemoval,
} from "./requirements.schema";
import { formerOf, stretchesOf, type UnitsStretch } from "./requirement-stretches.server";
import { storedRequirement } from "./stored-requirement.server";

/**
 * Requires a competence of a unit and all below it, from a day on (today, where none is said).
 * Returns the requirement's id.
 */
export async function addRequirement(
  db: Database,
  viewer: Viewer,
  { unitId, submissionId, competenceId, ...input }: RequirementInput & { unitId: string },
  today: IsoDate,
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "requirement.add", submissionId };
  return transact(db, act, async (tx, audit) => {
    const { authorityId } = await unitInCharge(tx, viewer, unitId);
    if ((await tx.competence.count({ where: { id: competenceId, authorityId } })) === 0) {
      throw new FieldError({ competenceId: { key: "errors.notOffered" } });
    }
    const stretch = { ...input, startsOn: input.startsOn ?? today, endsBefore: null };
    const place = { unitId, competenceId, stretch, replacesId: null };
    const id = await begin(tx, place).catch(
      refuseTaken("competenceId", "competence.requirements.taken", "requirement_once"),
    );
    audit({ type: "requirement", id, detail: { unitId, competenceId, ...stretch } });
    return id;
  });
}

/**
 * Changes what a unit requires, from a day on (today, where none is said): see `changeFrom`.
 * Returns the id of the requirement that holds from then. Throws a `FieldError` where somebody
 * else has changed it since, and where the day lies outside its days.
 */
export async function changeRequirement(
  db: Database,
  viewer: Viewer,
  { id, unitId, submissionId, seen, from, ...required }: RequirementChange & Named,
  today: IsoDate,
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "requirement.change", submissionId };
  return transact(db, act, async (tx, audit) => {
    await unitInCharge(tx, viewer, unitId);
    await holdUnit(tx, unitId);
    const was = await storedRequirement(tx, { id, unitId, today });
    requireUnchanged(seen, was);
    const day = from ?? today;
    if (was.endsBefore !== null && day >= was.endsBefore) {
      throw new FieldError({ from: { key: "competence.requirements.endedByThen" } });
    }
    const { old, next } = changeFrom(day, was, required);
    await leave(tx, was.id, old);
    const place = { unitId, competenceId: was.competence.id };
    const nextId =
      next &&
      (await begin(tx, {
        ...{ ...place, stretch: next, replacesId: old.withdrawn ? was.replacesId : was.id },
      }).catch(refuseTaken("from", "competence.requirements.otherThen", "requirement_once")));
    if (nextId) await succeed(tx, { formerId: was.id, id: nextId });
    audit({
      type: "requirement",
      id: was.id,
      detail: { ...place, was: valuesOf(was), old, nextId, next },
    });
    return nextId ?? was.id;
  });
}

/**
 * Takes a requirement away: it ends today, or it was a mistake and never was. What it had taken the
 * place of goes on then, and so it does where it hasn't begun. Throws `conflict` where somebody else
 * has done so already.
 */
export async function removeRequirement(
  db: Database,
  viewer: Viewer,
  { id, unitId, submissionId, how }: RequirementRemoval & Named,
  today: IsoDate,
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "requirement.remove", submissionId };
  return transact(db, act, async (tx, audit) => {
    await unitInCharge(tx, viewer, unitId);
    await holdUnit(tx, unitId);
    const stretches = await stretchesOf(tx, unitId);
    const was = stretches.find((stretch) => stretch.id === id);
    if (!was || (how === "ended" && hasEndedBy(today, was))) throw new AppError("conflict");
    const old = how === "mistake" ? { withdrawn: true as const } : endFrom(today, was);
    await leave(tx, id, old);
    const before = how === "mistake" || was.startsOn > today ? formerOf(was, stretches) : null;
    if (before) await leave(tx, before.id, { withdrawn: false, endsBefore: was.endsBefore });
    if (old.withdrawn) await passOn(tx, was);
    const place = { unitId, competenceId: was.competence.id };
    const detail = { ...place, was: valuesOf(was), old, ...(before && { goesOnId: before.id }) };
    audit({ type: "requirement", id, detail });
    return id;
  });
}

type Named = { id: string; unitId: string };

function hasEndedBy(day: IsoDate, { endsBefore }: RequirementStretch): boolean {
  return endsBefore !== null && endsBefore <= day;
}

function valuesOf({ competence: _competence, id: _id, replacesId: _was, ...rest }: UnitsStretch) {
  return rest;
}

/** What had changed a stretch has from now on changed the one that comes after it. */
async function succeed(
  tx: Transaction,
  { formerId, id }: { formerId: string; id: string },
): Promise<void> {
  await tx.requirement.updateMany({
    where: { replacesId: formerId, id: { not: id } },
    data: { replacesId: id },
  });
}

/** What has changed a stretch that never was has changed what that had changed. */
async function passOn(tx: Transaction, { id, replacesId }: UnitsStretch): Promise<void> {
  await tx.requirement.updateMany({ where: { replacesId: id }, data: { replacesId } });
}

/** Ends a stored stretch on a day, or marks it as never having been. */
async function leave(tx: Transaction, id: string, old: StretchEnd): Promise<void> {
  await tx.requirement.update({
    where: { id },
    data: old.withdrawn
      ? { withdrawnAt: new Date() }
      : { endsBefore: old.endsBefore && toDbDate(old.endsBefore) },
  });
}

async function begin(
  tx: Transaction,
  {
    stretch: { level, minHolders, minCarriers, dueOn, startsOn, endsBefore },
    ...place
  }: {
    unitId: string;
    competenceId: string;
    stretch: RequirementStretch;
    replacesId: string | null;
  },
): Promise<string> {
  const { id } = await tx.requirement.create({
    data: {
      ...{ ...place, level, minHolders, minCarriers, dueOn: dueOn && toDbDate(dueOn) },
      ...{ startsOn: toDbDate(startsOn), endsBefore: endsBefore && toDbDate(endsBefore) },
    },
    select: { id: true },
  });
  return id;
}
