import { accountNames } from "~/features/access/account-names.server";
import type { Viewer } from "~/features/access/viewer";
import type { Db } from "~/platform/db.server";
import { dayBefore, toIsoDate, type IsoDate } from "~/terms/day";
import { canChangePerson } from "../in-charge.policy";
import { unitsInCharge } from "../in-charge.server";

/** One stretch of where somebody has worked, as their page shows it. */
export type PlacementRow = {
  id: string;
  unit: { id: string; name: string };
  jobTitle: string;
  share: number;
  startsOn: IsoDate;
  /** The last day; null where no end is known. */
  lastDay: IsoDate | null;
  when: "past" | "now" | "coming";
  /** Whether the viewer is in charge of its unit. */
  canChange: boolean;
};

/** One that never was, with who said so and why. */
export type WithdrawnPlacement = Pick<PlacementRow, "id" | "unit" | "startsOn" | "lastDay"> & {
  withdrawnAt: string;
  byName: string | null;
  reason: string | null;
};

export type PlacementsView = {
  personId: string;
  /** The latest first. */
  rows: PlacementRow[];
  /** For those who may change them. */
  withdrawn: WithdrawnPlacement[];
  canChange: boolean;
  /** Works nowhere here today, and is not to begin. */
  hasLeft: boolean;
};

/** Where somebody works and has worked. The caller has chosen a person that the viewer may see. */
export async function listPlacements(
  db: Db,
  viewer: Viewer,
  { person, today }: { person: { id: string; unitIds: string[] }; today: IsoDate },
): Promise<PlacementsView> {
  const [stored, inCharge] = await Promise.all([
    db.placement.findMany({
      where: { personId: person.id },
      orderBy: [{ startsOn: "desc" }, { id: "desc" }],
      include: { unit: { select: { id: true, name: true } } },
    }),
    db.unit.findMany({ where: unitsInCharge(viewer), select: { id: true } }),
  ]);
  const canChange = canChangePerson(viewer, person);
  const own = new Set(inCharge.map(({ id }) => id));
  const standing = stored.filter(({ withdrawnAt }) => withdrawnAt === null);
  const rows = standing.map(({ id, unit, jobTitle, share, ...days }): PlacementRow => {
    const { startsOn, endsBefore } = daysOf(days);
    const when = startsOn > today ? "coming" : endsBefore && endsBefore <= today ? "past" : "now";
    return {
      ...{ id, unit, jobTitle, share, startsOn, when },
      lastDay: endsBefore && dayBefore(endsBefore),
      canChange: canChange && own.has(unit.id),
    };
  });
  return {
    personId: person.id,
    rows,
    withdrawn: canChange ? await withdrawnOf(db, stored) : [],
    canChange,
    hasLeft: rows.every(({ when }) => when === "past"),
  };
}

function daysOf({ startsOn, endsBefore }: { startsOn: Date; endsBefore: Date | null }) {
  return { startsOn: toIsoDate(startsOn), endsBefore: endsBefore && toIsoDate(endsBefore) };
}

type Stored = {
  id: string;
  unit: { id: string; name: string };
  startsOn: Date;
  endsBefore: Date | null;
  withdrawnAt: Date | null;
  withdrawnById: string | null;
  withdrawnReason: string | null;
};

async function withdrawnOf(db: Db, stored: Stored[]): Promise<WithdrawnPlacement[]> {
  const names = await accountNames(
    db,
    stored.map(({ withdrawnById }) => withdrawnById),
  );
  return stored.flatMap(({ id, unit, withdrawnAt, withdrawnById, withdrawnReason, ...days }) => {
    if (withdrawnAt === null) return [];
    const { startsOn, endsBefore } = daysOf(days);
    return [
      {
        ...{ id, unit, startsOn, lastDay: endsBefore && dayBefore(endsBefore) },
        withdrawnAt: withdrawnAt.toISOString(),
        byName: names.get(withdrawnById) ?? null,
        reason: withdrawnReason,
      },
    ];
  });
}
