import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import type { Database } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { transact } from "~/platform/transact.server";
import type { IsoDate } from "~/terms/day";
import { authorityOfUnit } from "../in-charge.server";
import { placementInCharge } from "../stored-person.server";
import { isSamePlace, type Stretch } from "../stretches";
import { writeStretches } from "../write-stretches.server";
import { emptied } from "./borders";
import { changeStretch, withoutStretch } from "./change-stretch";
import { changeStretches, holdPerson } from "./change-stretches.server";
import type { DaysOfPerson } from "./days-seen.server";
import type { NewPlacement, PlacementChange, PlacementWithdrawal } from "./placements.schema";

/**
 * Places somebody in a unit of the viewer's from a day on, beside where they work already, or once
 * they have come back. Returns the person's id.
 */
export async function addPlacement(
  db: Database,
  viewer: Viewer,
  { personId, seen, submissionId, ...place }: NewPlacement & { personId: string },
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "person.place", submissionId };
  return transact(db, act, async (tx, audit) => {
    const { stretches: before } = await holdPerson(tx, viewer, { id: personId, seen });
    await authorityOfUnit(tx, viewer, place.unitId);
    const { unitId, jobTitle, share, from: startsOn, leftOn: endsBefore } = place;
    const added = { id: null, unitId, jobTitle, share, startsOn, endsBefore };
    await writeStretches(tx, personId, { before, after: [...before, added] });
    const detail = { unitId, jobTitle, share, startsOn, endsBefore };
    audit({ type: "person", id: personId, detail });
    return personId;
  });
}

type Chosen = { personId: string; placementId: string };
type Asked = { today: IsoDate; daysOf: DaysOfPerson };

/**
 * Changes one of somebody's placements (`changeStretch`): its unit, title or share from a day on
 * (today, where no day is said), its first and its last day. Returns the person's id. Throws a
 * `FieldError` as `changePerson` does.
 */
export async function changePlacement(
  db: Database,
  viewer: Viewer,
  { personId, placementId, seen, agreed, submissionId, ...input }: PlacementChange & Chosen,
  { today, daysOf }: Asked,
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "person.change-placement", submissionId };
  return transact(db, act, async (tx, audit) => {
    const stored = await holdPerson(tx, viewer, { id: personId, seen });
    const chosen = placementInCharge(stored, placementId);
    if (input.unitId !== chosen.unitId) await authorityOfUnit(tx, viewer, input.unitId);
    const { leftOn: endsBefore, from, ...place } = input;
    const changed = { ...place, endsBefore, from: from ?? today };
    if (!isSamePlace(chosen, input) && endsBefore !== null && changed.from >= endsBefore) {
      throw new FieldError({ from: { key: "organisation.people.fromAfterLeaving" } });
    }
    const after = changeStretch(stored.stretches, chosen, changed);
    refuseEmptied(after, chosen, input);
    const withdrawn = { byId: viewer.accountId, reason: null };
    const detail = await changeStretches(tx, stored, { after, daysOf, agreed, withdrawn });
    audit({ type: "person", id: personId, detail: { placementId, ...detail } });
    return personId;
  });
}

/** A border can't be moved past the other end of a neighbour: that one has to be withdrawn first. */
function refuseEmptied(
  after: Stretch[],
  chosen: Stretch,
  { startsOn }: Pick<Stretch, "startsOn">,
): void {
  if (emptied(after).length === 0) return;
  const field = startsOn === chosen.startsOn ? "leftOn" : "startsOn";
  throw new FieldError({ [field]: { key: "organisation.placement.emptiesOther" } });
}

/**
 * Marks a placement as one that never was, with the reason why (`withoutStretch`). Returns the
 * person's id. Throws a `FieldError` where it is the only one that the person has.
 */
export async function withdrawPlacement(
  db: Database,
  viewer: Viewer,
  { personId, placementId, seen, agreed, submissionId, ...input }: PlacementWithdrawal & Chosen,
  { daysOf }: Pick<Asked, "daysOf">,
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "person.withdraw-placement", submissionId };
  return transact(db, act, async (tx, audit) => {
    const stored = await holdPerson(tx, viewer, { id: personId, seen });
    const gone = placementInCharge(stored, placementId);
    const after = withoutStretch(stored.stretches, gone, input);
    if (after.length === 0) {
      throw new FieldError({ form: { key: "organisation.placement.onlyOne" } });
    }
    const withdrawn = { byId: viewer.accountId, reason: input.reason };
    const detail = await changeStretches(tx, stored, { after, daysOf, agreed, withdrawn });
    audit({ type: "person", id: personId, detail: { placementId, ...detail } });
    return personId;
  });
}
