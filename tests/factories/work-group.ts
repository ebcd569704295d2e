import type { Database } from "~/platform/db.server";
import { makeCompetence } from "./competence";
import { makePerson } from "./person";
import { makeUnit } from "./unit";

/** A unit whose people go by their given names, and a method with three core elements. */
export async function makeWorkGroup<Name extends string>(db: Database, ...names: Name[]) {
  const unit = await makeUnit(db);
  const competence = await makeCompetence(db, { authorityId: unit.authorityId, coreElements: 3 });
  const people = await Promise.all(
    names.map(async (givenName) => {
      const { id } = await makePerson(db, { unit, givenName });
      return [givenName, id] as const;
    }),
  );
  return {
    unit,
    competence,
    // fromEntries forgets the keys that it was given.
    id: Object.fromEntries(people) as Record<Name, string>,
  };
}
