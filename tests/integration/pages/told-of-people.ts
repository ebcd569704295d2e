import type { Stretch } from "~/features/organisation/stretches";
import type { IsoDate } from "~/terms/day";
import { covers, type Period } from "~/terms/period";
import { homeIn, employmentIn, seenOf } from "../../factories/careers";
import {
  above,
  personKeys,
  unitKeys,
  type PersonKey,
  type UnitKey,
} from "../competence/random-facts";
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

/** The units that somebody works in on a day, the one that they are named with first. */
export function unitsOn(world: World, person: PersonKey, day: IsoDate): UnitKey[] {
  const today = placesOn(world, person, [...unitKeys], day).map(({ unit }) => unit);
  return [...new Set([homeOn(world, person, day).unit, ...today])];
}

/** Whether a project of a unit went on while that, or one below it, was a place of theirs. */
export function isNear(world: World, person: PersonKey, project: Period & { unit: UnitKey }) {
  return placesOf(world, person).some(
    ({ unit, startsOn, endsBefore }) =>
      unitsAbove(unit).includes(project.unit) &&
      startsOn < project.endsBefore &&
      (endsBefore === null || endsBefore > project.startsOn),
  );
}
