import { createHash, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { logCourse } from "~/features/training/courses/courses.commands.server";
import { listTraining } from "~/features/training/records/training-list.queries.server";
import { openEvidence, showRecord } from "~/features/training/records/training.queries.server";
import { courseInput } from "../../factories/course-input";
import { docxFile, pdfFile } from "../../factories/document-files";
import { makePerson } from "../../factories/person";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";
import { makeCompetence } from "../../factories/competence";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeProject } from "../../factories/project";
import { makeStaff, makeWorkplace } from "../../factories/workplace";
import { toDbDate } from "~/terms/day";
import { testDatabase } from "../../support/database";
import { questionOf } from "../../support/question-of";

const { db } = await testDatabase();
const today = "2013-06-01";
const place = await makeWorkplace(db);
const { employee, manager, competence, line, authorityId } = place;

const faultsOf = (work: Promise<unknown>) =>
  work.then(
    () => "no fault",
    (error: unknown) =>
      error instanceof Error && "fields" in error
        ? error.fields
        : error instanceof Error && "code" in error
          ? error.code
          : error,
  );

test("a course from before the employment is asked about, one from after it refused", async () => {
  const unit = await makeUnit(db, { authorityId });
  const person = await makePerson(db, { unit, joinedOn: "2012-01-01", leftOn: "2013-02-01" });
  await db.placement.create({
    data: {
      ...{ personId: person.id, unitId: unit.id, startsOn: toDbDate("2013-04-01") },
      endsBefore: toDbDate("2013-05-01"),
    },
  });
  const viewer = makeViewer({
    ...{ personId: person.id, unitId: unit.id, authorityId, roles: ["employee"] },
  });
  const log = (heldOn: string, agreed = "") =>
    logCourse(db, viewer, courseInput({ heldOn, agreed }), today);
  const logging = (...given: Parameters<typeof log>) => faultsOf(log(...given));

  for (const early of ["2011-12-31", "2013-02-01", "2013-03-31"]) {
    const { touched, mark } = await questionOf(log(early));
    expect(touched).toEqual([{ key: "training.same.beforeEmployment", values: { date: early } }]);
    expect(await logging(early, mark)).toBe("no fault");
  }
  for (const then of ["2012-01-01", "2013-01-31", "2013-04-30"]) {
    expect(await logging(then)).toBe("no fault");
  }
  expect(await logging("2013-05-01")).toEqual({
    heldOn: { key: "training.field.afterLastDay", values: { date: "2013-04-30" } },
  });
});

test("a logged course waits for the manager, with everything that was typed and its trail", async () => {
  const id = await logCourse(
    db,
    employee,
    courseInput({
      competenceId: competence.id,
      learned: "Att söka i forum",
      claimedLevel: 2,
      evidenceLink: "https://kurs.example.se/7",
      cost: 250_050,
      budgetLineId: line.id,
    }),
    today,
  );

  const { record } = await showRecord(db, manager, { id, today });
  expect(record).toMatchObject({
    kind: "course",
    status: "submitted",
    title: expect.stringContaining("Sökmetoder på nätet"),
    competence: { id: competence.id },
    heldOn: "2013-05-14",
    minutes: 840,
    learned: "Att söka i forum",
    claimedLevel: 2,
    confirmed: null,
    costOre: 250_050,
    evidence: { file: null, link: "https://kurs.example.se/7" },
    payment: { lineName: line.name, availableOre: 1_000_000 },
    may: { decide: true, mend: false, withdraw: false, "take-back": false },
  });
  const trail = await db.auditEvent.findMany({ where: { subjectId: id } });
  expect(trail).toMatchObject([
    { action: "training.log", accountId: employee.accountId, detail: { costOre: 250_050 } },
  ]);
  expect(await db.cost.count({ where: { sourceId: id } })).toBe(0);
});

test("a form sent twice, also at once, is one course", async () => {
  const person = await makeStaff(db, place.unit);
  const input = courseInput({ evidenceFile: pdfFile() });
  const [first, second] = await Promise.all([
    logCourse(db, person, input, today),
    logCourse(db, person, input, today),
  ]);
  const third = await logCourse(db, person, input, today);

  expect(new Set([first, second, third]).size).toBe(1);
  expect(await db.trainingRecord.count({ where: { personId: person.personId ?? "" } })).toBe(1);
  expect(await db.storedFile.count({ where: { uploadedById: person.accountId } })).toBe(1);
});

test("an evidence file is kept as it came, under a safe name", async () => {
  const evidenceFile = docxFile("../Åsas intyg<1>.docx");
  const id = await logCourse(db, employee, courseInput({ evidenceFile }), today);

  const file = await openEvidence(db, manager, id);
  const sent = new Uint8Array(await evidenceFile.arrayBuffer());
  expect(file.name).toBe("Åsas intyg_1_.docx");
  expect(Buffer.from(file.bytes).equals(sent)).toBe(true);
  const stored = await db.storedFile.findFirstOrThrow({ where: { evidenceOf: { some: { id } } } });
  expect(stored).toMatchObject({
    size: sent.length,
    sha256: createHash("sha256").update(sent).digest("hex"),
    authorityId,
    uploadedById: employee.accountId,
  });
});

test.each([
  ["empty", new File([], "intyg.pdf"), "training.field.fileEmpty"],
  ["of the wrong kind", new File(["MZ\x90"], "intyg.pdf"), "training.field.fileWrongKind"],
  ["cut off", new File(["%PDF-1.4\n1 0 obj"], "intyg.pdf"), "training.field.fileCutOff"],
  ["too large", new File([new Uint8Array(10_000_001)], "intyg.pdf"), "training.field.fileTooLarge"],
  ["named by a person's number", pdfFile("811228-9874.pdf"), "training.field.fileIdentityNumber"],
])(
  "a file that is %s is refused beside its field, and nothing is written",
  async (_, file, key) => {
    const input = courseInput({ evidenceFile: file });

    expect(await faultsOf(logCourse(db, employee, input, today))).toEqual({
      evidenceFile: { key },
    });
    expect(await db.submission.count({ where: { id: input.submissionId } })).toBe(0);
  },
);

test("a course of today is taken, one of tomorrow is not", async () => {
  await logCourse(db, employee, courseInput({ heldOn: today }), today);

  expect(
    await faultsOf(logCourse(db, employee, courseInput({ heldOn: "2013-06-02" }), today)),
  ).toEqual({ heldOn: { key: "training.field.dayAhead" } });
});

test("a title of the catalogue means that course and brings its competence along", async () => {
  const course = await db.course.create({
    data: { authorityId, title: "Nätet 100 % säkert", competenceId: competence.id },
  });
  await db.course.create({ data: { authorityId, title: "Nätet 100 procent säkert" } });
  const id = await logCourse(db, employee, courseInput({ title: "nätet 100 % SÄKERT" }), today);

  expect(await db.trainingRecord.findUniqueOrThrow({ where: { id } })).toMatchObject({
    courseId: course.id,
    title: "Nätet 100 % säkert",
    competenceId: competence.id,
  });
});

test("another authority's catalogue is not ours", async () => {
  const { id: theirs } = await makeUnit(db).then((unit) =>
    db.course.create({ data: { authorityId: unit.authorityId, title: "Deras kurs" } }),
  );
  const id = await logCourse(db, employee, courseInput({ title: "Deras kurs" }), today);
  const record = await db.trainingRecord.findUniqueOrThrow({ where: { id } });

  expect(record.courseId).not.toBe(theirs);
  expect(record.courseId).toBe(null);
});

test("cost and budget line go together, and a free course has neither", async () => {
  const noLine = courseInput({ cost: 100 });
  const noCost = courseInput({ budgetLineId: line.id });
  const free = courseInput({ cost: 0 });

  expect(await faultsOf(logCourse(db, employee, noLine, today))).toEqual({
    budgetLineId: { key: "training.field.lineForCost" },
  });
  expect(await faultsOf(logCourse(db, employee, noCost, today))).toEqual({
    cost: { key: "training.field.costForLine" },
  });
  const id = await logCourse(db, employee, free, today);
  expect(await db.trainingRecord.findUniqueOrThrow({ where: { id } })).toMatchObject({
    costOre: null,
    budgetLineId: null,
  });
});

test("a line pays only on the days when its project runs", async () => {
  const paid = { cost: 100, budgetLineId: line.id };
  const before = courseInput({ ...paid, heldOn: "2012-12-31" });
  const after = courseInput({ ...paid, heldOn: "2014-01-01" });
  const fault = (date: string) => ({
    budgetLineId: { key: "training.field.lineNotThen", values: { date } },
  });

  expect(await faultsOf(logCourse(db, employee, before, "2014-02-01"))).toEqual(
    fault("2012-12-31"),
  );
  expect(await faultsOf(logCourse(db, employee, after, "2014-02-01"))).toEqual(fault("2014-01-01"));
  await logCourse(db, employee, courseInput({ ...paid, heldOn: "2013-01-01" }), today);
  await logCourse(db, employee, courseInput({ ...paid, heldOn: "2013-12-31" }), "2014-02-01");
});

test("lines of own hours, of other units and ids of nothing don't pay", async () => {
  const inKind = await makeBudgetLine(db, { projectId: place.project.id, financing: "in_kind" });
  const elsewhere = await makeBudgetLine(db, { projectId: (await makeProject(db)).id });
  for (const budgetLineId of [inKind.id, elsewhere.id, randomUUID()]) {
    const input = courseInput({ cost: 100, budgetLineId });

    expect(await faultsOf(logCourse(db, employee, input, today))).toEqual({
      budgetLineId: { key: "errors.notOffered" },
    });
  }
});

test("a level needs a competence, and it must be one of ours", async () => {
  const theirs = await makeCompetence(db);

  expect(await faultsOf(logCourse(db, employee, courseInput({ claimedLevel: 2 }), today))).toEqual({
    competenceId: { key: "training.field.competenceForLevel" },
  });
  expect(
    await faultsOf(logCourse(db, employee, courseInput({ competenceId: theirs.id }), today)),
  ).toEqual({ competenceId: { key: "errors.notOffered" } });
});

test("those who are not staff have nothing to log", async () => {
  const funder = makeViewer({ roles: ["funder"] });

  expect(await faultsOf(logCourse(db, funder, courseInput(), today))).toBe("forbidden");
});

test("a script in the title is kept as the text it is", async () => {
  const person = await makeStaff(db, place.unit);
  const title = `<script>alert("hej")</script>`;
  await logCourse(db, person, courseInput({ title }), today);
  const list = await listTraining(db, person, { whose: { kind: "own" }, page: 1, loggedId: null });

  expect(list.rows[0]?.title).toBe(title);
});
