import { expect } from "vitest";
import { findPeople } from "~/features/cascade/entering/find-people.queries.server";
import { listCatalogue } from "~/features/training/catalogue/catalogue.queries.server";
import { basisOf, isCarrier, knownOn } from "~/features/competence/rules/confirmed-level";
import { listPeople } from "~/features/organisation/people-list.queries.server";
import { showPersonPage } from "~/overviews/person/person-page.queries.server";
import type { Database } from "~/platform/db.server";
import { dayBefore } from "~/terms/day";
import { competenceKeys, personKeys, unitKeys, type PersonKey } from "../competence/random-facts";
import { codeOf } from "./page-world";
import { factsOn } from "./told-of-methods";
import { homeOn, placesOf, placesOn, seenIn, worksIn } from "./told-of-people";
import { comesBy, down } from "./sorted";
import type { Asked } from "./viewers";

/** Each person's page, and the list of them. */
export async function holdsPeople(db: Database, { world, today, looking }: Asked): Promise<void> {
  const { facts, people } = world;
  const attested = factsOn(world, today).attestations.filter(({ withdrawn }) => !withdrawn);
  // A hand-over's level is listed from when it is told, though it stands from later.
  const isActive = (person: PersonKey) => worksIn(world, [...unitKeys], today).includes(person);
  for (const person of personKeys) {
    const shown = showPersonPage(db, looking.viewer, { personId: people[person], today });
    if (!looking.inReach.includes(person)) {
      await expect(shown).rejects.toMatchObject({ code: "not-found" });
      continue;
    }
    const page = await shown;
    const { unit, joinedOn, leftOn } = homeOn(world, person, today);
    expect(page.person).toMatchObject({ unit: { name: unit }, joinedOn, leftOn });
    const places = placesOf(world, person);
    comesBy(page.placements.rows, ({ startsOn, id }) => [down(startsOn), down(id ?? "")]);
    comesBy(page.attestations.rows, ({ attestedOn, id }) => [down(attestedOn), down(id)]);
    expect(
      page.placements.rows.map(({ id, when, lastDay }) => ({ id, when, lastDay })).sort(byId),
    ).toEqual(
      places
        .map(({ id, startsOn, endsBefore }) => ({
          id: id ?? "",
          when: startsOn > today ? "coming" : endsBefore && endsBefore <= today ? "past" : "now",
          lastDay: endsBefore && dayBefore(endsBefore),
        }))
        .sort(byId),
    );
    expect(page.placements.hasLeft).toBe(
      places.every(({ endsBefore }) => endsBefore !== null && endsBefore <= today),
    );
    const canChange =
      looking.isAdministrator || seenIn(world, looking.manages, today).includes(person);
    expect(page.placements.withdrawn.map(({ id }) => id).sort()).toEqual(
      canChange
        ? facts.placements
            .filter((each) => each.person === person && each.withdrawn)
            .map(({ id }) => id)
            .sort()
        : [],
    );
    const levels = competenceKeys.toSorted().flatMap((competence) => {
      const theirs = attested.filter(
        (each) => each.person === person && each.competence === competence,
      );
      if (!theirs.some(({ attestedOn }) => attestedOn <= today)) return [];
      const known = knownOn(today, theirs);
      const carrierSince = isActive(person) && isCarrier(known) ? known.clearedSince : null;
      return [
        {
          competence: { code: codeOf(world, competence), name: competence },
          level: known.level,
          basis: basisOf(known),
          carrierSince,
        },
      ];
    });
    expect(page.levels).toEqual(levels);
    const byHand = facts.attestations.filter((each) => each.person === person && !each.withdrawn);
    expect(
      page.attestations.rows
        .filter(({ sourceHref }) => !sourceHref)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(byHand.map(({ id }) => id).sort());
  }
  // Whoever works here today, or has within a year: nobody's page is opened by it.
  const called = await findPeople(db, looking.viewer, { query: "kim", today });
  expect(called.map(({ id }) => id).sort()).toEqual(
    personKeys
      .filter((person) => homeOn(world, person, today).startsOn <= today)
      .map((person) => people[person])
      .sort(),
  );
  if (!looking.isAdministrator && looking.manages.length === 0) return;
  const { count, rows } = await listCatalogue(db, looking.viewer, 1);
  expect([count, ...rows.map(({ title }) => title)]).toEqual([1, "Kurs"]);
  const listed = looking.isAdministrator ? [...personKeys] : seenIn(world, looking.manages, today);
  const list = await listPeople(db, looking.viewer, { search: "", page: 1, today });
  const stateOf = (person: PersonKey) => {
    const { joinedOn = "", leftOn } = homeOn(world, person, today);
    return leftOn && leftOn <= today ? "left" : joinedOn > today ? "coming" : "here";
  };
  expect([list.count, list.here]).toEqual([listed.length, listed.filter(isActive).length]);
  const unitsOf = (person: PersonKey) => {
    const working = placesOn(world, person, [...unitKeys], today);
    const units = working.map(({ unit, share }) => `${unit} ${share}`);
    return units.length > 0 ? units : [homeOn(world, person, today).unit];
  };
  const told = list.rows.map(({ id, state, places }) => {
    const isHere = state === "here";
    const units = places.map(({ unitName, share }) => (isHere ? `${unitName} ${share}` : unitName));
    return { id, state, units };
  });
  expect(told).toEqual(
    listed.map((person) => ({
      ...{ id: people[person], state: stateOf(person), units: unitsOf(person) },
    })),
  );
  const found = await listPeople(db, looking.viewer, { search: "kim an", page: 1, today });
  expect(found.rows.map(({ id }) => id)).toEqual(
    listed.filter((key) => key.includes("an")).map((key) => people[key]),
  );
}

const byId = (a: { id?: string }, b: { id?: string }) => ((a.id ?? "") < (b.id ?? "") ? -1 : 1);
