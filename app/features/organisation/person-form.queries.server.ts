import type { Viewer } from "~/features/access/viewer";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { seenState } from "./seen-state.server";
import { storedPerson } from "./stored-person.server";
import { boundsOf, changeDay, employmentAround, type Stretch } from "./stretches";
import {
  listUnitsInReach,
  listUnitsWith,
  unitNamesOf,
  type UnitOption,
} from "./unit-tree.queries.server";

export type PersonDraft = {
  id: string;
  givenName: string;
  familyName: string;
  email: string | null;
  jobTitle: string;
  unitId: string;
  share: number;
  joinedOn: IsoDate;
  leftOn: IsoDate | null;
  /** The day of a change unless somebody says otherwise: today, or its first day where it isn't on. */
  changeFrom: IsoDate;
  /** The units of other places that they have today or will have. */
  alsoIn: string[];
  seen: string;
};

export type PersonFormView = { units: UnitOption[]; today: IsoDate; submissionId: string };

/** What the form for somebody new offers: the units that the viewer is in charge of. */
export async function showNewPerson(
  db: Db,
  viewer: Viewer,
  today: IsoDate,
): Promise<PersonFormView> {
  return {
    units: await listUnitsInReach(db, viewer),
    today,
    submissionId: crypto.randomUUID(),
  };
}

/**
 * Somebody's details as their form shows them, their own unit also where it isn't the viewer's; 404
 * for those not in charge of.
 */
export async function showPersonDraft(
  db: Db,
  viewer: Viewer,
  { id, today }: { id: string; today: IsoDate },
): Promise<PersonFormView & { draft: PersonDraft }> {
  const stored = await storedPerson(db, viewer, id);
  const { home, stretches, authorityId: _ofViewer, ...names } = stored;
  const { unitId, jobTitle, share } = home;
  const isElsewhere = ({ unitId: other, endsBefore }: Stretch) =>
    other !== unitId && (endsBefore === null || endsBefore > today);
  const unitIds = [home, ...stretches.filter(isElsewhere)].map((stretch) => stretch.unitId);
  const unitNames = await unitNamesOf(db, unitIds);
  return {
    units: await listUnitsWith(db, viewer, unitId),
    today,
    submissionId: crypto.randomUUID(),
    draft: {
      ...names,
      ...{ unitId, jobTitle, share },
      ...boundsOf(employmentAround(stretches, home)),
      changeFrom: changeDay(home, today),
      alsoIn: [...unitNames].flatMap(([other, name]) => (other === unitId ? [] : [name])),
      seen: seenState(stored),
    },
  };
}
