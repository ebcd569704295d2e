import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import type { Viewer } from "~/features/access/viewer";
import { applyTraining } from "~/features/exchange/lists/apply-training.commands.server";
import { bytesOf, findImport } from "~/features/exchange/uploads/imports.queries.server";
import { previewTraining } from "~/features/exchange/lists/training-preview.queries.server";
import { readList } from "~/features/exchange/lists/list-importer.server";
import {
  listAnswersFrom,
  noListAnswers,
  type ListAnswers,
} from "~/features/exchange/lists/list-answers.schema";
import { peopleReach } from "~/features/exchange/lists/training-reach.server";
import { PlanMoved } from "~/features/exchange/uploads/plan-moved";
import { uploadImport } from "~/features/exchange/uploads/uploads.commands.server";
import { withdrawImport } from "~/features/exchange/uploads/withdraw-import.commands.server";
import { holdPeople } from "~/features/organisation/hold-people.server";
import { withdrawRecord } from "~/features/training/approval/withdrawals.commands.server";
import { logCourse } from "~/features/training/courses/courses.commands.server";
import type { Sentence } from "~/platform/field-error";
import { courseInput } from "../../factories/course-input";
import { letMove, makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";
import { makeStaff } from "../../factories/workplace";
import { outcomeOf } from "../../support/outcome-of";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const today = "2026-11-21";

/** A unit with Åsa Öberg in it, and its manager. */
async function makeListedUnit() {
  const unit = await makeUnit(db);
  const asa = await makePerson(db, { unit, givenName: "Åsa", familyName: "Öberg" });
  const manager = await makeStaff(db, unit, [unit.id]);
  return { unit, asa, manager };
}

async function upload(viewer: Viewer, lines: string[], encoding = "windows-1252") {
  const bytes = new Uint8Array(iconv.encode(lines.join("\r\n"), encoding));
  const file = new File([bytes], "utbildning.csv");
  return uploadImport(db, viewer, { submissionId: randomUUID(), kind: "training", file });
}

const fileOf = async (viewer: Viewer, importId: string) =>
  readList(await bytesOf(db, await findImport(db, viewer, importId)));

async function preview(viewer: Viewer, importId: string, given: Partial<ListAnswers> = {}) {
  const file = await fileOf(viewer, importId);
  const answers = { ...noListAnswers, ...given };
  return previewTraining(db, { file, mapping: null, answers, reach: peopleReach(viewer), today });
}

async function apply(
  viewer: Viewer,
  importId: string,
  given: Partial<Record<"skipBad" | "skipTakenBack" | "withEarly" | "replaceChanged", boolean>> & {
    seen?: string;
    submissionId?: string;
    project?: string;
  } = {},
) {
  const { mapping, seen } = await preview(viewer, importId);
  const columns = mapping.map((field, index) => [`column:${index}`, field ?? ""]);
  const input = { submissionId: randomUUID(), seen, ...given, ...Object.fromEntries(columns) };
  return applyTraining(db, viewer, {
    file: await fileOf(viewer, importId),
    importId,
    input,
    today,
  });
}

const header = "Namn;Kurs;Datum;Timmar;Kostnad";
const good = "Åsa Öberg;Åtgärder vid våld;2026-03-04;7,5;4 500,50";
const bad = "Ingen Alls;Åtgärder vid våld;2026-03-04;7,5;";

const recordsOf = (personId: string) =>
  db.trainingRecord.findMany({ where: { personId }, orderBy: { title: "asc" } });

const statuses = async (personId: string) =>
  (await recordsOf(personId)).map(({ status }) => status).sort();

test("a list in windows-1252 becomes completed training that confirms no level", async () => {
  const { asa, manager } = await makeListedUnit();
  const importId = await upload(manager, [header, good]);
  await apply(manager, importId);

  expect(await recordsOf(asa.id)).toMatchObject([
    {
      ...{ kind: "import", status: "approved", title: "Åtgärder vid våld", minutes: 450 },
      ...{ heldOn: new Date("2026-03-04"), costOre: 450_050n, sourceId: importId },
      submittedById: manager.accountId,
    },
  ]);
  expect(await db.attestation.count({ where: { personId: asa.id } })).toBe(0);
  expect(
    await db.auditEvent.findMany({ where: { action: "training.import", subjectId: importId } }),
  ).toMatchObject([{ authorityId: manager.authorityId, detail: { rows: 1, skipped: 0 } }]);
});

test("the same list again adds nothing, in whatever encoding it comes", async () => {
  const { asa, manager } = await makeListedUnit();
  await apply(manager, await upload(manager, [header, good]));
  const again = await upload(manager, [header, good.toUpperCase(), bad], "utf-8");
  expect(await preview(manager, again)).toMatchObject({ addedCount: 0, known: 1, badRows: 1 });
  await apply(manager, again, { skipBad: true });
  expect(await recordsOf(asa.id)).toHaveLength(1);
});

test("a course that the person has logged that day is here already", async () => {
  const { unit, asa, manager } = await makeListedUnit();
  const viewer = makeViewer({
    ...{ personId: asa.id, unitId: unit.id, authorityId: asa.authorityId },
    roles: ["employee"],
  });
  await logCourse(
    db,
    viewer,
    courseInput({ heldOn: "2026-03-04", title: "Sökmetoder på nätet" }),
    today,
  );
  const importId = await upload(manager, [
    header,
    "Åsa Öberg;SÖKMETODER på nätet;2026-03-04;14;",
    "Åsa Öberg;Sökmetoder på nätet;2026-03-05;7,5;",
  ]);
  expect(await preview(manager, importId)).toMatchObject({ addedCount: 1, known: 1 });
});

test("two rows of a course and day with other hours are asked about, and the rest is written", async () => {
  const { asa, manager } = await makeListedUnit();
  const rows = ["2", "3"].map((hours) => `Åsa Öberg;Metod;2026-03-04;${hours};`);
  const importId = await upload(manager, [header, ...rows, good]);
  expect(await preview(manager, importId)).toMatchObject({ addedCount: 1, askedRows: 2 });
  await apply(manager, importId);
  expect((await recordsOf(asa.id)).map(({ title }) => title)).toEqual(["Åtgärder vid våld"]);

  await apply(manager, await upload(manager, [header, rows[0]!]));
  const again = await upload(manager, [header, ...rows, good]);
  expect(await preview(manager, again)).toMatchObject({ addedCount: 0, known: 2, askedRows: 1 });
});

test("with bad rows nothing is written unless the person says that the rest may go in", async () => {
  const { asa, manager } = await makeListedUnit();
  const importId = await upload(manager, [header, good, bad]);
  expect(await outcomeOf(apply(manager, importId))).toEqual({
    skipBad: "exchange.training.skipBadRequired",
  });
  expect(await recordsOf(asa.id)).toEqual([]);

  await apply(manager, importId, { skipBad: true });
  expect(await recordsOf(asa.id)).toHaveLength(1);
  expect((await findImport(db, manager, importId)).outcome).toEqual({
    ...{ kind: "training", rows: 1, skipped: 1 },
  });
});

test("rows from before the employment are shown, and written only where somebody says so", async () => {
  const { asa, manager } = await makeListedUnit();
  const early = "Åsa Öberg;Grundkurs;1999-05-04;6;";
  const alone = await upload(manager, [header, early]);
  expect(await preview(manager, alone)).toMatchObject({ addedCount: 0, earlyCount: 1, badRows: 0 });
  expect(await outcomeOf(apply(manager, alone))).toEqual({
    withEarly: "exchange.training.withEarlyRequired",
  });

  const importId = await upload(manager, [header, good, early]);
  await apply(manager, importId);
  expect((await recordsOf(asa.id)).map(({ title }) => title)).toEqual(["Åtgärder vid våld"]);
  expect((await findImport(db, manager, importId)).outcome).toMatchObject({ rows: 1, early: 1 });

  await apply(manager, alone, { withEarly: true });
  expect(await recordsOf(asa.id)).toMatchObject([
    { title: "Grundkurs", heldOn: new Date("1999-05-04") },
    { title: "Åtgärder vid våld" },
  ]);
});

test("a manager reaches the people of their units, an administrator everybody's", async () => {
  const { manager } = await makeListedUnit();
  const other = await makeUnit(db, { authorityId: manager.authorityId ?? "" });
  await makePerson(db, { unit: other, givenName: "Bo", familyName: "Ek" });
  const foreign = await makePerson(db, {
    unit: await makeUnit(db),
    givenName: "Li",
    familyName: "Ny",
  });
  expect(foreign.authorityId).not.toBe(manager.authorityId);
  const lines = [
    header,
    good,
    good.replace("Åsa Öberg", "Bo Ek"),
    good.replace("Åsa Öberg", "Li Ny"),
  ];
  const faultsFor = async (viewer: Viewer) => {
    const { faults } = await preview(viewer, await upload(viewer, lines));
    return faults.map(({ row, reason }) => `${row} ${reason}`);
  };
  expect(await faultsFor(manager)).toEqual(["3 noPerson", "4 noPerson"]);
  const administrator = makeViewer({ authorityId: manager.authorityId, roles: ["administrator"] });
  expect(await faultsFor(administrator)).toEqual(["4 noPerson"]);
});

test("personal identity numbers are not kept, and the rest of the list is", async () => {
  const { asa, manager } = await makeListedUnit();
  const importId = await upload(manager, [`Personnummer;${header}`, `19121212-1212;${good}`]);
  const { bytes } = await db.storedFile.findFirstOrThrow({
    where: { importedBy: { some: { id: importId } } },
  });
  expect(new TextDecoder().decode(bytes)).not.toMatch(/1212-?1212/);
  expect(await preview(manager, importId)).toMatchObject({ addedCount: 1, removedNumbers: 1 });
  await apply(manager, importId);
  expect(await recordsOf(asa.id)).toMatchObject([{ title: "Åtgärder vid våld" }]);
});

test("of two who bring in the same list at once one does, and the other sees it anew", async () => {
  const { asa, manager } = await makeListedUnit();
  const uploads = await Promise.all([1, 2].map(() => upload(manager, [header, good])));
  const { seen } = await preview(manager, uploads[0] ?? "");
  const results = await Promise.allSettled(
    uploads.map((importId) => apply(manager, importId, { seen })),
  );
  const refused = results.filter((result) => result.status === "rejected");
  expect(refused.map(({ reason }) => reason.name)).toEqual(["PlanMoved"]);
  expect(await recordsOf(asa.id)).toHaveLength(1);
});

test("a list waits for whoever is writing of its people, and sees what they wrote", async () => {
  const { unit, asa, manager } = await makeListedUnit();
  const importId = await upload(manager, [header, good]);
  const { seen } = await preview(manager, importId);
  const applied = await db.$transaction(async (tx) => {
    await holdPeople(tx, [asa.id]);
    const applying = apply(manager, importId, { seen }).catch((error: Error) => error.name);
    await setTimeout(500);
    await tx.trainingRecord.create({
      data: {
        ...{ authorityId: unit.authorityId, personId: asa.id, kind: "course", status: "submitted" },
        ...{ title: "Åtgärder vid våld", heldOn: new Date("2026-03-04"), minutes: 450 },
      },
    });
    return { applying };
  });
  expect(await applied.applying).toBe("PlanMoved");
  expect(await recordsOf(asa.id)).toMatchObject([{ kind: "course" }]);
});

test("of a list and a course that its person logs at once one is asked about", async () => {
  const { unit, asa, manager } = await makeListedUnit();
  const importId = await upload(manager, [header, good]);
  const { seen } = await preview(manager, importId);
  const own = makeViewer({
    ...{ personId: asa.id, unitId: unit.id, authorityId: asa.authorityId },
    roles: ["employee"],
  });
  const course = { title: "Åtgärder vid våld", heldOn: "2026-03-04", hours: 450 };
  const results = await Promise.allSettled([
    apply(manager, importId, { seen }),
    logCourse(db, own, courseInput(course), today),
  ]);
  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1);
  expect(await recordsOf(asa.id)).toHaveLength(1);
});

test("the same form sent twice at once is carried out once", async () => {
  const { asa, manager } = await makeListedUnit();
  const importId = await upload(manager, [header, good]);
  const { seen } = await preview(manager, importId);
  const form = { seen, submissionId: randomUUID() };
  expect(await Promise.all([1, 2].map(() => apply(manager, importId, form)))).toEqual([
    importId,
    importId,
  ]);
  expect(await recordsOf(asa.id)).toHaveLength(1);
});

test("a withdrawn list's records count nowhere, and the list can be brought in again", async () => {
  const { asa, manager } = await makeListedUnit();
  const importId = await upload(manager, [header, good]);
  await apply(manager, importId);
  await withdrawImport(db, manager, { importId, submissionId: randomUUID() });
  expect(await recordsOf(asa.id)).toMatchObject([{ status: "withdrawn" }]);
  await apply(manager, importId);
  expect((await recordsOf(asa.id)).map(({ status }) => status).sort()).toEqual([
    "approved",
    "withdrawn",
  ]);
});

test("what a manager has taken back comes again with its list, and the list says so", async () => {
  const { asa, manager } = await makeListedUnit();
  const other = "Åsa Öberg;Ny kurs;2026-03-05;2;";
  await apply(manager, await upload(manager, [header, good, other]));
  const [, first] = await recordsOf(asa.id);
  const back = { id: first?.id ?? "", reason: "Fel dag", submissionId: randomUUID() };
  await withdrawRecord(db, manager, back);

  const again = await upload(manager, [header, good, other]);
  expect(await preview(manager, again)).toMatchObject({
    ...{ addedCount: 1, takenBackCount: 1, known: 1 },
    added: [{ row: 2, isTakenBack: true }],
  });
  await apply(manager, again, { skipTakenBack: true });
  expect(await statuses(asa.id)).toEqual(["approved", "withdrawn"]);

  await apply(manager, await upload(manager, [header, good, other]));
  expect(await statuses(asa.id)).toEqual(["approved", "approved", "withdrawn"]);
  // It stands again: the list brings nothing, and is not asked about what stands.
  expect(await preview(manager, await upload(manager, [header, good]))).toMatchObject({
    ...{ addedCount: 0, takenBackCount: 0, known: 1 },
  });
});

test("what comes again is its correction, and taken back with its list it is as it was", async () => {
  const { asa, manager } = await makeListedUnit();
  const first = await upload(manager, [header, good]);
  await apply(manager, first);
  const [{ id } = { id: "" }] = await recordsOf(asa.id);
  await withdrawRecord(db, manager, { id, reason: "Fel", submissionId: randomUUID() });

  const again = await upload(manager, [header, good.replace("7,5", "6")]);
  await apply(manager, again);
  const linked = () =>
    db.trainingRecord.findUniqueOrThrow({
      where: { id },
      select: { status: true, replacedBy: { select: { minutes: true, status: true } } },
    });
  expect(await linked()).toEqual({
    ...{ status: "withdrawn", replacedBy: { minutes: 360, status: "approved" } },
  });
  await withdrawImport(db, manager, { importId: again, submissionId: randomUUID() });
  expect(await linked()).toEqual({ status: "withdrawn", replacedBy: null });
  expect(await statuses(asa.id)).toEqual(["withdrawn", "withdrawn"]);

  // It can come once more, and a list that replaces it then leaves the link.
  await apply(manager, again);
  await apply(manager, await upload(manager, [header, good]), { replaceChanged: true });
  expect(await statuses(asa.id)).toEqual(["approved", "withdrawn", "withdrawn", "withdrawn"]);
});

test("a course that somebody logged and that was taken back is told of as well", async () => {
  const unit = await makeUnit(db);
  const employee = await makeStaff(db, unit);
  const manager = await makeStaff(db, unit, [unit.id]);
  const logged = courseInput({ title: "Åtgärder vid våld", heldOn: "2026-03-04" });
  const id = await logCourse(db, employee, logged, today);
  await withdrawRecord(db, employee, { id, reason: "", submissionId: randomUUID() });
  const line = `${employee.name};ÅTGÄRDER VID VÅLD;2026-03-04;7,5;`;
  const importId = await upload(manager, [header, line]);
  expect(await preview(manager, importId)).toMatchObject({ addedCount: 1, takenBackCount: 1 });
});

test("a list knows a course that has been renamed, whichever of its titles it has", async () => {
  const { unit, asa, manager } = await makeListedUnit();
  const { id } = await db.course.create({
    data: { authorityId: unit.authorityId, title: "Åtgärder vid våld" },
  });
  const importId = await upload(manager, [header, good]);
  await apply(manager, importId);
  const rename = (title: string) => db.course.update({ where: { id }, data: { title } });
  const renamed = "Åsa Öberg;Våld i nära relation;2026-03-04;7,5;4 500,50";
  const brings = async (...lines: string[]) =>
    (await preview(manager, await upload(manager, [header, ...lines]))).addedCount;

  await rename("Våld i nära relation");
  expect(await brings(good)).toBe(0);
  expect(await brings(renamed)).toBe(0);
  await rename("Våld");
  expect(await brings(renamed)).toBe(0);
  expect(await brings("Åsa Öberg;våld;2026-03-04;7,5;")).toBe(0);
  expect(await brings("Åsa Öberg;våld;2026-03-11;7,5;")).toBe(1);
  expect(await recordsOf(asa.id)).toMatchObject([{ courseId: id, title: "Åtgärder vid våld" }]);
});

test("a course that was logged is known by its former title as well", async () => {
  const unit = await makeUnit(db);
  const employee = await makeStaff(db, unit);
  const manager = await makeStaff(db, unit, [unit.id]);
  const { id } = await db.course.create({
    data: { authorityId: unit.authorityId, title: "Samtal 1" },
  });
  await db.course.update({ where: { id }, data: { title: "Samtal, grund" } });
  await logCourse(
    db,
    employee,
    courseInput({ title: "Samtal, grund", heldOn: "2026-03-04" }),
    today,
  );
  const line = `${employee.name};Samtal 1;2026-03-04;14;`;
  const importId = await upload(manager, [header, line]);
  expect(await preview(manager, importId)).toMatchObject({ addedCount: 0, known: 1 });
});

test.each([
  [["Namn;Kurs", ""], { file: "exchange.problem.no-rows" }],
  [["#FLAGGA 0", "#SIETYP 4", "#ORGNR 1"], { file: "exchange.upload.ledgerAsList" }],
  [["Namn;Kurs", '"Åsa;Kurs', "Bo;Kurs"], { file: "exchange.upload.openQuote" }],
  [[" ", ""], { file: "exchange.problem.empty-file" }],
  [["%PDF-1.7"], { file: "exchange.problem.binary-file" }],
  [["PK\u0003\u0004"], { file: "exchange.problem.packed-list" }],
  [["BZh91"], { file: "exchange.problem.packed-list" }],
  [
    [`PK\u0003\u0004${"\0".repeat(22)}\u0013\0\0\0[Content_Types].xml`],
    { file: "exchange.problem.binary-file" },
  ],
  [["1;2;3", "4;5;6"], { file: "exchange.problem.no-header" }],
])("%j is refused when it is handed in", async (lines, refusal) => {
  const { manager } = await makeListedUnit();
  expect(await outcomeOf(upload(manager, lines))).toEqual(refusal);
});

test.each<[string, string[], Sentence]>([
  [
    "columns",
    ["Namn;".repeat(12_000), ...Array<string>(24_000).fill("x")],
    { key: "exchange.problem.too-many-columns", values: { max: 200, row: 1 } },
  ],
  [
    "rows",
    [header, ...Array<string>(50_001).fill("x")],
    { key: "exchange.problem.too-many-rows", values: { max: 50_000, row: 1 } },
  ],
  [
    "characters in a cell",
    [header, good, `"${"x".repeat(32_768)}"`],
    { key: "exchange.problem.cell-too-long", values: { max: 32_767, row: 3 } },
  ],
])("a list of too many %s is refused with the limit", async (_what, lines, refusal) => {
  const { manager } = await makeListedUnit();
  await expect(upload(manager, lines)).rejects.toMatchObject({ fields: { file: refusal } });
});

test("a list is for the project that is chosen as it is brought in, or for none", async () => {
  const { unit, asa, manager } = await makeListedUnit();
  const days = { startsOn: "2026-01-01", endsBefore: "2026-07-01" };
  const project = await makeProject(db, { unit, ...days });
  const elsewhere = await makeProject(db, days);
  const importId = await upload(manager, [header, good]);
  const shown = await preview(manager, importId);
  expect(shown.projects.map(({ code }) => code)).toEqual([project.code]);

  expect(await outcomeOf(apply(manager, importId, { project: elsewhere.id }))).toEqual({
    project: "errors.notOffered",
  });
  await apply(manager, importId, { project: project.id });
  expect(await recordsOf(asa.id)).toMatchObject([{ projectId: project.id }]);
  const training = await db.$queryRaw`select record_id from training_of(${project.id}::uuid)`;
  expect(training).toHaveLength(1);

  // Said again for none it is the same; for another it would be another's.
  const again = await upload(manager, [header, good]);
  expect(await preview(manager, again)).toMatchObject({ known: 1, changedCount: 0 });
  expect(await preview(manager, again, { projectId: elsewhere.id })).toMatchObject({ known: 1 });
});

test("rows on days that the chosen project didn't run on are shown before anything is written", async () => {
  const { unit, asa, manager } = await makeListedUnit();
  const project = await makeProject(db, { unit, startsOn: "2026-04-01", endsBefore: "2026-07-01" });
  const importId = await upload(manager, [header, good]);
  await expect(apply(manager, importId, { project: project.id })).rejects.toThrow(PlanMoved);
  expect(await recordsOf(asa.id)).toEqual([]);
  expect(await preview(manager, importId, { projectId: project.id })).toMatchObject({
    ...{ addedCount: 0, badRows: 1, faults: [{ field: "project", reason: "projectNotThen" }] },
  });
});

test("a list's column says for which project each row is, by a former code as well", async () => {
  const { unit, asa, manager } = await makeListedUnit();
  const project = await makeProject(db, { unit, startsOn: "2026-01-01", endsBefore: "2026-07-01" });
  await db.projectCode.create({ data: { projectId: project.id, code: `${project.code}-före` } });
  const row = (day: string, code: string) => `Åsa Öberg;Metod;${day};1;;${code}`;
  // Of a unit that the person has worked in, which the manager doesn't lead.
  const other = await makeUnit(db, { authorityId: unit.authorityId });
  const former = await makeProject(db, {
    unit: other,
    startsOn: "2025-01-01",
    endsBefore: "2026-01-01",
  });
  await db.placement.updateMany({ where: { personId: asa.id }, data: { unitId: other.id } });
  await letMove(db, asa.id, { unitId: unit.id, on: "2026-01-01" });
  const lines = [
    `${header};Projekt`,
    row("2025-12-31", former.code),
    row("2026-03-01", project.code),
    row("2026-03-02", `${project.code}-FÖRE`),
    row("2026-03-03", ""),
    row("2026-03-04", "okänt"),
  ];
  const importId = await upload(manager, lines);
  expect(await preview(manager, importId)).toMatchObject({
    ...{ addedCount: 4, badRows: 1 },
    faults: [{ row: 6, field: "project", value: "okänt", reason: "project" }],
  });
  await apply(manager, importId, { skipBad: true });
  const records = await db.trainingRecord.findMany({
    where: { personId: asa.id },
    orderBy: { heldOn: "asc" },
  });
  expect(records.map(({ projectId }) => projectId)).toEqual([
    ...[former.id, project.id],
    ...[project.id, null],
  ]);
});

test("what is asked is left and told of, and the rest is written", async () => {
  const { unit, asa, manager } = await makeListedUnit();
  const kim = { unit, givenName: "Kim", familyName: "Alm" };
  await makePerson(db, kim);
  await makePerson(db, kim);
  const importId = await upload(manager, [
    header,
    good,
    "Kim Alm;Metod;2026-03-04;1;",
    "Åsa Öberg;Metod;03/04/2026;1;",
  ]);
  expect(await preview(manager, importId)).toMatchObject({
    ...{ addedCount: 1, badRows: 0, askedRows: 2, faults: [] },
    asked: [{ reason: "severalPeople" }, { reason: "ambiguousDate" }],
  });
  await apply(manager, importId);
  expect(await recordsOf(asa.id)).toHaveLength(1);
  expect((await findImport(db, manager, importId)).outcome).toEqual({
    ...{ kind: "training", rows: 1, skipped: 0, asked: 2 },
  });
});

test("a list is handed in by managers only", async () => {
  const { unit } = await makeListedUnit();
  const viewer = makeViewer({ authorityId: unit.authorityId, roles: ["project_manager"] });
  expect(await outcomeOf(upload(viewer, [header, good]))).toBe("forbidden");
  expect(await outcomeOf(upload(makeViewer({ roles: ["administrator"] }), [header, good]))).toBe(
    "forbidden",
  );
});

test("a row with other hours or cost is shown with both, left, and replaces when it is ticked", async () => {
  const { manager, asa } = await makeListedUnit();
  const list = (hours: string, cost: string) => [
    "Namn;Kurs;Datum;Timmar;Kostnad (kr)",
    `Öberg Åsa;Metod;2026-03-04 00:00:00;${hours};${cost}`,
    "Åsa Öberg;Annat;2026-03-05;1;-",
  ];
  await apply(manager, await upload(manager, list("2", "100")));
  const importId = await upload(manager, list("3", "150"));
  const shown = await preview(manager, importId);
  expect(shown).toMatchObject({
    ...{ addedCount: 0, known: 1, changedCount: 1, replaceableCount: 1 },
    changed: [{ minutes: 180, costOre: 15_000, before: { minutes: 120, costOre: 10_000 } }],
  });
  await expect(apply(manager, importId)).rejects.toMatchObject({
    fields: { form: { key: "exchange.training.nothingTicked" } },
  });
  await apply(manager, importId, { replaceChanged: true });
  const records = await db.trainingRecord.findMany({
    where: { personId: asa.id, title: "Metod" },
    orderBy: { minutes: "asc" },
  });
  expect(records).toMatchObject([
    { minutes: 120, status: "withdrawn" },
    { minutes: 180, costOre: 15_000n, status: "approved", sourceId: importId },
  ]);
  const again = await upload(manager, list("3", "150"));
  expect(await preview(manager, again)).toMatchObject({ addedCount: 0, known: 2, changedCount: 0 });
});

test("a row with another day or a title that is alike is shown with both, left, and replaces when it is ticked", async () => {
  const { manager, asa } = await makeListedUnit();
  const list = (...rows: string[]) => ["Namn;Kurs;Datum;Timmar;Kostnad (kr)", ...rows];
  const [first, second] = [
    "Åsa Öberg;Metod;2026-03-02;2;100",
    "Åsa Öberg;Rättkurs två;2026-03-05;6;0",
  ];
  await apply(manager, await upload(manager, list(first, second)));
  const corrected = list("Åsa Öberg;Metod;2026-03-03;2;100", "Åsa Öberg;Rättkurs 2;2026-03-05;6;0");
  const importId = await upload(manager, corrected);
  expect(await preview(manager, importId)).toMatchObject({
    ...{ addedCount: 0, changedCount: 2, replaceableCount: 2 },
    changed: [
      { heldOn: "2026-03-03", before: { heldOn: "2026-03-02", title: null } },
      { title: "Rättkurs 2", before: { heldOn: null, title: "Rättkurs två" } },
    ],
  });
  await apply(manager, importId, { replaceChanged: true });
  const standing = await db.trainingRecord.findMany({
    where: { personId: asa.id, status: "approved" },
    orderBy: { heldOn: "asc" },
  });
  expect(standing.map(({ title, sourceId }) => [title, sourceId])).toEqual([
    ["Metod", importId],
    ["Rättkurs 2", importId],
  ]);
  // What the list has beside it is another one, and so is what is held a week later.
  const more = await upload(
    manager,
    list("Åsa Öberg;Metod;2026-03-03;2;100", "Åsa Öberg;Metod;2026-03-04;2;100"),
  );
  expect(await preview(manager, more)).toMatchObject({ addedCount: 1, changedCount: 0 });
  const weekly = await upload(manager, list("Åsa Öberg;Metod;2026-03-10;2;100"));
  expect(await preview(manager, weekly)).toMatchObject({ addedCount: 1, changedCount: 0 });
});

test("what somebody has logged is no list's to replace", async () => {
  const { manager, asa, unit } = await makeListedUnit();
  await db.trainingRecord.create({
    data: {
      ...{ authorityId: unit.authorityId, personId: asa.id, title: "Metod", minutes: 120 },
      ...{ heldOn: new Date("2026-03-04"), kind: "course", status: "approved" },
    },
  });
  const lines = ["Namn;Kurs;Datum;Timmar", "Åsa Öberg;Metod;2026-03-04;3"];
  expect(await preview(manager, await upload(manager, lines))).toMatchObject({
    ...{ addedCount: 0, changedCount: 1, replaceableCount: 0 },
  });
});

test("namesakes and days that may be two are asked about, and the answers are carried out", async () => {
  const { manager, unit } = await makeListedUnit();
  const twins = [
    await makePerson(db, { unit, givenName: "Kim", familyName: "Alm" }),
    await makePerson(db, { unit, givenName: "Kim", familyName: "Alm" }),
  ];
  const lines = ["Namn;Kurs;Datum;Timmar", "Kim Alm;Metod;03/04/2026;1"];
  const importId = await upload(manager, lines);
  const file = await fileOf(manager, importId);
  const asked = await preview(manager, importId);
  expect(asked).toMatchObject({ addedCount: 0, questions: { dayOrder: true } });
  expect(asked.questions.people).toMatchObject([{ name: "Kim Alm", people: [{}, {}] }]);

  const fields = { dayOrder: "month-first", "person:kim alm": twins[1]?.id ?? "" };
  const { seen, mapping } = await previewTraining(db, {
    ...{ file, mapping: null, reach: peopleReach(manager), today },
    answers: listAnswersFrom(Object.entries(fields)),
  });
  await applyTraining(db, manager, {
    ...{ file, importId },
    input: {
      ...{ submissionId: randomUUID(), seen, ...fields },
      ...Object.fromEntries(mapping.map((field, index) => [`column:${index}`, field ?? ""])),
    },
    today,
  });
  expect(
    await db.trainingRecord.findFirstOrThrow({
      where: { title: "Metod", personId: twins[1]?.id ?? "" },
    }),
  ).toMatchObject({ heldOn: new Date("2026-03-04"), minutes: 60 });
});
