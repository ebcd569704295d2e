import type { Database } from "~/platform/db.server";
import { sinceAlways, toDbDate } from "~/terms/day";

type Given = {
  unitId: string;
  competenceId: string;
  level?: number;
  minHolders?: number;
  minCarriers?: number;
  dueOn?: string;
  /** Since always unless told otherwise. */
  startsOn?: string;
  endsBefore?: string | null;
  withdrawn?: boolean;
};

/** What a unit requires: level 2, one holder and one carrier, unless told otherwise. */
export function makeRequirement(db: Database, given: Given) {
  const { startsOn = sinceAlways, endsBefore, dueOn, withdrawn, ...rest } = given;
  return db.requirement.create({
    data: {
      ...{ level: 2, minHolders: 1, minCarriers: 1, ...rest },
      dueOn: dueOn ? toDbDate(dueOn) : null,
      startsOn: toDbDate(startsOn),
      endsBefore: endsBefore ? toDbDate(endsBefore) : null,
      withdrawnAt: withdrawn ? new Date() : null,
    },
  });
}
