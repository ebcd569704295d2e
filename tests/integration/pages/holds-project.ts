import { expect } from "vitest";
import { cascadeFigures } from "~/features/cascade/rules/cascade-figures";
import {
  countedRows,
  reachedRows,
  trainedRows,
} from "~/features/cascade/spread/project-rows.queries.server";
import { projectCascadeFigures } from "~/features/cascade/spread/project-figures.queries.server";
import { leavers } from "~/features/cascade/rules/active-people";
import type { Database } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { competenceKeys, type PersonKey } from "../competence/random-facts";
import type { ProjectKey } from "./page-facts";
import { nameOf, type World } from "./page-world";
import { frozenIn, heldOf, inputOf, lineageOf, nearTo, shouldHold } from "./told-of-methods";
import { byText, minutesOf } from "./sorted";

/** A project's figures of spread and of training, with the rows behind them, as of any day. */
export async function holdsProject(
  db: Database,
  { world, day, key }: { world: World; day: IsoDate; key: ProjectKey },
): Promise<void> {
  const projectId = world.projects[key];
  const figures = await projectCascadeFigures(db, projectId, day);
  const held = competenceKeys.flatMap((competence) => {
    const { handOvers } = lineageOf(world, competence, day);
    return heldOf(world, competence)
      .filter(({ id, project }) => project === key && handOvers.get(id)?.counted)
      .map(({ id, minutes }) => ({ competence, id, minutes }));
  });
  const trained = trainedFor(world, key, day);
  const methods = frozenIn(world, key).map(({ competence }) => {
    const ofMethod = held.filter((each) => each.competence === competence);
    const input = inputOf(world, { competence, group: { project: key }, day });
    const { reach, activation, reproduction, generations, ...more } = cascadeFigures(input);
    return {
      ...{ competenceId: world.competences[competence], reach, activation, reproduction },
      ...{ generations, deadEnds: more.deadEnds.length, carriers: more.carriers.length },
      ...{ handOvers: ofMethod.length, minutes: minutesOf(ofMethod) },
      trainedPeople: trained.filter((each) => each.competence === competence).length,
    };
  });
  expect(figures.methods.map(({ code: _code, name: _name, ...each }) => each).sort(byText)).toEqual(
    methods.sort(byText),
  );
  expect([figures.trainedPeople, figures.handOvers, figures.minutes]).toEqual([
    new Set(trained.map(({ person }) => person)).size,
    held.length,
    minutesOf(held),
  ]);

  const asked = { projectId, asOf: day, page: 1 };
  const counted = await countedRows(db, asked);
  expect(counted.rows.map(({ handOverId }) => handOverId).sort()).toEqual(
    held.map(({ id }) => id).sort(),
  );
  const rows = (await trainedRows(db, asked)).rows.flatMap(({ personId, learned }) =>
    learned.map(({ method, on, inHandOver }) => [personId, method, on, inHandOver]),
  );
  expect(rows.sort(byText)).toEqual(
    trained
      .map(({ person, competence, on, inHandOver }) => [
        ...[world.people[person], competence, on, inHandOver],
      ])
      .sort(byText),
  );
  const reached = await reachedRows(db, asked);
  expect(
    reached.rows
      .map(({ name, method, acquiredOn, leftOn, isReached }) => [
        name,
        method,
        acquiredOn,
        leftOn,
        isReached,
      ])
      .sort(byText),
  ).toEqual(
    frozenIn(world, key)
      .flatMap(({ competence }) => {
        const input = inputOf(world, { competence, group: { project: key }, day });
        const { people } = lineageOf(world, competence, day);
        const gone = leavers(input);
        return shouldHold(world, { competence, group: { project: key }, day }).map((person) => {
          const acquiredOn = people.get(person)?.acquiredOn ?? null;
          const left = input.people.find(({ id }) => id === person)?.left ?? null;
          return [
            ...[nameOf(person), competence, acquiredOn, gone.has(person) ? left : null],
            acquiredOn !== null && !gone.has(person),
          ];
        });
      })
      .sort(byText),
  );
}

/** Who near a project learned one of its methods from its first day on. */
function trainedFor(world: World, key: ProjectKey, day: IsoDate) {
  const { startsOn } = world.facts.projects[key];
  return competenceKeys.flatMap((competence) => {
    const isFrozen = frozenIn(world, key).some((group) => group.competence === competence);
    const isHandedOn = heldOf(world, competence).some(({ project }) => project === key);
    if (!isFrozen && !isHandedOn) return [];
    const group = { project: key };
    const near = new Set<PersonKey>([
      ...shouldHold(world, { competence, group, day }),
      ...nearTo(world, competence, group),
    ]);
    const { people } = lineageOf(world, competence, day);
    return [...near].flatMap((person) => {
      const acquired = people.get(person);
      if (!acquired || acquired.acquiredOn < startsOn) return [];
      return [{ person, competence, on: acquired.acquiredOn, inHandOver: acquired.from !== null }];
    });
  });
}
