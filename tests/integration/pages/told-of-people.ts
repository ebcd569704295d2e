import type { Stretch } from "~/features/organisation/stretches";
import type { IsoDate } from "~/terms/day";
import { covers } from "~/terms/period";
import { homeIn, employmentIn, seenOf } from "../../factories/careers";
import {
  above,
  personKeys,
  unitKeys,
  type PersonKey,
  type UnitKey,
} from "../competence/random-facts";
import { projectUnits, type ProjectKey } from "./page-facts";
import { shareIn, type World } from "./page-world";

// What follows from the facts of where people work, one person at a time.

/** The unit and those below it. */
export function unitsBelow(unit: UnitKey): UnitKey[] {
  return unitKeys.filter((each) => unitsAbove(each).includes(unit));
}

/** The unit and those above it. */
export function unitsAbove(unit: UnitKey): UnitKey[] {
  const over = above[unit];
  return over === null ? [unit] : [unit, ...unitsAbove(over)];
}

export type Place = Stretch & { unit: UnitKey };

export function placesOf({ facts, units }: World, person: PersonKey): Place[] {
  return facts.placements
    .filter((place) => place.person === person && !place.withdrawn)
    .map(({ id, unit, startsOn, endsBefore }) => ({
      ...{ id, unit, unitId: units[unit], share: shareIn(unit), jobTitle: unit },
      ...{ startsOn, endsBefore },
    }));
}

/** Those of the units on a day, the larger share first. */
export function placesOn(world: World, person: PersonKey, units: UnitKey[], day: IsoDate): Place[] {
  return placesOf(world, person)
    .filter((place) => units.includes(place.unit) && covers(place, day))
    .sort((a, b) => b.share - a.share);
}

export function worksIn(world: World, units: UnitKey[], day: IsoDate): PersonKey[] {
  return personKeys.filter((person) => placesOn(world, person, units, day).length > 0);
}

/** The units that are somebody's own on a day: the one they are named with, and where they work. */
export function ownUnits(world: World, person: PersonKey, day: IsoDate): UnitKey[] {
  const working = placesOn(world, person, [...unitKeys], day).map(({ unit }) => unit);
  return [...new Set([homeOn(world, person, day).unit, ...working])];
}

/** Whether a project was run by a unit of somebody's, or one above it, while it was theirs. */
export function hasBeenNear(world: World, person: PersonKey, project: ProjectKey): boolean {
  const { startsOn, endsBefore } = world.facts.projects[project];
  return placesOf(world, person).some(
    (place) =>
      unitsAbove(place.unit).includes(projectUnits[project]) &&
      place.startsOn < endsBefore &&
      (place.endsBefore === null || place.endsBefore > startsOn),
  );
}

/** Who may be looked at through some units, as it is decided on a day. */
export function seenIn(world: World, units: UnitKey[], day: IsoDate): PersonKey[] {
  return personKeys.filter((person) =>
    seenOf(placesOf(world, person), day).some(({ unitId }) =>
      units.some((unit) => world.units[unit] === unitId),
    ),
  );
}

/** Who works or has worked in units when a day has come, and until before which day the last time. */
export function inUntil(world: World, units: UnitKey[], day: IsoDate) {
  return personKeys.flatMap((person) => {
    const ends = placesOf(world, person)
      .filter(({ unit, startsOn }) => units.includes(unit) && startsOn <= day)
      .map(({ endsBefore }) => endsBefore ?? "9999-12-31");
    return ends.length === 0 ? [] : [{ person, endsBefore: ends.sort().at(-1) ?? "" }];
  });
}

export function homeOn(world: World, person: PersonKey, day: IsoDate) {
  const places = placesOf(world, person);
  const { unitId, startsOn } = homeIn(places, day);
  const unit = unitKeys.find((key) => world.units[key] === unitId) ?? "top";
  return { unit, startsOn, ...employmentIn(places, day) };
}
