import { expect, test } from "vitest";
import type { Viewer } from "~/features/access/viewer";
import { logCourse } from "~/features/training/courses/courses.commands.server";
import { trainingCsv } from "~/features/training/records/training-csv.server";
import {
  listTraining,
  whoseOf,
  type Whose,
} from "~/features/training/records/training-list.queries.server";
import { countApprovals, openEvidence } from "~/features/training/records/training.queries.server";
import { translator } from "~/i18n/server";
import { toDbDate } from "~/terms/day";
import { makeAttestation } from "../../factories/attestation";
import { courseInput } from "../../factories/course-input";
import { pdfFile } from "../../factories/document-files";
import { makeViewer } from "../../factories/viewer";
import { makeStaff, makeWorkplace } from "../../factories/workplace";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const today = "2013-06-01";
const own: Whose = { kind: "own" };

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
  );

function list(viewer: Viewer, whose: Whose = own, page = 1) {
  return listTraining(db, viewer, { whose, page, loggedId: null });
}

test("own training stands newest first, a page at a time, with counts of the whole", async () => {
  const { employee } = await makeWorkplace(db);
  await db.trainingRecord.createMany({
    data: Array.from({ length: 27 }, (_, index) => ({
      authorityId: employee.authorityId ?? "",
      personId: employee.personId ?? "",
      kind: "import" as const,
      status: index < 20 ? ("approved" as const) : ("submitted" as const),
      title: `Kurs ${index + 1}`,
      heldOn: toDbDate(`2013-03-${String(index + 1).padStart(2, "0")}`),
      minutes: 60,
    })),
  });
  const [first, second] = [await list(employee), await list(employee, own, 2)];

  expect(first).toMatchObject({ count: 27, approved: 20, waiting: 7, page: 1, pageCount: 2 });
  expect(first.rows[0]?.title).toBe("Kurs 27");
  expect(first.rows).toHaveLength(25);
  expect(second.rows.map(({ title }) => title)).toEqual(["Kurs 2", "Kurs 1"]);
});

test("nothing logged is an empty list that may be logged to", async () => {
  const { employee } = await makeWorkplace(db);

  expect(await list(employee)).toMatchObject({ rows: [], count: 0, pageCount: 1, canLog: true });
});

test("a returned course stands on top with the last word said of it", async () => {
  const { employee, manager } = await makeWorkplace(db);
  const id = await logCourse(db, employee, courseInput(), today);
  await db.trainingRecord.update({ where: { id }, data: { status: "returned" } });
  for (const [word, day] of [
    ["Först", "2013-05-01"],
    ["Sist", "2013-05-02"],
  ] as const) {
    await db.trainingDecision.create({
      data: {
        trainingRecordId: id,
        approved: false,
        word,
        decidedByName: manager.name,
        decidedAt: toDbDate(day),
      },
    });
  }

  expect((await list(employee)).returned).toEqual([
    {
      id,
      title: expect.stringContaining("Sökmetoder på nätet"),
      word: "Sist",
      byName: manager.name,
    },
  ]);
  const ofPerson: Whose = { kind: "person", personId: employee.personId ?? "" };
  expect((await list(manager, ofPerson)).returned).toEqual([]);
});

test("the notice after logging is for who logged, while it can be taken back", async () => {
  const { employee, manager } = await makeWorkplace(db);
  const id = await logCourse(db, employee, courseInput(), today);
  const asked = (viewer: Viewer) => listTraining(db, viewer, { whose: own, page: 1, loggedId: id });

  expect((await asked(employee)).justLogged).toMatchObject({
    id,
    title: expect.stringContaining("Sökmetoder på nätet"),
  });
  expect((await asked(manager)).justLogged).toBe(null);
  await db.trainingRecord.update({ where: { id }, data: { status: "approved" } });
  expect((await asked(employee)).justLogged).toBe(null);
});

test("a manager sees their people and units below, an administrator everybody, others only themselves", async () => {
  const place = await makeWorkplace(db);
  const { employee, manager, head, department } = place;
  const above = await makeStaff(db, department);
  const administrator = makeViewer({ authorityId: place.authorityId, roles: ["administrator"] });
  await logCourse(db, employee, courseInput({ title: "Av medarbetaren" }), today);
  await logCourse(db, above, courseInput({ title: "Av den ovanför" }), today);
  const titles = async (viewer: Viewer) =>
    (await list(viewer, { kind: "unit" })).rows.map(({ title }) => title).sort();

  expect(await titles(manager)).toEqual(["Av medarbetaren"]);
  expect(await titles(head)).toEqual(["Av den ovanför", "Av medarbetaren"]);
  expect(await titles(administrator)).toEqual(["Av den ovanför", "Av medarbetaren"]);
  expect(await codeOf(list(employee, { kind: "unit" }))).toBe("not-found");
  const person: Whose = { kind: "person", personId: above.personId ?? "" };
  expect(await codeOf(list(manager, person))).toBe("not-found");
  expect(await codeOf(list(employee, person))).toBe("not-found");
  expect((await list(head, person)).whose).toMatchObject({ kind: "person", name: above.name });
});

test("another authority's administrator sees none of it", async () => {
  const [ours, theirs] = [await makeWorkplace(db), await makeWorkplace(db)];
  await logCourse(db, ours.employee, courseInput(), today);
  const administrator = makeViewer({ authorityId: theirs.authorityId, roles: ["administrator"] });

  expect((await list(administrator, { kind: "unit" })).count).toBe(0);
});

test("who neither works here nor is in charge of anybody has no list", async () => {
  expect(await codeOf(list(makeViewer({ roles: ["employee"] })))).toBe("forbidden");
});

test.each([
  ["/training", "own"],
  ["/training?scope=unit", "unit"],
  ["/training?scope=all", "own"],
  ["/training?person=0198a1b2-0000-7000-8000-000000000001", "person"],
])("%s asks for the %s list", (address, kind) => {
  const viewer = makeViewer({ personId: "me", managedUnitIds: ["u"] });

  expect(whoseOf(new URL(address, "http://localhost"), viewer).kind).toBe(kind);
});

test("an address with something else than a person's id names nobody", () => {
  const url = new URL("/training?person=1'or'1", "http://localhost");

  expect(() => whoseOf(url, makeViewer())).toThrow("not-found");
});

test("an administrator without a person of their own starts with everybody's list", () => {
  const viewer = makeViewer({ roles: ["administrator"] });

  expect(whoseOf(new URL("/training", "http://localhost"), viewer)).toEqual({ kind: "unit" });
});

test("a row tells what it confirmed, and no longer what was taken back", async () => {
  const { employee, competence } = await makeWorkplace(db);
  const { personId } = employee;
  if (!personId) throw new Error("An employee is a person");
  const [standing, withdrawn] = [
    await logCourse(db, employee, courseInput({ heldOn: "2013-02-02" }), today),
    await logCourse(db, employee, courseInput({ heldOn: "2013-02-01" }), today),
  ];
  const given = { personId, competenceId: competence.id, attestedOn: "2013-02-01", observed: true };
  const attestations = await Promise.all([
    makeAttestation(db, { ...given, level: 3 }),
    makeAttestation(db, { ...given, level: 4, withdrawn: true }),
  ]);
  for (const [index, sourceId] of [standing, withdrawn].entries()) {
    await db.attestation.update({
      where: { id: attestations[index]?.id ?? "" },
      data: { sourceType: "training_record", sourceId },
    });
  }

  expect((await list(employee)).rows.map(({ confirmed }) => confirmed)).toEqual([
    { level: 3, observed: true },
    null,
  ]);
});

test("evidence opens for its owner, their managers and the administrator, for nobody else", async () => {
  const place = await makeWorkplace(db);
  const input = courseInput({ evidenceFile: pdfFile() });
  const id = await logCourse(db, place.employee, input, today);
  const administrator = makeViewer({ authorityId: place.authorityId, roles: ["administrator"] });
  const colleague = await makeStaff(db, place.unit);
  const elsewhere = await makeWorkplace(db);
  const funder = makeViewer({ roles: ["funder"], fundedProjectIds: [place.project.id] });

  for (const viewer of [place.employee, place.manager, place.head, administrator]) {
    expect((await openEvidence(db, viewer, id)).name).toBe("intyg.pdf");
  }
  for (const viewer of [colleague, elsewhere.manager, elsewhere.employee, funder]) {
    expect(await codeOf(openEvidence(db, viewer, id))).toBe("not-found");
  }
});

test("a record without a file has no evidence to open", async () => {
  const { employee } = await makeWorkplace(db);
  const id = await logCourse(db, employee, courseInput(), today);

  expect(await codeOf(openEvidence(db, employee, id))).toBe("not-found");
});

test("the count of what waits for a manager leaves their own courses out", async () => {
  const { employee, manager, head } = await makeWorkplace(db);
  await logCourse(db, employee, courseInput(), today);
  await logCourse(db, manager, courseInput(), today);

  expect(await countApprovals(db, manager)).toBe(1);
  expect(await countApprovals(db, head)).toBe(2);
  expect(await countApprovals(db, employee)).toBe(0);
});

test("the file holds the list whole, and no text in it is a formula", async () => {
  const { employee } = await makeWorkplace(db);
  await logCourse(db, employee, courseInput({ title: "=1+1", hours: 90 }), today);
  const speech = { language: "sv" as const, t: translator("sv") };
  const bytes = await trainingCsv(db, employee, { whose: own, speech });
  const [, row] = new TextDecoder().decode(bytes).split("\r\n");

  expect(row).toBe(`${employee.name};Kurs;'=1+1;;2013-05-14;1,5;;;;;Väntar på chef;`);
});
