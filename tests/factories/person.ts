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
      jobTitle: "Socialsekreterare",
      authorityId: unit.authorityId,
      unitId: unit.id,
      joinedOn: toDbDate(joinedOn ?? "2000-01-01"),
      leftOn: leftOn ? toDbDate(leftOn) : null,
    },
  });
}
