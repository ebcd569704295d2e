// The program's own file of training can be handed in again.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readList } from "~/features/exchange/lists/list-importer.server";
import { importTraining } from "~/features/exchange/lists/training-import.commands.server";
import {
  planTrainingImport,
  trainingMark,
} from "~/features/exchange/lists/training-plan.queries.server";
import { previewTraining } from "~/features/exchange/lists/training-preview.queries.server";
import { trainingCsv } from "~/features/training/records/training-csv.server";
import { languages } from "~/i18n/language";
import { translator } from "~/i18n/server";
import { makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { makeStaff } from "../../factories/workplace";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const today = "2026-11-21";

const courses = [
  { title: "Källkritik; halvdag", heldOn: "2026-03-04", minutes: 50, costOre: 125_050n },
  { title: "=1+1", heldOn: "2026-03-04", minutes: 480, costOre: null },
  { title: '"Citat", semikolon', heldOn: "2025-12-31", minutes: 7, costOre: 0n },
];

/** A unit with training of two who share a name and one who doesn't, and its manager. */
async function makeTrained() {
  const unit = await makeUnit(db);
  const named = { unit, givenName: "Kim", familyName: "Alm" };
  const people = [
    await makePerson(db, named),
    await makePerson(db, named),
    await makePerson(db, { unit, givenName: "Mehmet", familyName: "Yıldız" }),
  ];
  const { authorityId } = unit;
  const competence = await db.competence.create({
    data: { authorityId, code: `k-${randomUUID()}`, name: "Källkritik, avancerad" },
  });
  const days = { startsOn: "2025-01-01", endsBefore: "2027-01-01" };
  const project = await makeProject(db, { unit, ...days });
  await db.trainingRecord.createMany({
    data: people.flatMap(({ id }) =>
      courses.map(({ heldOn, ...course }, index) => ({
        ...{ ...course, authorityId, personId: id, kind: "course" as const },
        ...{ status: "approved" as const, heldOn: new Date(heldOn) },
        competenceId: index === 0 ? competence.id : null,
        projectId: index === 1 ? project.id : null,
      })),
    ),
  });
  const [first] = people;
  await db.trainingRecord.create({
    data: {
      ...{ authorityId, personId: first?.id ?? "", kind: "course", status: "declined" },
      ...{ title: "Avböjd kurs", minutes: 60, heldOn: new Date("2026-03-04") },
    },
  });
  return { unit, manager: await makeStaff(db, unit, [unit.id]) };
}

function standing(authorityId: string) {
  return db.trainingRecord.findMany({
    where: { authorityId, status: "approved" },
    orderBy: [{ personId: "asc" }, { title: "asc" }],
    select: {
      ...{ personId: true, title: true, heldOn: true, minutes: true, costOre: true },
      ...{ competenceId: true, projectId: true },
    },
  });
}

test.each(languages)(
  "in %s it is known whole, and comes back whole where it is gone",
  async (language) => {
    const { unit, manager } = await makeTrained();
    const { authorityId } = unit;
    const whose = { kind: "unit" as const };
    const speech = { language, t: translator(language) };
    const bytes = await trainingCsv(db, manager, { whose, speech });
    const list = {
      file: readList(bytes),
      mapping: null,
      reach: { authorityId, unitIds: "all" as const },
      today,
    };
    const before = await standing(authorityId);
    expect(before).toHaveLength(9);
    expect(await planTrainingImport(db, list)).toMatchObject({
      ...{ mappingFaults: [], added: [], changed: [], early: [], faults: [] },
      ...{ known: 9, unfinished: 1 },
    });

    await db.trainingRecord.deleteMany({ where: { authorityId } });
    const plan = await planTrainingImport(db, list);
    const actor = { accountId: null, name: "Kaskad", authorityId };
    await importTraining(db, actor, {
      ...{ ...list, skipBad: false, withEarly: true, replaceChanged: false, skipTakenBack: false },
      ...{ seen: trainingMark(plan), source: { name: "training.csv", bytes } },
    });
    expect(await standing(authorityId)).toEqual(before);
  },
);

test("it is known also where somebody's last day was set before a course, and then adds none", async () => {
  const { unit, manager } = await makeTrained();
  const { authorityId } = unit;
  const speech = { language: "sv" as const, t: translator("sv") };
  const bytes = await trainingCsv(db, manager, { whose: { kind: "unit" }, speech });
  const list = { mapping: null, reach: { authorityId, unitIds: "all" as const }, today };
  await db.placement.updateMany({
    where: { unitId: unit.id, person: { givenName: "Kim" } },
    data: { endsBefore: new Date("2026-03-01") },
  });
  const plan = () => planTrainingImport(db, { ...list, file: readList(bytes) });
  expect(await plan()).toMatchObject({ known: 9, faults: [], badRows: 0 });
  await db.trainingRecord.deleteMany({ where: { authorityId } });
  const anew = await plan();
  expect(anew).toMatchObject({ known: 0, badRows: 4 });
  expect(new Set(anew.faults.map(({ reason }) => reason))).toEqual(new Set(["notThere"]));
});

test("in another Kaskad, where nobody of it is known, it says so", async () => {
  const { manager } = await makeTrained();
  const speech = { language: "sv" as const, t: translator("sv") };
  const bytes = await trainingCsv(db, manager, { whose: { kind: "unit" }, speech });
  const elsewhere = await makeUnit(db);
  const reach = { authorityId: elsewhere.authorityId, unitIds: "all" as const };
  const preview = () => previewTraining(db, { mapping: null, reach, today, file: readList(bytes) });
  expect(await preview()).toMatchObject({ isOfStrangers: true, addedCount: 0, badRows: 9 });
  await makePerson(db, { unit: elsewhere, givenName: "Mehmet", familyName: "Yıldız" });
  expect(await preview()).toMatchObject({ isOfStrangers: false });
});

test("a hand-over that isn't here any longer comes back from no list", async () => {
  const { unit, manager } = await makeTrained();
  const { authorityId } = unit;
  const speech = { language: "sv" as const, t: translator("sv") };
  const told = new TextDecoder().decode(
    await trainingCsv(db, manager, { whose: { kind: "unit" }, speech }),
  );
  const [heading = "", ...rows] = told.split("\r\n");
  const course = rows.find((row) => row.includes(";Kurs;") && row.includes(";Godkänd"));
  if (!course) throw new Error("The list has a course");
  const handOver = course.replace(";Kurs;", ";Kunskapsöverföring;");
  await db.trainingRecord.deleteMany({ where: { authorityId } });
  const list = { mapping: null, reach: { authorityId, unitIds: "all" as const }, today };
  const file = readList(new TextEncoder().encode([heading, handOver].join("\r\n")));
  expect(await planTrainingImport(db, { ...list, file })).toMatchObject({
    ...{ added: [], early: [], badRows: 0, askedRows: 1 },
    asked: [{ row: 2, field: "kind", reason: "handOver" }],
  });
});
