import { expect } from "vitest";
import { projectsForHours } from "~/features/cascade/entering/hand-over-projects.queries.server";
import { showHandOverForm } from "~/features/cascade/entering/hand-over-form.queries.server";
import { mayPassOn, trainerRefusalOn } from "~/features/cascade/rules/valid-trainer";
import type { Database } from "~/platform/db.server";
import { addDays, type IsoDate } from "~/terms/day";
import { covers } from "~/terms/period";
import { competenceKeys, dayOf, type PersonKey } from "../competence/random-facts";
import { projectKeys, projectUnits, type ProjectKey } from "./page-facts";
import { codeOf } from "./page-world";
import { frozenIn, lineageOf, mayTeachFrom } from "./told-of-methods";
import { isNear, unitsOn, worksIn } from "./told-of-people";
import { comesBy, down } from "./sorted";
import type { Asked } from "./viewers";

/** What the form of a hand-over offers. */
export async function holdsForm(db: Database, asked: Asked): Promise<void> {
  const { world, today, looking } = asked;
  const { self, manages, viewer } = looking;
  for (const competence of competenceKeys) {
    const code = codeOf(world, competence);
    const { competences, chosen } = await showHandOverForm(db, viewer, { code, from: null, today });
    const { people } = lineageOf(world, competence, today);
    const recordOf = (person: PersonKey) => ({
      acquiredOn: people.get(person)?.acquiredOn ?? null,
      mayTeachFrom: mayTeachFrom(world, competence, person),
    });
    const standing = self && (trainerRefusalOn(today, recordOf(self)) ?? "cleared");
    expect(competences.find((each) => each.code === code)?.standing).toBe(
      standing ?? "not-acquired",
    );
    const own = self ? unitsOn(world, self, today) : [];
    const colleagues = worksIn(world, [...new Set([...own, ...manages])], today);
    const keys = (list: { id: string }[]) => list.map(({ id }) => id).sort();
    const ids = (list: PersonKey[]) => list.map((person) => world.people[person]).sort();
    expect(keys(chosen?.trainers ?? [])).toEqual(
      ids(colleagues.filter((person) => person === self || mayPassOn(today, recordOf(person)))),
    );
    expect(keys(chosen?.learners ?? [])).toEqual(
      ids(colleagues.filter((person) => person !== self)),
    );
    expect(keys((chosen?.learners ?? []).filter(({ hasLearned }) => hasLearned))).toEqual(
      ids(colleagues.filter((person) => person !== self && people.has(person))),
    );
    expect(keys(chosen?.elements ?? [])).toEqual(
      world.facts.elements
        .filter((each) => each.competence === competence && !each.withdrawn)
        .map(({ id }) => id)
        .sort(),
    );
  }
  // Whatever days are asked for.
  for (const from of days) {
    for (const to of [from, addDays(from, 2)]) await holdsProjects(db, { ...asked, from, to });
  }
}

const days = [...Array(12).keys()].map((number) => dayOf(number - 1));

type Hours = Asked & { from: IsoDate; to: IsoDate };

async function holdsProjects(db: Database, asked: Hours): Promise<void> {
  const { world, looking, from, to } = asked;
  const offered = await projectsForHours(db, looking.viewer, {
    ...{ competenceId: world.competences.map, from, to, held: null },
  });
  const startOf = (name: string) => {
    const key = projectKeys.find((each) => each === name);
    return key ? world.facts.projects[key].startsOn : "";
  };
  comesBy(offered, (project) => [
    ...[down(project.isForCompetence), down(startOf(project.name)), project.code],
  ]);
  const isFor = (key: ProjectKey) =>
    frozenIn(world, key).some(({ competence }) => competence === "map");
  const takesLastDay = (key: ProjectKey) => takesHours({ ...asked, from: to }, key);
  expect(
    offered
      .map(({ id, isForCompetence, takesLastDay }) => [id, isForCompetence, takesLastDay])
      .sort(),
  ).toEqual(
    projectKeys
      .filter((key) => takesHours(asked, key))
      .map((key) => [world.projects[key], isFor(key), takesLastDay(key)])
      .sort(),
  );
}

/** The viewer's own, and on some day asked for it runs and an hour has a rate. */
function takesHours({ world, looking, from, to }: Hours, key: ProjectKey): boolean {
  const { self, isAdministrator, projects } = looking;
  const period = { ...world.facts.projects[key], unit: projectUnits[key] };
  const ofUnit = self && isNear(world, self, period);
  const isMember = frozenIn(world, key).some(({ members }) => self && members.includes(self));
  if (!ofUnit && !isMember && (isAdministrator || !projects.includes(key))) return false;
  const rates = world.facts.rates.filter(({ project, withdrawn }) => project === key && !withdrawn);
  const asked = [0, 1, 2].map((number) => addDays(from, number)).filter((day) => day <= to);
  return asked.some(
    (day) => covers(world.facts.projects[key], day) && rates.some((rate) => covers(rate, day)),
  );
}
