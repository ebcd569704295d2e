import { randomUUID } from "node:crypto";
import { keepLineage } from "~/features/cascade/history/keep-lineage.server";
import type { Database } from "~/platform/db.server";
import { toDbDate, type IsoDate } from "~/terms/day";
import { covers } from "~/terms/period";
import { makeAuthority } from "../../factories/authority";
import {
  above,
  competenceKeys,
  dayOf,
  personKeys,
  unitKeys,
  type CompetenceKey,
  type PersonKey,
  type UnitKey,
} from "../competence/random-facts";
import {
  lineKeys,
  projectKeys,
  projectUnits,
  type HandOverFact,
  type LineKey,
  type PageFacts,
  type ProjectKey,
} from "./page-facts";

/** Facts as they are stored: each with its id. */
export type World = ReturnType<typeof named> & { authorityId: string };

const idsFor = <Key extends string>(keys: readonly Key[]) =>
  // fromEntries forgets the keys that it was given.
  Object.fromEntries(keys.map((key) => [key, randomUUID()])) as Record<Key, string>;

function named(facts: PageFacts) {
  const withId = <Fact extends object>(all: readonly Fact[]) =>
    all.map((fact) => ({ ...fact, id: randomUUID() }));
  return {
    units: idsFor(unitKeys),
    people: idsFor(personKeys),
    competences: idsFor(competenceKeys),
    projects: idsFor(projectKeys),
    grants: idsFor(projectKeys),
    lines: { near: idsFor(lineKeys), far: idsFor(lineKeys) },
    accounts: idsFor(["administrator", "manager", "employee", "project-manager", "funder"]),
    facts: {
      ...facts,
      placements: withId(facts.placements),
      requirements: withId(facts.requirements),
      attestations: withId(facts.attestations),
      elements: withId(facts.elements),
      handOvers: withId(facts.handOvers),
      courses: withId(facts.courses),
      reports: withId(facts.reports),
      rates: withId(facts.rates),
    },
  };
}

const wrong = ({ withdrawn }: { withdrawn: boolean }) => (withdrawn ? new Date() : null);
const daysOf = ({ startsOn, endsBefore }: { startsOn: IsoDate; endsBefore: IsoDate | null }) => ({
  startsOn: toDbDate(startsOn),
  endsBefore: endsBefore && toDbDate(endsBefore),
});

export const codeOf = (world: Pick<World, "competences">, key: CompetenceKey) =>
  `${key}-${world.competences[key]}`;
export const projectCode = (world: Pick<World, "projects">, key: ProjectKey) =>
  `${key}-${world.projects[key]}`;
export const nameOf = (key: PersonKey) => `Kim ${key}`;

/** An authority of its own that has recorded these facts; what was stored before is others'. */
export async function store(db: Database, facts: PageFacts): Promise<World> {
  const { id: authorityId } = await makeAuthority(db);
  const world = { ...named(facts), authorityId };
  await storeFrame(db, world);
  await storePeoplesFacts(db, world);
  await storeProjects(db, world);
  await storeCourses(db, world);
  await storeHandOvers(db, world);
  await db.$transaction((tx) => keepLineage(tx));
  return world;
}

async function storeFrame(db: Database, world: World): Promise<void> {
  const { authorityId, units, people, competences, projects, accounts, facts } = world;
  const parentOf = (key: UnitKey) => {
    const over = above[key];
    return over && units[over];
  };
  await db.unit.createMany({
    data: unitKeys.map((key) => ({
      ...{ id: units[key], authorityId, name: key, parentId: parentOf(key) },
    })),
  });
  await db.person.createMany({
    data: personKeys.map((key) => ({
      ...{ id: people[key], authorityId, givenName: "Kim", familyName: key },
    })),
  });
  await db.competence.createMany({
    data: competenceKeys.map((key) => ({
      ...{ id: competences[key], authorityId, code: codeOf(world, key), name: key },
    })),
  });
  await db.project.createMany({
    data: projectKeys.map((key) => ({
      ...{ id: projects[key], authorityId, unitId: units[projectUnits[key]], name: key },
      ...{ code: projectCode(world, key), startsOn: toDbDate(facts.projects[key].startsOn) },
      endsBefore: toDbDate(facts.projects[key].endsBefore),
    })),
  });
  const account = (key: keyof World["accounts"], person: PersonKey | null) => ({
    ...{ id: accounts[key], authorityId, name: key, email: `${accounts[key]}@example.se` },
    personId: person && people[person],
  });
  await db.account.createMany({
    data: [
      account("administrator", null),
      account("manager", "ann"),
      account("employee", "bo"),
      account("project-manager", "cia"),
      account("funder", null),
    ],
  });
  await db.roleGrant.createMany({
    data: [
      { accountId: accounts.administrator, role: "administrator" },
      { accountId: accounts.manager, role: "manager", unitId: units.left },
      { accountId: accounts.employee, role: "employee" },
      { accountId: accounts["project-manager"], role: "project_manager", projectId: projects.far },
      { accountId: accounts["project-manager"], role: "employee" },
      { accountId: accounts.funder, role: "funder", projectId: projects.near },
    ],
  });
}

async function storePeoplesFacts(db: Database, { facts, ...ids }: World): Promise<void> {
  await db.placement.createMany({
    data: facts.placements.map((place) => ({
      ...{ id: place.id, personId: ids.people[place.person], unitId: ids.units[place.unit] },
      // A share of its own for each unit, so that one of two places is the larger.
      ...{ share: shareIn(place.unit), jobTitle: place.unit, ...daysOf(place) },
      withdrawnAt: wrong(place),
    })),
  });
  await db.requirement.createMany({
    data: facts.requirements.map(({ unit, competence, withdrawn, dueOn, ...row }) => ({
      ...{ ...row, ...daysOf(row), dueOn: dueOn && toDbDate(dueOn) },
      ...{ unitId: ids.units[unit], competenceId: ids.competences[competence] },
      withdrawnAt: wrong({ withdrawn }),
    })),
  });
  await db.attestation.createMany({
    data: facts.attestations.map(({ person, competence, attestedOn, withdrawn, ...row }) => ({
      ...{ ...row, personId: ids.people[person], competenceId: ids.competences[competence] },
      ...{ attestedOn: toDbDate(attestedOn), standsFrom: toDbDate(attestedOn) },
      withdrawnAt: wrong({ withdrawn }),
    })),
  });
  await db.coreElement.createMany({
    data: facts.elements.map(({ id, competence, withdrawn, ...days }, index) => ({
      ...{ id, competenceId: ids.competences[competence], position: index, ...daysOf(days) },
      ...{ name: `Moment ${index}`, withdrawnAt: wrong({ withdrawn }) },
    })),
  });
}

export const shareIn = (unit: UnitKey) => ({ top: 50, left: 49, right: 48, leaf: 47 })[unit];

async function storeProjects(db: Database, world: World): Promise<void> {
  const { projects, grants, lines, people, competences, facts } = world;
  const { id: funderId } = await db.funder.create({ data: { name: world.authorityId } });
  await db.grant.createMany({
    data: projectKeys.map((key) => ({
      ...{ id: grants[key], projectId: projects[key], funderId },
      closedOn: facts.projects[key].closedOn && toDbDate(facts.projects[key].closedOn),
    })),
  });
  await db.grant.createMany({
    data: projectKeys.map((key) => ({
      ...{ projectId: projects[key], funderId, grantedOre: 7n, withdrawnAt: new Date() },
    })),
  });
  const financing = { granted: "grant", removed: "grant", cash: "cash", hours: "in_kind" } as const;
  const lineOf = (key: ProjectKey, line: LineKey, position: number) => ({
    ...{ id: lines[key][line], projectId: projects[key], position, costCategory: "Allt" },
    ...{ name: line, financing: financing[line] },
    grantId: financing[line] === "grant" ? grants[key] : null,
    withdrawnAt: line === "removed" ? new Date() : null,
  });
  await db.budgetLine.createMany({
    data: projectKeys.flatMap((key) => lineKeys.map((line, index) => lineOf(key, line, index))),
  });
  await storePapers(db, world);
  await db.hourRate.createMany({
    data: facts.rates.map(({ id, project, withdrawn, startsOn, endsBefore }) => ({
      ...{ id, projectId: projects[project], rateOre: 100n, validFrom: toDbDate(startsOn) },
      ...{ endsBefore: endsBefore && toDbDate(endsBefore), withdrawnAt: wrong({ withdrawn }) },
    })),
  });
  for (const { project, competence, frozenOn, members } of facts.groups) {
    await db.frozenGroup.create({
      data: {
        ...{ projectId: projects[project], competenceId: competences[competence] },
        frozenOn: toDbDate(frozenOn),
        members: { create: members.map((key) => ({ personId: people[key] })) },
      },
    });
  }
  await db.report.createMany({
    data: facts.reports.map(({ id, project, state, dueOn, startsOn, endsBefore }) => ({
      ...{ id, projectId: projects[project], kind: "interim" as const, title: id },
      ...{ startsOn: toDbDate(startsOn), endsBefore: toDbDate(endsBefore) },
      ...{ dueOn: toDbDate(dueOn), sharedAt: state === "shared" ? new Date() : null },
      discardedAt: state === "gone" ? new Date() : null,
    })),
  });
}

/** Of each project, of no course and on no line. */
export const otherCost = { day: dayOf(3), ore: 5_000n };

async function storeCourses(db: Database, world: World): Promise<void> {
  const { authorityId, people, competences, projects, lines, facts } = world;
  const sourceOf = ({ kind }: { kind: string }) =>
    kind === "import" ? { sourceType: "import" as const, sourceId: randomUUID() } : {};
  await db.trainingRecord.createMany({
    data: facts.courses.map((course, index) => ({
      ...{ id: course.id, authorityId, personId: people[course.person], title: course.id },
      ...{ kind: course.kind, status: course.status, heldOn: toDbDate(course.heldOn) },
      ...{ minutes: course.minutes, costOre: BigInt(course.costOre), ...sourceOf(course) },
      competenceId: course.competence && competences[course.competence],
      budgetLineId: course.project && course.line && lines[course.project][course.line],
      projectId: course.project && !course.line ? projects[course.project] : null,
      planColleagues: course.plan?.colleagues ?? null,
      planDueOn: course.plan && toDbDate(course.plan.dueOn),
      submittedAt: new Date(Date.UTC(2013, 5, 1, 0, 0, index)),
    })),
  });
  await db.attestation.createMany({
    data: facts.courses.flatMap(({ id, person, competence, confirms, heldOn }) => {
      if (!competence || !confirms) return [];
      const { level, observed } = confirms;
      const day = toDbDate(heldOn);
      return [
        {
          ...{ personId: people[person], competenceId: competences[competence], level, observed },
          ...{ source: "course" as const, sourceType: "training_record" as const, sourceId: id },
          ...{ attestedOn: day, standsFrom: day, withdrawnAt: wrong(confirms) },
        },
      ];
    }),
  });
  await db.course.createMany({
    data: [
      { authorityId, title: "Kurs", competenceId: competences.search },
      { authorityId: (await makeAuthority(db)).id, title: "Annan kurs" },
    ],
  });
  await db.cost.createMany({
    data: projectKeys.map((key) => ({
      ...{ projectId: projects[key], bookedOn: toDbDate(otherCost.day), amountOre: otherCost.ore },
    })),
  });
  await db.cost.createMany({
    data: facts.courses.flatMap(({ id, project, line, status, costOre, heldOn, costWithdrawn }) => {
      if (!project || !line || status !== "approved") return [];
      return [
        {
          ...{ projectId: projects[project], budgetLineId: lines[project][line] },
          ...{ bookedOn: toDbDate(heldOn), amountOre: BigInt(costOre), sourceId: id },
          sourceType: "training_record" as const,
          withdrawnAt: wrong({ withdrawn: costWithdrawn }),
        },
      ];
    }),
  });
}

/** The elements that a hand-over delivered: some of those that the method had on its day. */
export function deliveredIn(
  { facts }: World,
  handOver: Pick<HandOverFact, "competence" | "heldOn" | "delivered">,
): string[] {
  return facts.elements
    .filter(
      ({ competence, withdrawn, ...days }) =>
        competence === handOver.competence && !withdrawn && covers(days, handOver.heldOn),
    )
    .slice(0, handOver.delivered)
    .map(({ id }) => id);
}

async function storeHandOvers(db: Database, world: World): Promise<void> {
  const { authorityId, people, competences, projects, facts } = world;
  await db.handOver.createMany({
    data: facts.handOvers.map((held) => ({
      ...{ id: held.id, authorityId, competenceId: competences[held.competence] },
      ...{ heldOn: toDbDate(held.heldOn), minutes: held.minutes, givesLevel: held.givesLevel },
      ...{ form: "walk_through" as const, projectId: held.project && projects[held.project] },
      ...(held.withdrawn && { withdrawnAt: new Date(), withdrawnReason: "Fel" }),
    })),
  });
  await db.handOverTrainer.createMany({
    data: facts.handOvers.flatMap(({ id, trainers }) =>
      trainers.map((key) => ({ handOverId: id, personId: people[key] })),
    ),
  });
  await db.handOverLearner.createMany({
    data: facts.handOvers.flatMap(({ id, learners }) =>
      learners.map(({ person, answer, on }) => ({
        ...{ handOverId: id, personId: people[person] },
        confirmedOn: answer === "yes" ? toDbDate(on) : null,
        declinedOn: answer === "no" ? toDbDate(on) : null,
      })),
    ),
  });
  await db.handOverElement.createMany({
    data: facts.handOvers.flatMap((held) =>
      deliveredIn(world, held).map((coreElementId) => ({ handOverId: held.id, coreElementId })),
    ),
  });
  await db.trainingRecord.createMany({
    data: facts.handOvers.flatMap((held) =>
      held.learners.map(({ person, answer }) => ({
        ...{ authorityId, personId: people[person], kind: "hand_over" as const, title: held.id },
        ...{ competenceId: competences[held.competence], heldOn: toDbDate(held.heldOn) },
        ...{ minutes: held.minutes, sourceType: "hand_over" as const, sourceId: held.id },
        status: held.withdrawn
          ? ("withdrawn" as const)
          : answer === null
            ? ("submitted" as const)
            : answer === "yes"
              ? ("approved" as const)
              : ("declined" as const),
      })),
    ),
  });
}

/** Of each kind of a project's papers one that stands and one that was removed. */
async function storePapers(db: Database, { projects }: World): Promise<void> {
  const [startsOn, endsBefore] = [toDbDate("2013-05-01"), toDbDate("2013-05-02")];
  const both = projectKeys.flatMap((key) =>
    ["stands", "removed"].map((name) => ({
      named: name,
      row: { projectId: projects[key], withdrawnAt: name === "removed" ? new Date() : null },
    })),
  );
  await db.phase.createMany({
    data: both.map(({ named: name, row }) => ({ ...row, name, startsOn, endsBefore })),
  });
  await db.decision.createMany({
    data: both.map(({ named: body, row }) => ({ ...row, body, summary: "", decidedOn: startsOn })),
  });
  await db.appendix.createMany({ data: both.map(({ named: title, row }) => ({ ...row, title })) });
  await db.partner.createMany({
    data: both.map(({ named: name, row }) => ({ ...row, name, role: "partner" as const })),
  });
}
