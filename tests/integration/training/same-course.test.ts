import fc from "fast-check";
import { expect, test } from "vitest";
import { logCourse, mendCourse } from "~/features/training/courses/courses.commands.server";
import { mayBeSame } from "~/features/training/rules/same-course";
import { toDbDate } from "~/terms/day";
import { courseInput } from "../../factories/course-input";
import { makePerson } from "../../factories/person";
import { makeViewer } from "../../factories/viewer";
import { makeWorkplace } from "../../factories/workplace";
import { testDatabase } from "../../support/database";
import { questionOf } from "../../support/question-of";

const { db } = await testDatabase();
const today = "2013-06-01";
const place = await makeWorkplace(db);
const { authorityId, unit } = place;

const title = "Sökmetoder på nätet";

async function newEmployee() {
  const person = await makePerson(db, { unit });
  const viewer = makeViewer({
    ...{ personId: person.id, unitId: unit.id, authorityId, roles: ["employee"] },
  });
  const log = (given: Parameters<typeof courseInput>[0] = {}) =>
    logCourse(db, viewer, courseInput({ title, ...given }), today);
  return { person, viewer, log };
}

const titles = ["Söka", "SÖKA", "Karta"];

test("courses_like and taken_back_like say what the rule says, of any records", async () => {
  const courses = await Promise.all(
    titles
      .slice(1)
      .map((title) => db.course.create({ data: { authorityId, title: `${title} 1` } })),
  );
  const courseIds = [null, ...courses.map(({ id }) => id)];
  const taken = fc.record({
    heldOn: fc.constantFrom("2013-05-01", "2013-05-02"),
    title: fc.constantFrom(...titles),
    courseId: fc.constantFrom(...courseIds),
  });
  const record = fc.record({
    taken,
    kind: fc.constantFrom("course" as const, "import" as const, "hand_over" as const),
    status: fc.constantFrom("submitted", "returned", "approved", "declined", "withdrawn" as const),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(record, { maxLength: 5 }), taken, async (records, asked) => {
      const { id: personId } = await makePerson(db, { unit });
      const expected: string[] = [];
      const takenBack: string[] = [];
      for (const each of records) {
        const { heldOn, title, courseId } = each.taken;
        const source =
          each.kind === "course" ? {} : { sourceType: each.kind, sourceId: crypto.randomUUID() };
        const { id } = await db.trainingRecord.create({
          data: {
            ...{ authorityId, personId, kind: each.kind, status: each.status, title, courseId },
            ...{ heldOn: toDbDate(heldOn), minutes: 60, ...source },
          },
        });
        const stands = each.status !== "declined" && each.status !== "withdrawn";
        if (each.kind === "hand_over" || !mayBeSame(each.taken, asked)) continue;
        if (stands) expected.push(id);
        if (each.status === "withdrawn") takenBack.push(id);
      }
      const found = await db.$queryRaw<{ id: string }[]>`
        select record_id as id from courses_like(${personId}::uuid, ${asked.heldOn}::date,
          ${asked.courseId}::uuid, ${asked.title})`;
      expect(found.map(({ id }) => id).sort()).toEqual(expected.sort());
      const open = await db.$queryRaw<{ id: string }[]>`
        select record_id as id from taken_back_like(${personId}::uuid, ${asked.heldOn}::date,
          ${asked.courseId}::uuid, ${asked.title})`;
      expect(open.map(({ id }) => id).sort()).toEqual(takenBack.sort());
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("a second log of one course is asked about before it is written, and counts after a yes", async () => {
  const { person, log } = await newEmployee();
  const first = await log();
  const question = await questionOf(log({ title: "sökmetoder PÅ nätet" }));
  expect(question.touched).toEqual([
    {
      key: "training.same.course",
      values: { title },
      links: [{ label: "2013-05-14", href: `/training/${first}` }],
    },
  ]);
  const count = () => db.trainingRecord.count({ where: { personId: person.id } });
  expect(await count()).toBe(1);
  await log({ title: "sökmetoder PÅ nätet", agreed: question.mark });
  expect(await count()).toBe(2);

  await log({ heldOn: "2013-05-15" });
  await log({ title: "Kartor" });
  expect(await count()).toBe(4);
});

test("a course of the catalogue is known by its former title, and of two at once one is asked about", async () => {
  const { log } = await newEmployee();
  const course = await db.course.create({ data: { authorityId, title: "Nytt namn" } });
  await db.course.update({ where: { id: course.id }, data: { title: "Annat namn" } });
  const both = await Promise.allSettled([
    log({ title: "Nytt namn" }),
    log({ title: "Annat namn", hours: 60 }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a returned course is sent in again without a word of itself", async () => {
  const { viewer, log } = await newEmployee();
  const id = await log();
  await db.trainingRecord.update({ where: { id }, data: { status: "returned" } });
  await mendCourse(db, viewer, { ...courseInput({ title }), id }, today);
  const other = await log({ heldOn: "2013-05-20" });
  await db.trainingRecord.update({ where: { id: other }, data: { status: "returned" } });
  const mended = { ...courseInput({ title }), id: other };
  await questionOf(mendCourse(db, viewer, mended, today));
});

test("what was taken back or declined stands in nobody's way", async () => {
  const { log } = await newEmployee();
  const id = await log();
  await db.trainingRecord.update({ where: { id }, data: { status: "withdrawn" } });
  await log();
});
