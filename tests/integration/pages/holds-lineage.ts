import { expect } from "vitest";
import { confirmedLevels } from "~/features/competence/levels/confirmed-levels.queries.server";
import { knownOn } from "~/features/competence/rules/confirmed-level";
import type { Database } from "~/platform/db.server";
import { addDays } from "~/terms/day";
import { competenceKeys, dayOf, personKeys, unitKeys } from "../competence/random-facts";
import type { World } from "./page-world";
import { factsOn, heldOf, historyIn, lineageOf } from "./told-of-methods";

const days = [...Array(14).keys()].map((number) => dayOf(number - 1));
const ofWorld = ({ competences }: World) => Object.values(competences);

/** Who has learned, which parts count and who has learned from whom, as of every day. */
export async function holdsLineage(db: Database, world: World): Promise<void> {
  const lineages = competenceKeys.flatMap((competence) =>
    days.map((day) => ({ competence, day, ...lineageOf(world, competence, day) })),
  );
  const rows = await db.$queryRaw<{ key: string }[]>`
    select concat_ws(' ', to_char(asked.day, 'YYYY-MM-DD'), found.key) as key
    from unnest(${days}::date[]) asked (day)
    cross join lateral (
      select concat_ws(' ', competence_id, person_id, acquired_on, generation, hand_over_id) as key
      from acquired_by(asked.day) where competence_id = any(${ofWorld(world)}::uuid[])
      union all
      select concat_ws(' ', hand_over_id, person_id)
      from parts_counted_by(asked.day) where competence_id = any(${ofWorld(world)}::uuid[])
      union all
      select concat_ws(' ', hand_over_id, coalesce(reason, generation::text))
      from hand_overs_judged_by(asked.day) where competence_id = any(${ofWorld(world)}::uuid[])
    ) found`;
  const keys = lineages.flatMap(({ competence, day, people, handOvers }) => [
    ...[...people].map(([person, { acquiredOn, generation, from }]) => [
      day,
      world.competences[competence],
      idOf(world, person),
      acquiredOn,
      generation,
      from ?? [],
    ]),
    ...[...handOvers].flatMap(([id, trace]) => {
      if (!trace.counted) return trace.reason === "after-as-of" ? [] : [[day, id, trace.reason]];
      const parts = trace.learners.map((person) => [day, id, idOf(world, person)]);
      return [[day, id, trace.generation], ...parts];
    }),
  ]);
  expect(rows.map(({ key }) => key).sort()).toEqual(keys.map((key) => key.flat().join(" ")).sort());
  await holdsHandedOn(db, world);
  await holdsLevels(db, world);
  await holdsHistory(db, world);
}

/** Who works or has worked in each unit and has any history in a method, as of every day. */
async function holdsHistory(db: Database, world: World): Promise<void> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    select concat_ws(' ', to_char(day, 'YYYY-MM-DD'), unit, history.competence_id,
      history.person_id) as key
    from unnest(${Object.values(world.units)}::uuid[]) unit
    cross join unnest(${days}::date[]) day
    cross join lateral history_in(array[unit], day) history`;
  const keys = competenceKeys.flatMap((competence) =>
    days.flatMap((day) =>
      unitKeys.flatMap((unit) =>
        historyIn(world, { competence, units: [unit], day }).map((person) => [
          ...[day, world.units[unit], world.competences[competence], world.people[person]],
        ]),
      ),
    ),
  );
  expect(rows.map(({ key }) => key).sort()).toEqual(keys.map((key) => key.join(" ")).sort());
}

/** What everybody is confirmed to know, on every day: nothing, before anything stands. */
async function holdsLevels(db: Database, world: World): Promise<void> {
  for (const day of days) {
    const personIds = Object.values(world.people);
    const rows = await confirmedLevels(db, { personIds, onDate: day });
    const facts = factsOn(world, day).attestations.filter(
      ({ withdrawn, attestedOn }) => !withdrawn && attestedOn <= day,
    );
    const known = competenceKeys.flatMap((competence) =>
      personKeys.flatMap((person) => {
        const theirs = facts.filter(
          (each) => each.competence === competence && each.person === person,
        );
        if (theirs.length === 0) return [];
        const competenceId = world.competences[competence];
        return [{ personId: world.people[person], competenceId, ...knownOn(day, theirs) }];
      }),
    );
    expect(rows).toEqual(expect.arrayContaining(known));
    expect(rows).toHaveLength(known.length);
  }
}

const idOf = ({ people }: World, person: string) =>
  personKeys.filter((key) => key === person).map((key) => people[key])[0] ?? "";

/** How many have learned from each, of hand-overs since a day, as of some days. */
async function holdsHandedOn(db: Database, world: World): Promise<void> {
  const sinceDays = days.slice(0, 8);
  const rows = await db.$queryRaw<{ key: string }[]>`
    select concat_ws(' ', competence, person, to_char(since, 'YYYY-MM-DD'),
      to_char(day, 'YYYY-MM-DD'), count(*)) as key
    from unnest(${ofWorld(world)}::uuid[]) competence,
      unnest(${Object.values(world.people)}::uuid[]) person, unnest(${sinceDays}::date[]) since
    cross join lateral (select since + 2 as day union select since + 4) asked
    cross join lateral handed_on_by(person, competence, since, day) learner
    group by competence, person, since, day`;
  const keys = competenceKeys.flatMap((competence) =>
    sinceDays.flatMap((since) =>
      [2, 4].flatMap((later) => {
        const day = addDays(since, later);
        const { handOvers } = lineageOf(world, competence, day);
        const held = heldOf(world, competence).filter(({ heldOn }) => heldOn >= since);
        return personKeys.flatMap((person) => {
          const learners = held.flatMap(({ id }) => {
            const trace = handOvers.get(id);
            return trace?.counted && trace.validTrainers.includes(person) ? trace.learners : [];
          });
          const count = new Set(learners).size;
          const which = [world.competences[competence], world.people[person], since, day];
          return count === 0 ? [] : [[...which, count].join(" ")];
        });
      }),
    ),
  );
  expect(rows.map(({ key }) => key).sort()).toEqual(keys.sort());
}
