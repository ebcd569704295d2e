import type { Database } from "~/platform/db.server";
import { toDbDate } from "~/terms/day";
import { next } from "./sequence";
import { makeUnit } from "./unit";

type Given = {
  unit?: { id: string; authorityId: string };
  code?: string;
  name?: string;
  startsOn?: string;
  endsBefore?: string;
};

/** A project of one calendar year, 2013 unless told otherwise, in a unit of its own. */
export async function makeProject(db: Database, given: Given = {}) {
  const unit = given.unit ?? (await makeUnit(db));
  const number = next();
  return db.project.create({
    data: {
      authorityId: unit.authorityId,
      unitId: unit.id,
      code: given.code ?? `PROJ${number}`,
      name: given.name ?? `Projekt ${number}`,
      startsOn: toDbDate(given.startsOn ?? "2013-01-01"),
      endsBefore: toDbDate(given.endsBefore ?? "2014-01-01"),
    },
  });
}
