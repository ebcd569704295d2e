import { Prisma } from "~/generated/prisma/client";
import type { Database } from "~/platform/db.server";
import { toIsoDate, type IsoDate } from "~/terms/day";
import { personKeys, unitKeys, type PersonKey, type UnitKey } from "../competence/random-facts";
import { isTold } from "./holds-every-day";
import type { World } from "./page-world";
import { factsOn } from "./told-of-methods";
import { placesOf, placesOn } from "./told-of-people";

/**
 * For which days what is counted of each unit holds, whatever day it is counted for: from the last
 * day on which something of its people has begun or ended until the next.
 */
export async function holdsCounts(db: Database, world: World): Promise<void> {
  const turns = await turnsOf(db, world);
  for (const unit of unitKeys) {
    const people = personKeys.filter((person) =>
      placesOf(world, person).some((place) => place.unit === unit),
    );
    const ofAll = (of: (person: PersonKey) => IsoDate[]) => people.flatMap(of).sort();
    const counted = ofAll((person) => turns.ofWork(person));
    const spread = ofAll((person) => [...turns.ofPlaces(person), ...turns.ofLineage(person)]);
    const id = Prisma.sql`${world.units[unit]}::uuid`;
    await isTold(
      db,
      Prisma.sql`
        select concat_ws(' ', 'counted', known_from, coalesce(known_until::text, 'on'), people,
          cardinality(shared)) as key
        from count_of_unit(${id}, asked.day)
        union all
        select concat_ws(' ', 'spread', known_from, coalesce(known_until::text, 'on'))
        from spread_days_of(${id}, asked.day)`,
      (day) => [
        ["counted", ...stretchOf(counted, day), ...peopleIn(world, unit, day)],
        ["spread", ...stretchOf(spread, day)],
      ],
    );
  }
}

function stretchOf(turns: readonly IsoDate[], day: IsoDate): [IsoDate, string] {
  const from = turns.findLast((turn) => turn <= day) ?? day;
  return [from, turns.find((turn) => turn > day) ?? "on"];
}

/** How many work in a unit and nowhere else, and how many elsewhere, too. */
function peopleIn(world: World, unit: UnitKey, day: IsoDate): [number, number] {
  const working = personKeys.filter((person) => placesOn(world, person, [unit], day).length > 0);
  const shared = working.filter((person) => placesOn(world, person, [...unitKeys], day).length > 1);
  return [working.length - shared.length, shared.length];
}

/** The days on which something of somebody begins or ends; what is stored of lineages says its own. */
async function turnsOf(db: Database, world: World) {
  const levels = factsOn(world, "2199-12-31").attestations;
  const where = { personId: { in: Object.values(world.people) } };
  const lineage = [
    ...(await db.lineagePerson.findMany({ where })),
    ...(await db.lineageCircle.findMany({ where })).map((row) => ({
      ...{ ...row, mayTeachFrom: null, taughtFrom: null },
    })),
  ];
  const ofPlaces = (person: PersonKey) =>
    placesOf(world, person).flatMap(({ startsOn, endsBefore }) =>
      [startsOn, endsBefore ?? []].flat(),
    );
  return {
    ofPlaces,
    ofWork: (person: PersonKey) => [
      ...ofPlaces(person),
      ...levels.flatMap((level) =>
        level.person === person && !level.withdrawn ? [standsFrom(level)] : [],
      ),
    ],
    ofLineage: (person: PersonKey) =>
      lineage
        .filter(({ personId }) => personId === world.people[person])
        .flatMap((row) => [row.knownFrom, row.knownUntil, row.mayTeachFrom, row.taughtFrom])
        .flatMap((day) => (day ? [toIsoDate(day)] : [])),
  };
}

function standsFrom(level: { attestedOn: IsoDate; standsFrom?: IsoDate }): IsoDate {
  return level.standsFrom ?? level.attestedOn;
}
