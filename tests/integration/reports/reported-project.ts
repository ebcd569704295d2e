import { keepLineage } from "~/features/cascade/history/keep-lineage.server";
import type { Database } from "~/platform/db.server";
import { toDbDate } from "~/terms/day";
import { makeAccount } from "../../factories/account";
import { makeAttestation } from "../../factories/attestation";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeCompetence } from "../../factories/competence";
import { makeCost } from "../../factories/cost";
import { makeFrozenGroup } from "../../factories/frozen-group";
import { makeHandOver } from "../../factories/hand-over";
import { makeIndicator } from "../../factories/indicator";
import { makeOwnHours } from "../../factories/own-hours";
import { makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeReport } from "../../factories/report";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";

/**
 * A project of 2013 with something in every part of a report: two ways to pay and own hours, an
 * overspent line, costs before, in and after the spring, one that stands on no line; a course
 * before the spring and one in it; a hand-over in the spring that one of two has confirmed; an
 * indicator; a draft of a report on the spring (March to May).
 */
export async function makeReportedProject(db: Database) {
  const unit = await makeUnit(db);
  await db.authority.update({
    where: { id: unit.authorityId },
    data: { orgNumber: "212000-0134" },
  });
  const project = await makeProject(db, { unit, name: "=Nätet" });
  const projectId = project.id;
  const grant = await db.grant.create({
    data: {
      project: { connect: { id: projectId } },
      funder: { create: { name: `Länsstyrelsen ${project.code}` } },
      programme: "Utvecklingsmedel",
      funderRef: "801-3238",
      ownRef: "3.1-0412",
      appliedOn: toDbDate("2012-10-01"),
      appliedOre: 155_000_000n,
      grantedOn: toDbDate("2012-12-01"),
      grantedOre: 120_000_000n,
      conditions: "Medel som inte har använts återbetalas.",
    },
  });
  await db.decision.create({
    data: { projectId, body: "Nämnden", decidedOn: toDbDate("2012-09-01"), summary: "Ansök." },
  });
  await db.appendix.create({ data: { projectId, title: "Projektplan" } });
  const partner = await db.partner.create({
    data: { projectId, name: "Stiftelsen Lyktan", orgNumber: "802000-1234", role: "partner" },
  });
  const courses = await makeBudgetLine(db, {
    projectId,
    grantId: grant.id,
    name: "Kurser; föreläsare",
    plan: 36_500_000,
  });
  const travel = await makeBudgetLine(db, {
    projectId,
    financing: "cash",
    costCategory: "Resor",
    plan: 100_000,
  });
  const hours = await makeBudgetLine(db, {
    projectId,
    financing: "in_kind",
    costCategory: "Egen arbetsinsats",
    plan: 5_000_000,
  });
  await bookCosts(db, { projectId, courses: courses.id, travel: travel.id });
  const people = await passOn(db, { unit, project, lines: { courses, hours }, partner });
  await makeIndicator(db, {
    projectId,
    name: "Kontakter",
    targets: [["2014-01-01", 365]],
    measured: [
      ["2013-02-01", 20],
      ["2013-05-02", 100.5],
    ],
  });
  await makeIndicator(db, { projectId, name: "Enkät", targets: [["2014-01-01", 10]] });
  const report = await makeReport(db, { projectId, title: "Delredovisning 1" });
  return { unit, project, projectId, courses, travel, hours, partner, report, ...people };
}

async function bookCosts(
  db: Database,
  { projectId, courses, travel }: { projectId: string; courses: string; travel: string },
) {
  const rows = [
    [courses, "2013-02-28", 1_000_000],
    [courses, "2013-03-01", 234_567],
    [courses, "2013-05-31", -10_000],
    [courses, "2013-06-01", 9_999_900],
    [travel, "2013-04-04", 123_456],
    [null, "2013-05-05", 7_700],
  ] as const;
  for (const [budgetLineId, bookedOn, amountOre] of rows) {
    await makeCost(db, { projectId, budgetLineId, bookedOn, amountOre });
  }
}

type Staffed = {
  unit: { id: string; authorityId: string };
  project: { id: string; startsOn: Date };
  lines: Record<"courses" | "hours", { id: string }>;
  partner: { id: string };
};

/** Two courses, the second in the spring, and a hand-over that one of two learners confirmed. */
async function passOn(db: Database, { unit, project, lines, partner }: Staffed) {
  const projectId = project.id;
  const competence = await makeCompetence(db, {
    authorityId: unit.authorityId,
    name: "Sökmetoder",
    coreElements: 4,
  });
  const [trainer, second, learner, waiting] = await Promise.all(
    ["Astrid", "Bosse", "Cecilia", "David"].map((givenName) =>
      makePerson(db, { unit, givenName, familyName: `Hemlig${givenName}` }),
    ),
  );
  if (!trainer || !second || !learner || !waiting) throw new Error("Four people were made");
  const members = [trainer, second, learner, waiting].map(({ id }) => id);
  await makeFrozenGroup(db, { project, competenceId: competence.id, members });
  const course = { competenceId: competence.id, unit };
  const paidBy = { budgetLineId: lines.courses.id, costOre: 400_000n };
  const first = await takeCourse(db, { ...course, ...paidBy, person: trainer, on: "2013-02-01" });
  await makeAttestation(db, {
    personId: trainer.id,
    competenceId: competence.id,
    attestedOn: "2013-02-01",
    level: 4,
    source: "manager",
  });
  await makeCost(db, {
    projectId,
    budgetLineId: lines.courses.id,
    bookedOn: "2013-02-01",
    amountOre: 400_000,
    sourceId: first,
  });
  // Without a cost: it counts because it says for which project it was.
  await takeCourse(db, { ...course, projectId, person: second, on: "2013-04-01" });
  const handOver = await makeHandOver(db, {
    competence,
    heldOn: "2013-04-15",
    trainers: [trainer.id],
    learners: [learner.id, { id: waiting.id }],
    elements: competence.coreElements.slice(0, 3).map(({ id }) => id),
    projectId,
  });
  const worked = { projectId, budgetLineId: lines.hours.id };
  for (const person of [trainer, learner, waiting]) {
    const hours = await makeOwnHours(db, {
      ...worked,
      personId: person.id,
      workedOn: "2013-04-15",
      minutes: 120,
      amountOre: 70_000,
      countsOn: null,
    });
    await db.ownHours.update({
      where: { id: hours.id },
      data: { sourceType: "hand_over", sourceId: handOver.id },
    });
  }
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`insert into lineage_due values (${competence.id}::uuid, 0)`;
    await keepLineage(tx);
  });
  await makeOwnHours(db, {
    ...worked,
    partnerId: partner.id,
    workedOn: "2013-02-10",
    minutes: 90,
    amountOre: 52_500,
  });
  return { competence, trainer, second, learner, waiting };
}

async function takeCourse(
  db: Database,
  {
    competenceId,
    unit,
    person,
    on,
    ...paidBy
  }: {
    competenceId: string;
    budgetLineId?: string;
    projectId?: string;
    costOre?: bigint;
    unit: { authorityId: string };
    person: { id: string };
    on: string;
  },
): Promise<string> {
  const record = await db.trainingRecord.create({
    data: {
      authorityId: unit.authorityId,
      personId: person.id,
      competenceId,
      ...paidBy,
      kind: "course",
      status: "approved",
      title: "Kurs i att söka",
      heldOn: toDbDate(on),
      minutes: 480,
    },
  });
  await makeAttestation(db, { personId: person.id, competenceId, attestedOn: on });
  return record.id;
}

/** Everybody who may or may not read and write a project's reports. */
export async function makeReaders(
  db: Database,
  { projectId, authorityId }: { projectId: string; authorityId: string },
) {
  const account = await makeAccount(db, { authorityId });
  const staff = { accountId: account.id, authorityId };
  return {
    manager: makeViewer({ ...staff, roles: ["manager"], managedProjectIds: [projectId] }),
    projectManager: makeViewer({
      ...staff,
      roles: ["project_manager"],
      managedProjectIds: [projectId],
    }),
    administrator: makeViewer({ ...staff, roles: ["administrator"] }),
    funder: makeViewer({ roles: ["funder"], fundedProjectIds: [projectId] }),
    otherManager: makeViewer({ ...staff, roles: ["manager"] }),
    otherFunder: makeViewer({ roles: ["funder"] }),
    otherAdministrator: makeViewer({
      roles: ["administrator"],
      authorityId: "00000000-0000-4000-8000-000000000000",
    }),
    employee: makeViewer({ ...staff, roles: ["employee"] }),
  };
}
