import { expect } from "vitest";
import { requiredGroups } from "~/features/cascade/groups/required-groups.queries.server";
import { cascadeFigures } from "~/features/cascade/rules/cascade-figures";
import {
  countedRows,
  reachedRows,
  trainedRows,
} from "~/features/cascade/spread/project-rows.queries.server";
import { projectCascadeFigures } from "~/features/cascade/spread/project-figures.queries.server";
import { leavers } from "~/features/cascade/rules/active-people";
import { listProjects } from "~/features/funding/projects/projects.queries.server";
import { trainingFigures } from "~/features/reports/payload/training-figures.queries.server";
import { listReports } from "~/features/reports/reports.queries.server";
import { coverageOf } from "~/features/reports/rules/covered-period";
import { reportState } from "~/features/reports/rules/report-state";
import { showProject, type ProjectPageView } from "~/overviews/project/project-page.queries.server";
import { daysOfPerson } from "~/overviews/person/days-of-person.queries.server";
import { listCompetenceRows } from "~/features/competence/catalogue/competence-list.queries.server";
import type { Database } from "~/platform/db.server";
import { addDays, dayAfter, type IsoDate } from "~/terms/day";
import { covers, isWithin } from "~/terms/period";
import { competenceKeys, dayOf, personKeys, type PersonKey } from "../competence/random-facts";
import { reckonedUnit } from "../competence/reckoned-unit";
import { projectKeys, projectUnits, type ProjectKey } from "./page-facts";
import { nameOf, otherCost, projectCode, type World } from "./page-world";
import {
  attestedOutside,
  factsOn,
  frozenIn,
  heldOf,
  inputOf,
  lineageOf,
  nearTo,
  shouldHold,
  elementsOn,
} from "./told-of-methods";
import type { Looking, Viewers } from "./viewers";

type Asked = { world: World; today: IsoDate };
const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** Which projects somebody is shown, and which reports. */
export async function holdsProjectLists(
  db: Database,
  { world, today, looking }: Asked & { looking: Looking },
): Promise<void> {
  const { viewer, projects } = looking;
  const stateOf = (key: ProjectKey) => {
    const { startsOn, endsBefore } = world.facts.projects[key];
    if (startsOn > today) return "coming";
    return endsBefore <= today ? "ended" : "current";
  };
  const list = await listProjects(db, viewer, { page: 1, today });
  const rows = projects.map((key) => ({ name: key, unit: projectUnits[key], state: stateOf(key) }));
  expect(
    list.projects.map(({ name, unit, state }) => ({ name, unit, state })).sort(byText),
  ).toEqual(rows.sort(byText));
  expect([list.count, list.currentCount]).toEqual([
    projects.length,
    rows.filter(({ state }) => state === "current").length,
  ]);
  for (const row of list.projects) {
    const key = projectKeys.find((each) => each === row.name) ?? "near";
    expect(row.spentOre).toBe(spentBy(world, key, today));
  }
  for (const key of projectKeys) {
    const page = showProject(db, viewer, { code: projectCode(world, key), today });
    if (projects.includes(key)) holdsPapers(await page, spentBy(world, key, today));
    else await expect(page).rejects.toMatchObject({ code: "not-found" });
  }
  await holdsReportList(db, { world, today, viewer, all: projects, shared: [] });
}

function holdsPapers({ identity, money, parties }: ProjectPageView, spentOre: number): void {
  const { grants, grantedOre, phases, decisions, appendices, partners } = identity;
  expect([grants.length, grantedOre]).toEqual([1, null]);
  const names = [phases[0]?.name, decisions[0]?.body, appendices[0]?.title, partners[0]?.name];
  expect(names).toEqual(["stands", "stands", "stands", "stands"]);
  expect([phases, decisions, appendices, partners].map(({ length }) => length)).toEqual([
    1, 1, 1, 1,
  ]);
  expect(parties.map(({ name }) => name).slice(1)).toEqual(["stands"]);
  expect(money.paid.accumulatedOre).toBe(spentOre);
}

function spentBy({ facts }: World, key: ProjectKey, today: IsoDate): number {
  const other = otherCost.day <= today ? Number(otherCost.ore) : 0;
  return costsOf(facts, key)
    .filter(({ heldOn }) => heldOn <= today)
    .reduce((sum, { costOre }) => sum + costOre, other);
}

function costsOf({ courses }: World["facts"], key: ProjectKey) {
  return courses.filter(
    ({ project, line, status, costWithdrawn }) =>
      project === key && line && status === "approved" && !costWithdrawn,
  );
}

type Reading = Asked & { viewer: Looking["viewer"]; all: ProjectKey[]; shared: ProjectKey[] };

async function holdsReportList(db: Database, asked: Reading): Promise<void> {
  const { world, today, viewer, all, shared } = asked;
  const reports = world.facts.reports.filter(
    ({ project, state }) =>
      (all.includes(project) && state !== "gone") ||
      (shared.includes(project) && state === "shared"),
  );
  const drafts = reports.filter(({ state }) => state === "draft");
  const coming = drafts.map(({ dueOn }) => dueOn).filter((dueOn) => dueOn >= today);
  const list = await listReports(db, viewer, { page: 1, today });
  expect(list.reports.map(({ id, state }) => [id, state]).sort(byText)).toEqual(
    reports
      .map(({ id, dueOn, state }) => [
        id,
        reportState({ dueOn, isShared: state === "shared" }, today),
      ])
      .sort(byText),
  );
  expect(list).toMatchObject({
    ...{ count: reports.length, draftCount: drafts.length, nextDueOn: coming.sort()[0] ?? null },
    lateCount: drafts.length - coming.length,
  });
}

/** What the funder of `near` reads: its shared reports. */
export async function holdsFunder(
  db: Database,
  { world, today, funder }: Asked & Pick<Viewers, "funder">,
): Promise<void> {
  await holdsReportList(db, { world, today, viewer: funder, all: [], shared: ["near"] });
  expect((await listProjects(db, funder, { page: 1, today })).count).toBe(0);
}

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

const minutesOf = (rows: { minutes: number }[]) =>
  rows.reduce((sum, { minutes }) => sum + minutes, 0);

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

/** The courses of a project in periods that begin on any day, and until their end. */
export async function holdsReportTraining(
  db: Database,
  { world, key }: { world: World; key: ProjectKey },
): Promise<void> {
  for (let startsOn = dayOf(-1); startsOn < dayOf(10); startsOn = dayAfter(startsOn)) {
    const endsBefore = addDays(startsOn, 3);
    const coverage = coverageOf({ startsOn, endsBefore }, endsBefore);
    const isOver = ({ heldOn }: { heldOn: IsoDate }) => heldOn < endsBefore;
    const isNow = ({ heldOn }: { heldOn: IsoDate }) => isWithin(coverage.counted, heldOn);
    const until = world.facts.courses.filter(
      ({ project, status, ...course }) =>
        project === key && status === "approved" && isOver(course),
    );
    const costs = costsOf(world.facts, key).filter(isOver);
    const ore = (rows: { costOre: number }[]) =>
      rows.reduce((sum, { costOre }) => sum + costOre, 0);
    const people = (rows: { person: PersonKey }[]) =>
      new Set(rows.map(({ person }) => person)).size;
    const now = until.filter(isNow);
    const projectId = world.projects[key];
    expect(await trainingFigures(db, { projectId, coverage })).toEqual({
      coursePeople: { thisPeriod: people(now), accumulated: people(until) },
      courses: { thisPeriod: now.length, accumulated: until.length },
      minutes: { thisPeriod: minutesOf(now), accumulated: minutesOf(until) },
      cost: { thisPeriodOre: ore(costs.filter(isNow)), accumulatedOre: ore(costs) },
    });
  }
}

/** Whom the groups of a project would have on a day. */
export async function holdsFreezing(
  db: Database,
  { world, today, day, key }: Asked & { day: IsoDate; key: ProjectKey },
): Promise<void> {
  const groups = await requiredGroups(db, { projectId: world.projects[key], day, today });
  const unit = projectUnits[key];
  const asked = [day, today].map(
    (each) => reckonedUnit(factsOn(world, each), unit, each).competences,
  );
  const frozen = frozenIn(world, key);
  expect(
    groups.map(({ competence, people, frozen: is }) => ({ competence, people, frozen: is })),
  ).toEqual(
    competenceKeys
      .toSorted()
      .filter(
        (competence) =>
          asked.flat().some((each) => each.competence === competence) ||
          frozen.some((group) => group.competence === competence),
      )
      .map((competence) => {
        const group = frozen.find((each) => each.competence === competence);
        const should = asked[0]?.find((each) => each.competence === competence)?.shouldHold ?? [];
        return {
          ...{ competence, people: should.map(nameOf).sort() },
          frozen: group ? { on: group.frozenOn, people: group.members.length } : null,
        };
      }),
  );
}

/** What stands recorded of people on days, and how many core elements methods have. */
export async function holdsDays(
  db: Database,
  { world, today, looking }: Asked & { looking: Looking },
): Promise<void> {
  const { facts, people } = world;
  for (const person of personKeys) {
    const days = await daysOfPerson(looking.viewer)(db, people[person]);
    const isTheirs = (each: { person: PersonKey }) => each.person === person;
    const held = competenceKeys.flatMap((key) => heldOf(world, key));
    const expected = [
      ...held
        .filter(({ trainers, learners }) => trainers.includes(person) || learners.some(isTheirs))
        .map(({ heldOn }) => ["hand-over", heldOn]),
      ...facts.courses
        .filter(({ status }) => status !== "withdrawn" && status !== "declined")
        .filter(isTheirs)
        .map(({ heldOn }) => ["course", heldOn]),
      ...[
        ...attestedOutside(world),
        ...factsOn(world, "2199-12-31").attestations.filter(({ source }) => source === "hand_over"),
      ]
        .filter(isTheirs)
        .map(({ attestedOn }) => ["attestation", attestedOn]),
      ...facts.groups
        .filter(({ members }) => members.includes(person))
        .map(({ frozenOn }) => ["frozen-group", frozenOn]),
    ];
    expect(days.map(({ kind, day }) => [kind, day]).sort(byText)).toEqual(expected.sort(byText));
  }
  if (!looking.isAdministrator) return;
  const { rows } = await listCompetenceRows(db, looking.viewer, { page: 1, today });
  expect(
    rows.map(({ name, elementCount, requiredIn }) => [name, elementCount, requiredIn.length]),
  ).toEqual(
    competenceKeys.toSorted().map((key) => {
      const required = facts.requirements.filter(
        (each) => each.competence === key && !each.withdrawn && covers(each, today),
      );
      return [key, elementsOn(world, key, today).length, required.length];
    }),
  );
}
