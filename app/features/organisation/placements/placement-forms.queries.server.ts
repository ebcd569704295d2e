import type { Viewer } from "~/features/access/viewer";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { covers } from "~/terms/period";
import { fullName } from "../names/full-name";
import { seenState } from "../seen-state.server";
import { placementInCharge, storedPerson, type StoredPerson } from "../stored-person.server";
import { changeDay, type Stretch } from "../stretches";
import { listUnitsInReach, unitNamesOf, type UnitOption } from "../unit-tree.queries.server";
import { bordersOf, type Borders } from "./borders";
import { namedBorders } from "./named-borders.server";

type PlacementFormBase = {
  person: { id: string; name: string };
  seen: string;
  submissionId: string;
};

export type NewPlacementView = PlacementFormBase & {
  units: UnitOption[];
  today: IsoDate;
  /** Works nowhere here any more: the form brings them back. */
  comesBack: boolean;
  /** What the form suggests: the last title, and what is left of full time. */
  suggested: { unitId?: string; jobTitle: string; share: number };
  /** Per cent of full time that they work today. */
  sharesToday: number;
};

/** The form that places somebody once more; 404 for those not in charge of. */
export async function showNewPlacement(
  db: Db,
  viewer: Viewer,
  { personId, today }: { personId: string; today: IsoDate },
): Promise<NewPlacementView> {
  const [stored, units] = await Promise.all([
    storedPerson(db, viewer, personId),
    listUnitsInReach(db, viewer),
  ]);
  const { home, stretches } = stored;
  const comesBack = stretches.every(({ endsBefore }) => endsBefore !== null && endsBefore <= today);
  const sharesToday = stretches
    .filter((stretch) => covers(stretch, today))
    .reduce((sum, { share }) => sum + share, 0);
  const { jobTitle, unitId } = home;
  return {
    ...baseOf(stored),
    units,
    today,
    comesBack,
    sharesToday,
    suggested: {
      jobTitle,
      share: comesBack || sharesToday === 100 ? 100 : 100 - sharesToday,
      ...(comesBack && units.some(({ id }) => id === unitId) && { unitId }),
    },
  };
}

export type PlacementDraft = Stretch & { id: string };

export type PlacementView = PlacementFormBase & {
  draft: PlacementDraft;
  units: UnitOption[];
  unitName: string;
  /** The day of a change unless somebody says otherwise: today, or its first day where it isn't on. */
  changeFrom: IsoDate;
  /** The units of those that move with its first day, and with its end. */
  borders: Borders<string>;
  /** The units of those that would go on if it never was: who moved here from there alone. */
  movedFrom: string[];
};

/** One of somebody's placements as its forms show it; 404 for those not in charge of. */
export async function showPlacement(
  db: Db,
  viewer: Viewer,
  { personId, placementId, today }: { personId: string; placementId: string; today: IsoDate },
): Promise<PlacementView> {
  const stored = await storedPerson(db, viewer, personId);
  const chosen = placementInCharge(stored, placementId);
  const units = await listUnitsInReach(db, viewer);
  const others = stored.stretches.filter((stretch) => stretch !== chosen);
  const borders = await namedBorders(db, bordersOf(others, chosen));
  const names = await unitNamesOf(db, [chosen.unitId]);
  return {
    ...baseOf(stored),
    draft: { ...chosen, id: placementId },
    units,
    unitName: names.get(chosen.unitId) ?? "",
    changeFrom: changeDay(chosen, today),
    borders,
    movedFrom: borders.start?.begins.length === 0 ? borders.start.ends : [],
  };
}

function baseOf(stored: StoredPerson): PlacementFormBase {
  return {
    person: { id: stored.id, name: fullName(stored) },
    seen: seenState(stored),
    submissionId: crypto.randomUUID(),
  };
}
