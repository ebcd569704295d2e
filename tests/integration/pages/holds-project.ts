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
import { competenceKeys, type CompetenceKey, type PersonKey } from "../competence/random-facts";
import type { ProjectKey } from "./page-facts";
import { familyFirst, nameOf, type World } from "./page-world";
import {
  asPerson,
  frozenIn,
  heldOf,
  isAnswered,
  inputOf,
  lineageOf,
  nearTo,
  shouldHold,
} from "./told-of-methods";
import { byText, comesBy, down, minutesOf } from "./sorted";

/** A project's figures of spread and of training, with the rows behind them, as of any day. */
export async function holdsProject(
  db: Database,
  { world, day, key }: { world: World; day: IsoDate; key: ProjectKey },
): Promise<void> {
  const projectId = world.projects[key];
  const figures = await projectCascadeFigures(db, projectId, day);
  const held = competenceKeys.flatMap((competence) => {
    const { handOvers } = lineageOf(world, competence, day);
    return heldOf(world, competence).flatMap(({ id, project, minutes }) => {
      const judged = handOvers.get(id);
      if (project !== key || !judged?.counted) return [];
      return [{ competence, id, minutes, generation: judged.generation }];
    });
  });
  const trained = trainedFor(world, key, day);
  const beside = besideOf(world, { key, day, trained });
  const methods = methodsOf(world, key, day).map((competence) => {
    const ofMethod = held.filter((each) => each.competence === competence);
    const input = inputOf(world, { competence, group: { project: key }, day });
    const { reach, activation, reproduction, generations, ...more } = cascadeFigures(input);
    return {
      ...{ competenceId: world.competences[competence], reach, activation, reproduction },
      generations: generations.map((row) => ({
        ...row,
        ownHandOvers: ofMethod.filter(({ generation }) => generation === row.generation).length,
      })),
      ...{ deadEnds: more.deadEnds.length, carriers: more.carriers.length },
      ...{ handOvers: ofMethod.length, minutes: minutesOf(ofMethod) },
      trainedPeople: peopleIn(trained.filter((each) => each.competence === competence)),
      besidePeople: peopleIn(beside.filter((each) => each.competence === competence)),
    };
  });
  expect(figures.methods.map(({ code: _code, name: _name, ...each }) => each).sort(byText)).toEqual(
    methods.sort(byText),
  );
  expect([figures.trainedPeople, figures.besidePeople]).toEqual([
    peopleIn(trained),
    peopleIn(beside),
  ]);
  expect([figures.handOvers, figures.minutes]).toEqual([held.length, minutesOf(held)]);

  const asked = { projectId, asOf: day, page: 1 };
  const counted = await countedRows(db, asked);
  comesBy(counted.rows, ({ heldOn, handOverId }) => [down(heldOn), handOverId]);
  expect(counted.rows.map(({ handOverId }) => handOverId).sort()).toEqual(
    held.map(({ id }) => id).sort(),
  );
  const people = await trainedRows(db, asked);
  comesBy(people.rows, ({ name }) => [familyFirst(name)]);
  const rows = people.rows.flatMap(({ personId, learned }) => {
    comesBy(learned, ({ on, method }) => [on, method]);
    return learned.map(({ method, on, inHandOver }) => [personId, method, on, inHandOver]);
  });
  expect(rows.sort(byText)).toEqual(
    trained
      .map(({ person, learned, on, inHandOver }) => [
        ...[world.people[person], learned, on, inHandOver],
      ])
      .sort(byText),
  );
  const reached = await reachedRows(db, asked);
  comesBy(reached.rows, ({ method, isReached, name }) => [
    ...[method, down(isReached), familyFirst(name)],
  ]);
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

/** The methods that a project has a group for, or an answered hand-over or a course of. */
export function methodsOf(world: World, key: ProjectKey, day: IsoDate) {
  return competenceKeys.filter(
    (competence) =>
      frozenIn(world, key).some(
        (group) => group.competence === competence && group.frozenOn <= day,
      ) ||
      heldOf(world, competence).some((held) => held.project === key && isAnswered(held, day)) ||
      coursesOf(world, key, day).some((course) => course.competence === competence),
  );
}

export function coursesOf({ facts }: World, key: ProjectKey, day: IsoDate) {
  return facts.courses.filter(
    ({ project, status, heldOn }) => project === key && status === "approved" && heldOn <= day,
  );
}

export type Trained = {
  person: PersonKey;
  competence: CompetenceKey | null;
  /** The method, of a course without one its title. */
  learned: string;
  on: IsoDate;
  inHandOver: boolean;
};

/** An approved course of a project, or a learner's part in one of its counted hand-overs. */
export function trainedFor(world: World, key: ProjectKey, day: IsoDate): Trained[] {
  const courses = coursesOf(world, key, day).map(({ id, person, competence, heldOn: on }) => ({
    ...{ person, competence, learned: competence ?? id, on, inHandOver: false },
  }));
  const parts = competenceKeys.flatMap((competence) => {
    const { handOvers } = lineageOf(world, competence, day);
    return heldOf(world, competence)
      .filter(({ project }) => project === key)
      .flatMap(({ id, heldOn: on }) => {
        const judged = handOvers.get(id);
        const learners = judged?.counted ? judged.learners : [];
        return learners.map((person) => ({
          ...{ person: asPerson(person), competence, learned: competence, on, inHandOver: true },
        }));
      });
  });
  return [...courses, ...parts];
}

/** Who near a project learned one of its methods otherwise, from its first day on. */
export function besideOf(
  world: World,
  { key, day, trained }: { key: ProjectKey; day: IsoDate; trained: readonly Trained[] },
) {
  const { startsOn } = world.facts.projects[key];
  const group = { project: key };
  return methodsOf(world, key, day).flatMap((competence) => {
    const near = new Set<PersonKey>([
      ...shouldHold(world, { competence, group, day }),
      ...nearTo(world, { competence, group, day }),
    ]);
    const { people } = lineageOf(world, competence, day);
    return [...near].flatMap((person) => {
      const acquired = people.get(person);
      const isTrained = trained.some(
        (one) => one.person === person && one.competence === competence,
      );
      if (!acquired || acquired.acquiredOn < startsOn || isTrained) return [];
      return [{ person, competence }];
    });
  });
}

function peopleIn(rows: readonly { person: PersonKey }[]): number {
  return new Set(rows.map(({ person }) => person)).size;
}
