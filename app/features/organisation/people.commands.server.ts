import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import type { Database, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { refuseTaken } from "~/platform/taken.server";
import { transact } from "~/platform/transact.server";
import { toDbDate } from "~/terms/day";
import { unitsInCharge } from "./in-charge.server";
import type { PersonChange, PersonInput } from "./people.schema";
import { requireUnchanged } from "./seen-state.server";
import { storedPerson } from "./stored-person.server";

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
      .create({ data: { ...columnsOf(input), authorityId }, select: { id: true } })
      .catch(refuseTaken("email", "organisation.people.emailTaken"));
    audit({ type: "person", id, detail: trailOf(input) });
    return id;
  });
}

/**
 * Changes somebody's details. An account of theirs takes the new name, and keeps the address it
 * signs in with. Throws a `FieldError` where somebody else has changed them since.
 */
export async function changePerson(
  db: Database,
  viewer: Viewer,
  { id, submissionId, seen, ...input }: PersonChange & { id: string },
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "person.change", submissionId };
  return transact(db, act, async (tx, audit) => {
    await tx.$queryRaw`select id from person where id = ${id}::uuid for no key update`;
    const before = await storedPerson(tx, viewer, id);
    requireUnchanged(seen, before);
    await authorityOfUnit(tx, viewer, input.unitId);
    await tx.person
      .update({ where: { id }, data: columnsOf(input) })
      .catch(refuseTaken("email", "organisation.people.emailTaken"));
    await tx.account.updateMany({
      where: { personId: id },
      data: { name: `${input.givenName} ${input.familyName}` },
    });
    audit({ type: "person", id, detail: { ...trailOf(input), was: trailOf(before) } });
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

type Details = Omit<PersonInput, "submissionId">;

function columnsOf({ joinedOn, leftOn, ...columns }: Details) {
  return { ...columns, joinedOn: toDbDate(joinedOn), leftOn: leftOn && toDbDate(leftOn) };
}

/** Where and when, not who: names and addresses are no part of the trail. */
function trailOf({ unitId, joinedOn, leftOn }: Details) {
  return { unitId, joinedOn, leftOn };
}
