import type { Viewer } from "~/features/access/viewer";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { bordersOf, type Borders } from "./placements/borders";
import { namedBorders } from "./placements/named-borders.server";
import { seenState } from "./seen-state.server";
import { storedPerson } from "./stored-person.server";
import { boundsOf, changeDay, daysOf, employmentAround, type Stretch } from "./stretches";
import { listUnitsInReach, unitNamesOf, type UnitOption } from "./unit-tree.queries.server";

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
  /** The units of others' places that move with the first day, and with the last. */
  borders: Borders<string>;
  /** Whether they are employed on other days, too, in units that aren't the viewer's. */
  isPart: boolean;
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
 * Somebody's details as their form shows them, with the stretches that the viewer is in charge of;
 * 404 for those who have none of these.
 */
export async function showPersonDraft(
  db: Db,
  viewer: Viewer,
  { id, today }: { id: string; today: IsoDate },
): Promise<PersonFormView & { draft: PersonDraft }> {
  const stored = await storedPerson(db, viewer, id);
  const { home, own, stretches, authorityId: _ofViewer, ...names } = stored;
  const { unitId, jobTitle, share } = home;
  const isElsewhere = ({ unitId: other, endsBefore }: Stretch) =>
    other !== unitId && (endsBefore === null || endsBefore > today);
  const unitIds = [home, ...stretches.filter(isElsewhere)].map((stretch) => stretch.unitId);
  const unitNames = await unitNamesOf(db, unitIds);
  const employment = employmentAround(own, home);
  const bounds = boundsOf(employment);
  const others = stretches.filter((stretch) => !employment.includes(stretch));
  return {
    units: await listUnitsInReach(db, viewer),
    today,
    submissionId: crypto.randomUUID(),
    draft: {
      ...names,
      ...{ unitId, jobTitle, share },
      ...bounds,
      borders: await namedBorders(db, bordersOf(others, daysOf(bounds))),
      isPart: employmentAround(stretches, home).length > employment.length,
      changeFrom: changeDay(home, today),
      alsoIn: [...unitNames].flatMap(([other, name]) => (other === unitId ? [] : [name])),
      seen: seenState(stored),
    },
  };
}
