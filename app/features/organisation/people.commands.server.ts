import { giveAccount, hasAccount, nameAccount } from "~/features/access/accounts-of-people.server";
import { accountChosen } from "~/features/access/address-choice";
import { holdersOf } from "~/features/access/address-holders.server";
import { actorOf } from "~/features/access/audit.server";
import { hasRole, type Viewer } from "~/features/access/viewer";
import type { Database } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { requireAgreement } from "~/platform/question";
import { refuseTaken } from "~/platform/taken.server";
import { transact } from "~/platform/transact.server";
import type { IsoDate } from "~/terms/day";
import { authorityOfUnit } from "./in-charge.server";
import { enterPerson } from "./enter-person.server";
import { fullName } from "./names/full-name";
import type { PersonChange, PersonInput } from "./people.schema";
import { emptied } from "./placements/borders";
import { changePlace, type ChangedPlace } from "./placements/change-place";
import { changeStretches, holdPerson } from "./placements/change-stretches.server";
import type { DaysOfPerson } from "./placements/days-seen.server";
import type { StoredPerson } from "./stored-person.server";
import { boundsOf, employmentAround, isSamePlace, type Stretch } from "./stretches";

/**
 * Enters somebody who works, or has worked, in a unit of the viewer's. Returns the person's id.
 * An account that signs in with their address becomes theirs where an administrator says so.
 */
export async function addPerson(
  db: Database,
  viewer: Viewer,
  { submissionId, agreed, ...input }: PersonInput,
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "person.add", submissionId };
  return transact(db, act, async (tx, audit) => {
    const holders = await holdersOf(tx, input.email, viewer.today);
    const authorityId = await authorityOfUnit(tx, viewer, input.unitId);
    const wanted = { id: null, authorityId, hasAccount: false };
    const chosen = accountChosen(holders, { ...wanted, mayChoose: mayChooseAccounts(viewer) });
    requireAgreement(chosen ? [chosen.asked] : [], agreed);
    const { unitId, jobTitle, share, joinedOn: startsOn, leftOn: endsBefore } = input;
    const place = { unitId, jobTitle, share, startsOn, endsBefore };
    const id = await enterPerson(tx, { ...namesOf(input), authorityId, place });
    if (chosen) await giveAccount(tx, audit, { accountId: chosen.id, personId: id });
    await nameAccount(tx, id, fullName(input));
    audit({ type: "person", id, detail: { unitId, jobTitle, share, startsOn, endsBefore } });
    return id;
  });
}

/**
 * Changes somebody's details: their names at once, their place among those that the viewer is in
 * charge of from a day on (`changePlace`; today, where no day is said). An account of theirs takes the new name, and keeps the address it
 * signs in with. Who has none is given the one that signs in with their new address where an
 * administrator says so. Throws a `FieldError` where somebody else has changed them since, and
 * where what is recorded would be left outside and hasn't been seen (`requireDaysSeen`).
 */
export async function changePerson(
  db: Database,
  viewer: Viewer,
  { id, submissionId, seen, agreed, ...input }: PersonChange & { id: string },
  { today, daysOf }: { today: IsoDate; daysOf: DaysOfPerson },
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "person.change", submissionId };
  return transact(db, act, async (tx, audit) => {
    const holders = await holdersOf(tx, input.email, viewer.today);
    const stored = await holdPerson(tx, viewer, { id, seen });
    const { authorityId, home } = stored;
    if (input.unitId !== home.unitId) await authorityOfUnit(tx, viewer, input.unitId);
    const wanted = { id, authorityId, hasAccount: await hasAccount(tx, id) };
    const chosen = accountChosen(holders, { ...wanted, mayChoose: mayChooseAccounts(viewer) });
    const after = placesAfter(stored, { ...input, from: input.from ?? today });
    await tx.person
      .update({ where: { id }, data: namesOf(input) })
      .catch(refuseTaken("email", "organisation.people.emailTaken"));
    const withdrawn = { byId: viewer.accountId, reason: null };
    const detail = await changeStretches(tx, stored, {
      ...{ after, daysOf, agreed, withdrawn },
      alsoAsked: chosen ? [chosen.asked] : [],
    });
    if (chosen) await giveAccount(tx, audit, { accountId: chosen.id, personId: id });
    await nameAccount(tx, id, fullName(input));
    audit({ type: "person", id, detail: { ...detail, changed: changedNames(stored, input) } });
    return id;
  });
}

/** Which of them are others: the trail outlives a name that is erased, and has none itself. */
function changedNames(stored: StoredPerson, input: ReturnType<typeof namesOf>): string[] {
  const names = ["givenName", "familyName", "email"] as const;
  return names.filter((name) => stored[name] !== input[name]);
}

function mayChooseAccounts(viewer: Viewer): boolean {
  return hasRole(viewer, "administrator");
}

function namesOf({
  givenName,
  familyName,
  email,
}: Pick<PersonInput, "givenName" | "familyName" | "email">) {
  return { givenName, familyName, email };
}

function placesAfter(stored: StoredPerson, change: ChangedPlace): Stretch[] {
  const { home } = stored;
  const { from, joinedOn } = change;
  const end = change.leftOn ?? home.endsBefore;
  if (from > home.startsOn && end !== null && from >= end && !isSamePlace(home, change)) {
    throw new FieldError({ from: { key: "organisation.people.fromAfterLeaving" } });
  }
  const after = changePlace(stored, change);
  if (emptied(after).length > 0) {
    const field = joinedOn === joinedOnOf(stored) ? "leftOn" : "joinedOn";
    throw new FieldError({ [field]: { key: "organisation.placement.emptiesOther" } });
  }
  return after;
}

function joinedOnOf({ own, home }: StoredPerson): IsoDate {
  return boundsOf(employmentAround(own, home)).joinedOn;
}
