import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import type { Database, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { refuseTaken } from "~/platform/taken.server";
import { transact } from "~/platform/transact.server";
import type { IsoDate } from "~/terms/day";
import { unitsInCharge } from "./in-charge.server";
import { fullName } from "./names/full-name";
import type { PersonChange, PersonInput } from "./people.schema";
import { requireUnchanged } from "./seen-state.server";
import { storedPerson, type StoredPerson } from "./stored-person.server";
import { changePlace, type ChangedPlace, type Stretch } from "./stretches";
import { writeStretches } from "./write-stretches.server";

/** Enters somebody who works, or has worked, in a unit of the viewer's. Returns the person's id. */
export async function addPerson(
  db: Database,
  viewer: Viewer,
  { submissionId, ...input }: PersonInput,
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "person.add", submissionId };
  return transact(db, act, async (tx, audit) => {
    const authorityId = await authorityOfUnit(tx, viewer, input.unitId);
    const { id } = await tx.person
      .create({ data: { ...namesOf(input), authorityId }, select: { id: true } })
      .catch(refuseTaken("email", "organisation.people.emailTaken"));
    const { unitId, jobTitle, share, joinedOn: startsOn, leftOn: endsBefore } = input;
    await writeStretches(tx, id, {
      before: [],
      after: [{ id: null, unitId, jobTitle, share, startsOn, endsBefore }],
    });
    audit({ type: "person", id, detail: { unitId, share, startsOn, endsBefore } });
    return id;
  });
}

/**
 * Changes somebody's details: their names at once, their place from a day on (`changePlace`;
 * today, where no day is said). An account of theirs takes the new name, and keeps the address it
 * signs in with. Throws a `FieldError` where somebody else has changed them since.
 */
export async function changePerson(
  db: Database,
  viewer: Viewer,
  { id, submissionId, seen, ...input }: PersonChange & { id: string },
  today: IsoDate,
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "person.change", submissionId };
  return transact(db, act, async (tx, audit) => {
    await tx.$queryRaw`select id from person where id = ${id}::uuid for no key update`;
    const before = await storedPerson(tx, viewer, id);
    requireUnchanged(seen, before);
    await authorityOfUnit(tx, viewer, input.unitId);
    const after = placesAfter(before, { ...input, from: input.from ?? today });
    await tx.person
      .update({ where: { id }, data: namesOf(input) })
      .catch(refuseTaken("email", "organisation.people.emailTaken"));
    await writeStretches(tx, id, { before: before.stretches, after });
    await tx.account.updateMany({
      where: { personId: id },
      data: { name: fullName(input) },
    });
    audit({
      type: "person",
      id,
      detail: { placements: trailOf(after), was: trailOf(before.stretches) },
    });
    return id;
  });
}

/** The authority of a unit that the viewer may place people in; else a fault beside the field. */
async function authorityOfUnit(tx: Transaction, viewer: Viewer, unitId: string): Promise<string> {
  const unit = await tx.unit.findFirst({
    where: { AND: [{ id: unitId }, unitsInCharge(viewer)] },
    select: { authorityId: true },
  });
  if (!unit) throw new FieldError({ unitId: { key: "errors.unreadable" } });
  return unit.authorityId;
}

function namesOf({ givenName, familyName, email }: Omit<PersonInput, "submissionId">) {
  return { givenName, familyName, email };
}

function placesAfter({ stretches, home }: StoredPerson, change: ChangedPlace): Stretch[] {
  const { from } = change;
  const end = change.leftOn ?? home.endsBefore;
  if (from > home.startsOn && end !== null && from >= end && isMoved(home, change)) {
    throw new FieldError({ from: { key: "organisation.people.fromAfterLeaving" } });
  }
  return changePlace(stretches, home, change);
}

function isMoved(home: Stretch, { unitId, jobTitle, share }: ChangedPlace): boolean {
  return unitId !== home.unitId || jobTitle !== home.jobTitle || share !== home.share;
}

/** Where and when, not who: names and addresses are no part of the trail. */
function trailOf(stretches: readonly Stretch[]) {
  return stretches.map(({ unitId, share, startsOn, endsBefore }) => ({
    ...{ unitId, share, startsOn, endsBefore },
  }));
}
