import type { Database } from "~/platform/db.server";
import { toDbDate } from "~/terms/day";
import { next } from "./sequence";

type Given = {
  unit: { id: string; authorityId: string };
  givenName?: string;
  familyName?: string;
  email?: string;
  joinedOn?: string;
  leftOn?: string;
};

/** Somebody who works in the unit. */
export function makePerson(db: Database, { unit, joinedOn, leftOn, ...names }: Given) {
  return db.person.create({
    data: {
      givenName: "Kim",
      familyName: `Alm ${next()}`,
      ...names,
      authorityId: unit.authorityId,
      placements: {
        create: {
          unitId: unit.id,
          jobTitle: "Socialsekreterare",
          startsOn: toDbDate(joinedOn ?? "2000-01-01"),
          endsBefore: leftOn ? toDbDate(leftOn) : null,
        },
      },
    },
  });
}

/** Lets somebody leave: `leftOn` is the first day that they are no longer there. */
export async function letLeave(db: Database, personId: string, leftOn: string): Promise<void> {
  await db.placement.updateMany({ where: { personId }, data: { endsBefore: toDbDate(leftOn) } });
}

/** Moves somebody to another unit from a day on. */
export async function letMove(
  db: Database,
  personId: string,
  { unitId, on }: { unitId: string; on: string },
): Promise<void> {
  await letLeave(db, personId, on);
  await db.placement.create({ data: { personId, unitId, startsOn: toDbDate(on) } });
}
