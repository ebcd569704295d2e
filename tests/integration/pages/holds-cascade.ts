import { expect } from "vitest";
import { projectsForHours } from "~/features/cascade/entering/hand-over-projects.queries.server";
import { showHandOverForm } from "~/features/cascade/entering/hand-over-form.queries.server";
import { showHandOver } from "~/features/cascade/hand-overs/hand-over-page.queries.server";
import { showHandOvers } from "~/features/cascade/hand-overs/hand-overs-page.queries.server";
import { carriersInGroup } from "~/features/cascade/rules/carriers";
import { cascadeFigures } from "~/features/cascade/rules/cascade-figures";
import { traceLineage } from "~/features/cascade/rules/lineage";
import { mayPassOn, trainerRefusalOn } from "~/features/cascade/rules/valid-trainer";
import { listCascades } from "~/features/cascade/spread/cascade-list.queries.server";
import { showCascade } from "~/features/cascade/spread/cascade-page.queries.server";
import type { Database } from "~/platform/db.server";
import { addDays, type IsoDate } from "~/terms/day";
import { covers } from "~/terms/period";
import {
  competenceKeys,
  dayOf,
  personKeys,
  type CompetenceKey,
  type PersonKey,
} from "../competence/random-facts";
import { reckonedUnit } from "../competence/reckoned-unit";
import { projectKeys, projectUnits, type ProjectKey } from "./page-facts";
import { codeOf, nameOf, projectCode, type World } from "./page-world";
import { owedBy } from "./told-of-courses";
import {
  circlesIn,
  factsOn,
  frozenIn,
  inputOf,
  lineageOf,
  mayTeachFrom,
  elementsOn,
  type Group,
} from "./told-of-methods";
import { everIn, homeOn, seenIn, unitsAbove, unitsBelow, worksIn } from "./told-of-people";
import { unitsInReach, type Looking } from "./viewers";

type Asked = { world: World; today: IsoDate; looking: Looking };

/** The groups whose cascade somebody may follow. */
function groupsOf({ world, today, looking }: Asked): Group[] {
  const isStaff = looking.self !== null && looking.manages.length === 0;
  const own = isStaff && looking.self ? homeOn(world, looking.self, today).unit : null;
  const projects = projectKeys.filter((key) => {
    const groups = frozenIn(world, key);
    if (groups.length === 0) return false;
    if (looking.projects.includes(key)) return true;
    const isMember = groups.some(({ members }) => looking.self && members.includes(looking.self));
    return isStaff && (projectUnits[key] === own || isMember);
  });
  return [
    ...(own ? [own] : unitsInReach(looking)).map((unit) => ({ unit })),
    ...projects.map((project) => ({ project })),
  ];
}

/** The list of methods and each method's page, of every group that may be followed. */
export async function holdsCascades(db: Database, asked: Asked): Promise<void> {
  const { world, today, looking } = asked;
  const groups = groupsOf(asked);
  const { options } = await listCascades(db, looking.viewer, { project: null, unit: null, today });
  expect(options.units.map(({ name }) => name).sort()).toEqual(
    groups.flatMap((group) => ("unit" in group ? [group.unit] : [])).sort(),
  );
  expect(options.projects.map(({ name, isCurrent }) => ({ name, isCurrent })).sort(byName)).toEqual(
    groups
      .flatMap((group) => ("project" in group ? [group.project] : []))
      .map((name) => ({ name, isCurrent: covers(world.facts.projects[name], today) }))
      .sort(byName),
  );
  for (const group of groups) await holdsGroup(db, { ...asked, group });
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

async function holdsGroup(db: Database, asked: Asked & { group: Group }): Promise<void> {
  const { world, today, looking, group } = asked;
  const which = {
    project: "project" in group ? projectCode(world, group.project) : null,
    unit: "unit" in group ? world.units[group.unit] : null,
    today,
  };
  const methods = methodsOf(world, group, today);
  const list = await listCascades(db, looking.viewer, which);
  expect(list.methods.map(({ name }) => name)).toEqual(methods.toSorted());
  for (const competence of methods) {
    const input = inputOf(world, { competence, group, day: today });
    const lineage = traceLineage(input);
    const figures = cascadeFigures(input, lineage);
    const { reach, activation, reproduction, generations } = figures;
    const inGroup = carriersInGroup(input, figures);
    expect(list.methods.find(({ name }) => name === competence)).toEqual({
      ...{ code: codeOf(world, competence), name: competence, reach },
      lastGeneration: generations.at(-1)?.generation ?? null,
      ...{ carriers: figures.carriers.length, carriersInGroup: inGroup },
      deadEnds: figures.deadEnds.length,
      handOvers: generations.reduce((sum, { handOvers }) => sum + handOvers, 0),
    });

    const page = await showCascade(db, looking.viewer, {
      code: codeOf(world, competence),
      ...which,
    });
    expect(page.figures).toEqual({ reach, activation, reproduction, generations });
    expect(page.carriers).toEqual(figures.carriers.map(nameIn).sort());
    expect(page.carriersInGroup).toBe(inGroup);
    expect(page.deadEnds.names.map(({ name }) => name)).toEqual(
      figures.deadEnds.map(nameIn).sort(),
    );
    const active = (id: string) =>
      input.people.some(
        (each) => each.id === id && covers({ startsOn: each.joined, endsBefore: each.left }, today),
      );
    expect(page.notReached.names.map(({ name }) => name)).toEqual(
      input.shouldHold
        .filter((id) => active(id) && !lineage.people.has(id))
        .map(nameIn)
        .sort(),
    );
    expect(
      page.people
        .map(({ name, generation, acquiredOn, learnedFrom, inGroup: is, handOverId }) => ({
          ...{ name, generation, acquiredOn, learnedFrom: [...learnedFrom].sort(), is, handOverId },
        }))
        .sort(byName),
    ).toEqual(
      [...lineage.people]
        .map(([id, { generation, acquiredOn, learnedFrom, from }]) => ({
          ...{ name: nameIn(id), generation, acquiredOn, is: input.shouldHold.includes(id) },
          learnedFrom: learnedFrom.map(nameIn).sort(),
          handOverId: from !== null && mayOpen(asked, from) ? from : null,
        }))
        .sort(byName),
    );
    const notCounted = page.notCounted.rows.map(({ id, reason, mayOpen: may }) => [
      id,
      reason,
      may,
    ]);
    expect(notCounted.sort()).toEqual(
      figures.notCounted.map(({ handOver: id, reason }) => [id, reason, mayOpen(asked, id)]).sort(),
    );
  }
}

const nameIn = (id: string) => nameOf(personKeys.find((key) => key === id) ?? "ann");

function methodsOf(world: World, group: Group, today: IsoDate): CompetenceKey[] {
  if ("project" in group) return frozenIn(world, group.project).map((each) => each.competence);
  const { competences } = reckonedUnit(factsOn(world, today), group.unit, today);
  return competenceKeys.filter(
    (key) =>
      competences.some(({ competence }) => competence === key) ||
      everIn(world, unitsBelow(group.unit)).some((person) => circlesIn(world, key).has(person)),
  );
}

type HandOver = World["facts"]["handOvers"][number];

const partsOf = ({ trainers, learners }: HandOver): PersonKey[] => [
  ...trainers,
  ...learners.map(({ person }) => person),
];

function mayOpen({ world, today, looking }: Asked, id: string): boolean {
  const held = world.facts.handOvers.find((each) => each.id === id);
  if (!held) return false;
  if (looking.isAdministrator) return true;
  const seen = seenIn(world, looking.manages, today);
  return (
    partsOf(held).some((person) => person === looking.self || seen.includes(person)) ||
    (held.project !== null && looking.projects.includes(held.project))
  );
}

/** The lists of hand-overs with what they are today, what is to confirm, and what is owed. */
export async function holdsHandOvers(db: Database, asked: Asked): Promise<void> {
  const { world, today, looking } = asked;
  const { self, manages } = looking;
  const { handOvers } = world.facts;
  const parts = {
    given: handOvers.filter(({ trainers }) => self && trainers.includes(self)),
    received: handOvers.filter(({ learners }) => learners.some(({ person }) => person === self)),
    reach: handOvers.filter(({ id }) => mayOpen(asked, id)),
  };
  for (const part of ["given", "received", "reach"] as const) {
    const page = await showHandOvers(db, looking.viewer, { part, page: 1, today });
    if (page.list.part !== part) continue;
    const rows = page.list.handOvers.map(({ id, state }) => [id, state]);
    expect(rows.sort()).toEqual(
      parts[part].map((held) => [held.id, stateOf(world, held, today)]).sort(),
    );
    for (const each of page.list.parts) expect(each.count).toBe(parts[each.part].length);
    expect(page.toConfirm.map(({ id }) => id).sort()).toEqual(toConfirm(world, self));
    const owed = (people: PersonKey[]) =>
      owedBy(world, people, today).map((row) => row.trainingRecordId);
    expect(page.owed.map((row) => row.trainingRecordId).sort()).toEqual(
      owed(self ? [self] : []).sort(),
    );
    expect(page.owedByOthers.map((row) => row.trainingRecordId).sort()).toEqual(
      owed(worksIn(world, manages, today).filter((person) => person !== self)).sort(),
    );
  }
  for (const held of handOvers) {
    const page = showHandOver(db, looking.viewer, { id: held.id, today });
    if (!mayOpen(asked, held.id)) {
      await expect(page).rejects.toMatchObject({ code: "not-found" });
      continue;
    }
    const { state, mayAnswer, elements } = await page;
    expect([state, mayAnswer]).toEqual([
      stateOf(world, held, today),
      !held.withdrawn &&
        held.learners.some(({ person, answer }) => person === self && answer === null),
    ]);
    expect(elements).toHaveLength(elementsOn(world, held.competence, held.heldOn).length);
  }
}

/** What somebody is to answer. */
export function toConfirm({ facts }: World, self: PersonKey | null): string[] {
  return facts.handOvers
    .filter(
      ({ withdrawn, learners }) =>
        !withdrawn && learners.some(({ person, answer }) => person === self && answer === null),
    )
    .map(({ id }) => id)
    .sort();
}

function stateOf(world: World, held: HandOver, today: IsoDate) {
  if (held.withdrawn) return "withdrawn";
  if (held.learners.every(({ answer }) => answer === "no")) return "declined";
  const trace = lineageOf(world, held.competence, today).handOvers.get(held.id);
  return trace?.counted ? "counted" : trace?.reason;
}

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
    const home = self ? [homeOn(world, self, today).unit] : [];
    const colleagues = worksIn(world, [...new Set([...home, ...manages])], today);
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
  const isFor = (key: ProjectKey) =>
    frozenIn(world, key).some(({ competence }) => competence === "map");
  expect(offered.map(({ id, isForCompetence }) => [id, isForCompetence]).sort()).toEqual(
    projectKeys
      .filter((key) => takesHours(asked, key))
      .map((key) => [world.projects[key], isFor(key)])
      .sort(),
  );
}

/** The viewer's own, and on some day asked for it runs and an hour has a rate. */
function takesHours({ world, today, looking, from, to }: Hours, key: ProjectKey): boolean {
  const { self, isAdministrator, projects } = looking;
  const ofUnit = self && unitsAbove(homeOn(world, self, today).unit).includes(projectUnits[key]);
  const isMember = frozenIn(world, key).some(({ members }) => self && members.includes(self));
  if (!ofUnit && !isMember && (isAdministrator || !projects.includes(key))) return false;
  const rates = world.facts.rates.filter(({ project, withdrawn }) => project === key && !withdrawn);
  const asked = [0, 1, 2].map((number) => addDays(from, number)).filter((day) => day <= to);
  return asked.some(
    (day) => covers(world.facts.projects[key], day) && rates.some((rate) => covers(rate, day)),
  );
}
