import { Prisma } from "~/generated/prisma/client";
import { expect } from "vitest";
import type { Database } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { covers } from "~/terms/period";
import { competenceKeys, dayOf, personKeys, unitKeys } from "../competence/random-facts";
import { reckonedUnit } from "../competence/reckoned-unit";
import { methodsOf, trainedFor } from "./holds-project";
import { projectKeys } from "./page-facts";
import type { World } from "./page-world";
import { elementsOn, factsOn, nearTo } from "./told-of-methods";
import { homeOn, placesOn, seenIn, unitsBelow } from "./told-of-people";

const days = [...Array(12).keys()].map((number) => dayOf(number - 1));

export type Told = (string | number | boolean | null)[];

/** What relations say of every day, also of those on which nobody opens a page. */
export async function holdsEveryDay(db: Database, world: World): Promise<void> {
  await holdsPlaces(db, world);
  await holdsRequirements(db, world);
  await holdsProjects(db, world);
}

/** Rows as text, with their day first. */
export async function isTold(db: Database, rows: Prisma.Sql, tell: (day: IsoDate) => Told[]) {
  const found = await db.$queryRaw<{ key: string }[]>`
    select concat_ws(' ', to_char(asked.day, 'YYYY-MM-DD'), found.key) as key
    from unnest(${days}::date[]) asked (day) cross join lateral (${rows}) found`;
  const told = days.flatMap((day) => tell(day).map((row) => [day, ...row]));
  const written = told.map((row) => row.filter((value) => value !== null).join(" "));
  expect(found.map(({ key }) => key).sort()).toEqual(written.sort());
}

/** Who works where, how they are named, through which units they are seen, and when they work here. */
async function holdsPlaces(db: Database, world: World): Promise<void> {
  const { people, units } = world;
  const everybody = Prisma.sql`${Object.values(people)}::uuid[]`;
  await isTold(
    db,
    Prisma.sql`
      select concat_ws(' ', 'works', staff.person_id, staff.unit_id) as key
      from staff_on(asked.day) staff where staff.person_id = any(${everybody})
      union all
      select concat_ws(' ', 'seen', seen.person_id, seen.unit_id)
      from (select distinct person_id, unit_id from seen_through(asked.day)) seen
      where seen.person_id = any(${everybody})
      union all
      select concat_ws(' ', 'home', person, home.unit_id, home.starts_on, employment.joined_on,
        employment.left_on)
      from unnest(${everybody}) person cross join lateral home_of(person, asked.day) home
      cross join lateral employment_of(person, asked.day) employment`,
    (day) => [
      ...personKeys.flatMap((person) =>
        placesOn(world, person, [...unitKeys], day).map(({ unitId }) => [
          ...["works", people[person], unitId],
        ]),
      ),
      ...unitKeys.flatMap((unit) =>
        seenIn(world, [unit], day).map((person) => ["seen", people[person], units[unit]]),
      ),
      ...personKeys.map((person) => {
        const { unit, startsOn, joinedOn = null, leftOn = null } = homeOn(world, person, day);
        return ["home", people[person], units[unit], startsOn, joinedOn, leftOn];
      }),
    ],
  );
}

/** How far each unit's requirements have come among its people, and what methods consist of. */
async function holdsRequirements(db: Database, world: World): Promise<void> {
  const { units, competences } = world;
  for (const unit of unitKeys) {
    const below = unitsBelow(unit).map((key) => units[key]);
    await isTold(
      db,
      Prisma.sql`
        select concat_ws(' ', over_id, competence_id, level, people, holders, observed, carriers)
          as key
        from coverage_in(${below}::uuid[], asked.day)
        union all
        select concat_ws(' ', competence_id, people, holders)
        from standing_counts_in(${below}::uuid[], asked.day) where people > 0
        union all
        select concat_ws(' ', person_id, competence_id, level)
        from should_hold_in(${below}::uuid[], asked.day)`,
      (day) => {
        const reckoned = reckonedUnit(factsOn(world, day), unit, day);
        return [
          ...reckoned.requirements.map(({ unit: of, competence, level, ...row }) => [
            ...[units[of], competences[competence], level],
            ...[row.people, row.holders, row.observed, row.carriers],
          ]),
          ...reckoned.competences
            .filter(({ shouldHold }) => shouldHold.length > 0)
            .map(({ competence, shouldHold, gaps }) => [
              ...[competences[competence], shouldHold.length, shouldHold.length - gaps.length],
            ]),
          ...reckoned.competences.flatMap(({ competence, shouldHold, levels }) =>
            shouldHold.map((person, index) => [
              ...[world.people[person], competences[competence], levels[index] ?? null],
            ]),
          ),
        ];
      },
    );
  }
  await isTold(
    db,
    Prisma.sql`
      select concat_ws(' ', competence, element_id) as key
      from unnest(${Object.values(competences)}::uuid[]) competence
      cross join lateral core_elements_on(competence, asked.day)`,
    (day) =>
      competenceKeys.flatMap((key) =>
        elementsOn(world, key, day).map(({ id }) => [competences[key], id]),
      ),
  );
}

/** Which methods are a project's, who was trained for it, and whether an hour and a line are open. */
async function holdsProjects(db: Database, world: World): Promise<void> {
  const { competences, people, projects, lines, facts } = world;
  for (const key of projectKeys) {
    const project = Prisma.sql`${projects[key]}::uuid`;
    await isTold(
      db,
      Prisma.sql`
        select concat_ws(' ', 'method', competence_id) as key from methods_of(${project}, asked.day)
        union all
        select concat_ws(' ', 'near', competence_id, person_id)
        from near_project(${project}, asked.day)
        union all
        select concat_ws(' ', 'trained', person_id, competence_id, held_on)
        from trained_for(${project}, asked.day)
        union all
        select concat_ws(' ', 'rate', rate_ore is not null) from rate_on(${project}, asked.day)
        union all
        select concat_ws(' ', 'line', line_id, is_open)
        from lines_on(${project}, asked.day, asked.day)`,
      (day) => {
        const { closedOn, ...period } = facts.projects[key];
        const runs = covers(period, day);
        const isOpen = runs && (closedOn === null || closedOn >= day);
        return [
          ...methodsOf(world, key, day).map((method) => ["method", competences[method]]),
          ...competenceKeys.flatMap((competence) =>
            [...new Set(nearTo(world, { competence, group: { project: key }, day }))].map(
              (person) => ["near", competences[competence], people[person]],
            ),
          ),
          ...trainedFor(world, key, day).map(({ person, competence, on }) => [
            ...["trained", people[person], competence && competences[competence], on],
          ]),
          ...facts.rates
            .filter((rate) => rate.project === key && !rate.withdrawn && covers(rate, day))
            .map(() => ["rate", "t"]),
          ...(["granted", "cash", "hours"] as const).map((line) => [
            ...["line", lines[key][line], (line === "granted" ? isOpen : runs) ? "t" : "f"],
          ]),
        ];
      },
    );
  }
}
