import { randomUUID } from "node:crypto";
import { keepLineage } from "~/features/cascade/history/keep-lineage.server";
import type { Database } from "~/platform/db.server";
import { addDays, toDbDate } from "~/terms/day";
import { makeAttestation } from "../../factories/attestation";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeCompetence } from "../../factories/competence";
import { makeIndicator } from "../../factories/indicator";
import { makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";

/** More than a page has of the longest. */
const many = 60;
const numbers = [...Array(many).keys()];
// Of one day, so that the order among them is that of the last of its keys.
const day = toDbDate("2013-03-01");

/** An authority with as many of everything that is listed: two pages and a part of a third. */
export async function storeLongLists(db: Database) {
  const unit = await makeUnit(db);
  const { authorityId } = unit;
  const people = numbers.map(() => ({ id: randomUUID() }));
  await db.person.createMany({
    data: people.map(({ id }) => ({ id, authorityId, givenName: "Kim", familyName: "Alm" })),
  });
  await db.placement.createMany({
    data: people.map(({ id }) => ({ personId: id, unitId: unit.id, startsOn: day })),
  });
  const ofAll = { unit, people, authorityId };
  const project = await storeProjectLists(db, ofAll);
  await storeHandOvers(db, { ...ofAll, projectId: project.id });
  await db.account.createMany({
    data: numbers.map(() => ({ authorityId, name: "Kim", email: `${randomUUID()}@example.se` })),
  });
  await db.course.createMany({
    data: numbers.map((number) => ({ authorityId, title: `Kurs ${number}` })),
  });
  await storeImports(db, authorityId);
  const reach = { managedUnitIds: [unit.id] };
  return {
    ...{ many, unitId: unit.id, projectId: project.id, code: project.code },
    indicatorId: project.indicatorId,
    administrator: makeViewer({ authorityId, roles: ["administrator"] }),
    manager: makeViewer({ authorityId, roles: ["manager"], ...reach }),
  };
}

type OfAll = {
  unit: { id: string; authorityId: string };
  people: { id: string }[];
  authorityId: string;
};

async function storeProjectLists(db: Database, { unit, people, authorityId }: OfAll) {
  const project = await makeProject(db, { unit });
  const projectId = project.id;
  await db.project.createMany({
    data: numbers.slice(1).map((number) => ({
      ...{ authorityId, unitId: unit.id, code: `${projectId}-${number}`, name: "Projekt" },
      ...{ startsOn: project.startsOn, endsBefore: project.endsBefore },
    })),
  });
  const paying = await makeBudgetLine(db, { projectId });
  const hours = await makeBudgetLine(db, { projectId, financing: "in_kind" });
  await db.cost.createMany({
    data: numbers.map(() => ({ projectId, bookedOn: day, amountOre: 1n })),
  });
  await db.ownHours.createMany({
    data: people.map(({ id: personId }) => ({
      ...{ projectId, budgetLineId: hours.id, personId, workedOn: day, countsOn: day },
      ...{ minutes: 60, rateOre: 1n, amountOre: 1n },
    })),
  });
  const records = people.map(({ id: personId }) => ({ id: randomUUID(), personId }));
  await db.trainingRecord.createMany({
    data: records.map((record) => ({
      ...{ ...record, authorityId, title: "Kurs", kind: "course" as const, heldOn: day },
      ...{ minutes: 60, status: "submitted" as const, submittedAt: day },
    })),
  });
  await db.commitment.createMany({
    data: records.map(({ id: sourceId }) => ({
      ...{ budgetLineId: paying.id, amountOre: 1n, sourceType: "training_record" as const },
      sourceId,
    })),
  });
  await db.report.createMany({
    data: numbers.map(() => ({
      ...{ projectId, kind: "interim" as const, title: "Delredovisning", dueOn: day },
      ...{ startsOn: day, endsBefore: toDbDate("2013-04-01") },
    })),
  });
  const measured = numbers.map((number): [string, number] => [addDays("2013-03-01", number), 1]);
  const { id: indicatorId } = await makeIndicator(db, { projectId, measured });
  return { ...project, indicatorId };
}

/** As many hand-overs of one method, each with a learner who has confirmed and one who hasn't. */
async function storeHandOvers(
  db: Database,
  { people, authorityId, projectId }: OfAll & { projectId: string },
): Promise<void> {
  const method = await makeCompetence(db, { authorityId });
  await db.competence.createMany({
    data: numbers.slice(1).map((number) => ({
      ...{ authorityId, code: `${projectId}-${number}`, name: `Sätt ${number}` },
    })),
  });
  const trainer = await makePerson(db, { unit: await makeUnit(db) });
  await makeAttestation(db, {
    ...{ personId: trainer.id, competenceId: method.id, level: 4, source: "manager" },
    attestedOn: "2013-03-01",
  });
  const heldOn = toDbDate("2013-03-02");
  const held = people.map(({ id: confirms }, index) => ({
    ...{ id: randomUUID(), confirms, awaited: people[(index + 1) % many]?.id ?? "" },
  }));
  await db.handOver.createMany({
    data: held.map(({ id }) => ({
      ...{ id, authorityId, competenceId: method.id, projectId, heldOn, minutes: 60 },
      ...{ givesLevel: 2, form: "walk_through" as const },
    })),
  });
  await db.handOverTrainer.createMany({
    data: held.map(({ id }) => ({ handOverId: id, personId: trainer.id })),
  });
  await db.handOverLearner.createMany({
    data: held.flatMap(({ id, confirms, awaited }) => [
      { handOverId: id, personId: confirms, confirmedOn: heldOn },
      { handOverId: id, personId: awaited },
    ]),
  });
  await db.frozenGroup.create({
    data: {
      ...{ projectId, competenceId: method.id, frozenOn: day },
      members: { create: people.map(({ id: personId }) => ({ personId })) },
    },
  });
  await db.$transaction((tx) => keepLineage(tx));
}

async function storeImports(db: Database, authorityId: string): Promise<void> {
  const { id: fileId } = await db.storedFile.create({
    data: {
      ...{ authorityId, name: "lista.csv", mediaType: "text/csv", size: 1 },
      ...{ sha256: "", bytes: Buffer.from("a") },
    },
  });
  await db.import.createMany({
    data: numbers.map(() => ({ authorityId, kind: "training" as const, fileId })),
  });
}
