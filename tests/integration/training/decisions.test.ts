import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Viewer } from "~/features/access/viewer";
import { logCourse, mendCourse } from "~/features/training/courses/courses.commands.server";
import { showMendForm } from "~/features/training/courses/log-form.queries.server";
import {
  approveCourse,
  returnCourse,
} from "~/features/training/approval/decisions.commands.server";
import { listApprovals, showRecord } from "~/features/training/records/training.queries.server";
import type { Approval, CourseInput } from "~/features/training/records/training.schema";
import { withdrawRecord } from "~/features/training/approval/withdrawals.commands.server";
import { courseInput } from "../../factories/course-input";
import { makeUnit } from "../../factories/unit";
import { makeStaff, makeWorkplace } from "../../factories/workplace";
import { testDatabase } from "../../support/database";
import { questionOf } from "../../support/question-of";
import { toDbDate } from "~/terms/day";

const { db } = await testDatabase();
const today = "2013-06-01";
const place = await makeWorkplace(db);
const { employee, manager, head, competence, line, project } = place;

async function logged(given: Partial<CourseInput> = {}, viewer: Viewer = employee) {
  const id = await logCourse(db, viewer, courseInput(given), today);
  return { id, seenAt: await seenAtOf(id) };
}

async function seenAtOf(id: string) {
  const record = await db.trainingRecord.findUniqueOrThrow({ where: { id } });
  return record.submittedAt.toISOString();
}

function approval(given: Partial<Approval> & { id: string; seenAt: string }) {
  return {
    submissionId: randomUUID(),
    competenceId: null,
    level: null,
    observed: false,
    invoice: null,
    word: "",
    planColleagues: null,
    planDueOn: null,
    agreed: "",
    ...given,
  };
}

function sendingBack(given: { id: string; seenAt: string; word?: string }) {
  return { submissionId: randomUUID(), word: "Intyget saknas", ...given };
}

const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) =>
      error instanceof Error && "fields" in error
        ? error.fields
        : error instanceof Error && "code" in error
          ? error.code
          : error,
  );

test("approval confirms the level, books the cost and notes the plan, in one go", async () => {
  const course = await logged({
    competenceId: competence.id,
    claimedLevel: 2,
    cost: 250_000,
    budgetLineId: line.id,
  });
  await approveCourse(
    db,
    manager,
    approval({
      ...course,
      level: 3,
      observed: true,
      word: "Bra!",
      planColleagues: 4,
      planDueOn: "2013-12-01",
    }),
    today,
  );

  const { record } = await showRecord(db, employee, { id: course.id, today });
  expect(record).toMatchObject({
    status: "approved",
    confirmed: { level: 3, observed: true },
    plan: { colleagues: 4, dueOn: "2013-12-01" },
    decisions: [{ approved: true, word: "Bra!", level: 3, observed: true, byName: manager.name }],
    may: { mend: false, withdraw: false, decide: false, "take-back": false },
  });
  const attestations = await db.attestation.findMany({ where: { sourceId: course.id } });
  expect(attestations).toMatchObject([
    {
      personId: employee.personId,
      competenceId: competence.id,
      level: 3,
      observed: true,
      source: "course",
      attestedOn: new Date("2013-05-14"),
      attestedById: manager.accountId,
      withdrawnAt: null,
    },
  ]);
  const costs = await db.cost.findMany({ where: { sourceId: course.id } });
  expect(costs).toMatchObject([
    {
      projectId: project.id,
      budgetLineId: line.id,
      bookedOn: new Date("2013-05-14"),
      amountOre: 250_000n,
      text: expect.stringContaining("Sökmetoder på nätet"),
    },
  ]);
  const trail = await db.auditEvent.findFirstOrThrow({
    where: { subjectId: course.id, action: "training.approve" },
  });
  expect(trail).toMatchObject({
    accountId: manager.accountId,
    detail: { level: 3, observed: true, costOre: 250_000, attestationId: attestations[0]?.id },
  });
});

test("approval at level 0, or of a course without a competence, confirms nothing", async () => {
  const none = await logged({ competenceId: competence.id });
  const free = await logged();
  await approveCourse(db, manager, approval({ ...none, level: 0, observed: true }), today);
  await approveCourse(db, manager, approval(free), today);

  expect(await db.attestation.count({ where: { sourceId: { in: [none.id, free.id] } } })).toBe(0);
  const decided = await db.trainingDecision.findFirst({ where: { trainingRecordId: none.id } });
  expect(decided).toMatchObject({ confirmedLevel: 0, observed: false });
});

test("the manager may say which competence a course gave where nobody else did", async () => {
  const course = await logged();
  const chosen = approval({ ...course, competenceId: competence.id, level: 1 });
  await approveCourse(db, manager, chosen, today);

  expect(await db.attestation.findMany({ where: { sourceId: course.id } })).toMatchObject([
    { competenceId: competence.id, level: 1 },
  ]);
});

test.each<[string, Partial<Approval>, Record<string, string>]>([
  ["no level", {}, { level: "training.field.chooseLevel" }],
  [
    "a plan without a day",
    { level: 1, planColleagues: 2 },
    { planDueOn: "training.field.planDay" },
  ],
  [
    "a day without a plan",
    { level: 1, planDueOn: "2013-12-01" },
    { planColleagues: "training.field.planColleagues" },
  ],
  [
    "a plan for a day gone by",
    { level: 1, planColleagues: 2, planDueOn: "2013-05-31" },
    { planDueOn: "training.field.planPassed" },
  ],
])("%s is told beside the field, and the course waits on", async (_what, given, keys) => {
  const course = await logged({ competenceId: competence.id });
  const faults = await outcomeOf(
    approveCourse(db, manager, approval({ ...course, ...given }), today),
  );

  expect(faults).toEqual(
    Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, { key }])),
  );
  const { record } = await showRecord(db, manager, { id: course.id, today });
  expect(record).toMatchObject({ status: "submitted", decisions: [] });
});

test("what counts from the approval is asked as at logging: not after the last day, before the first on a yes", async () => {
  const { employee, manager, competence } = await makeWorkplace(db);
  const work = (startsOn: string, endsBefore: string | null) =>
    db.placement.updateMany({
      where: { personId: employee.personId ?? "" },
      data: { startsOn: toDbDate(startsOn), endsBefore: endsBefore && toDbDate(endsBefore) },
    });
  const course = await logged({ competenceId: competence.id }, employee);
  const earlier = await logged({ heldOn: "2013-05-13" }, employee);
  const approving = (agreed = "") =>
    approveCourse(db, manager, approval({ ...course, level: 2, agreed }), today);
  const values = { name: employee.name, date: "2013-05-14" };

  await work("2000-01-01", "2013-05-14");
  expect(await outcomeOf(approving())).toEqual({
    form: {
      key: "training.approve.afterLastDay",
      values: { ...values, lastDay: "2013-05-13" },
    },
  });
  expect(await db.attestation.count({ where: { sourceId: course.id } })).toBe(0);
  expect(await outcomeOf(approveCourse(db, manager, approval(earlier), today))).toBe("done");

  await work("2013-05-15", null);
  const { touched, mark } = await questionOf(approving());
  expect(touched).toEqual([{ key: "training.approve.beforeEmployment", values }]);
  expect(await outcomeOf(approving(mark))).toBe("done");
});

test("of two managers who approve at once, one does and the other is told", async () => {
  const course = await logged({
    competenceId: competence.id,
    cost: 1_000,
    budgetLineId: line.id,
  });
  const outcomes = await Promise.all(
    [manager, head].map((viewer) =>
      outcomeOf(approveCourse(db, viewer, approval({ ...course, level: 2 }), today)),
    ),
  );

  expect(outcomes.sort()).toEqual(["conflict", "done"]);
  expect(await db.attestation.count({ where: { sourceId: course.id } })).toBe(1);
  expect(await db.cost.count({ where: { sourceId: course.id } })).toBe(1);
  expect(await db.trainingDecision.count({ where: { trainingRecordId: course.id } })).toBe(1);
});

test("of one who approves and one who sends back at once, one does and the other is told", async () => {
  const course = await logged({ competenceId: competence.id });
  const outcomes = await Promise.all([
    outcomeOf(approveCourse(db, manager, approval({ ...course, level: 2 }), today)),
    outcomeOf(returnCourse(db, head, sendingBack(course))),
  ]);

  expect(outcomes.sort()).toEqual(["conflict", "done"]);
});

test("a pressed button that is pressed again approves once and says the same", async () => {
  const course = await logged({ competenceId: competence.id, cost: 500, budgetLineId: line.id });
  const input = approval({ ...course, level: 1 });
  const answers = await Promise.all([
    approveCourse(db, manager, input, today),
    approveCourse(db, manager, input, today),
  ]);

  expect(answers).toEqual([course.id, course.id]);
  expect(await db.cost.count({ where: { sourceId: course.id } })).toBe(1);
});

test("nobody decides on their own course: a manager's waits for the one above", async () => {
  const own = await logged({}, manager);

  expect(await outcomeOf(approveCourse(db, manager, approval(own), today))).toBe("forbidden");
  const queue = await listApprovals(db, manager, { page: 1, decidedId: null, today });
  expect(queue.records.map(({ id }) => id)).not.toContain(own.id);
  expect(queue.ownWaiting).toBe(1);
  expect((await showRecord(db, manager, { id: own.id, today })).record.waitsForOther).toBe(true);
  expect(await outcomeOf(approveCourse(db, head, approval(own), today))).toBe("done");
});

test("a colleague and another unit's manager don't find the course at all", async () => {
  const course = await logged();
  const colleague = await makeStaff(db, place.unit);
  const elsewhere = await makeWorkplace(db);
  for (const viewer of [colleague, elsewhere.manager, elsewhere.employee]) {
    expect(await outcomeOf(approveCourse(db, viewer, approval(course), today))).toBe("not-found");
    expect(await outcomeOf(returnCourse(db, viewer, sendingBack(course)))).toBe("not-found");
    expect(await outcomeOf(showRecord(db, viewer, { id: course.id, today }))).toBe("not-found");
  }
});

test("the person sees their course and can't decide on it", async () => {
  const course = await logged();

  expect(await outcomeOf(approveCourse(db, employee, approval(course), today))).toBe("forbidden");
});

test("a returned course is mended, sent in again and approved", async () => {
  const course = await logged({
    competenceId: competence.id,
    evidenceLink: "https://a.example.se/",
  });
  await returnCourse(db, manager, sendingBack(course));
  const { record: returned } = await showRecord(db, employee, { id: course.id, today });
  expect(returned).toMatchObject({
    status: "returned",
    decisions: [{ approved: false, word: "Intyget saknas", byName: manager.name }],
    may: { mend: true, withdraw: true },
  });

  await mendCourse(
    db,
    employee,
    {
      ...courseInput({ competenceId: competence.id, hours: 60, title: "Rättad" }),
      id: course.id,
    },
    today,
  );
  const seenAt = await seenAtOf(course.id);
  expect(seenAt).not.toBe(course.seenAt);
  await approveCourse(db, manager, approval({ id: course.id, seenAt, level: 1 }), today);
  const { record } = await showRecord(db, employee, { id: course.id, today });
  expect(record).toMatchObject({ status: "approved", title: "Rättad", minutes: 60 });
  const where = { subjectId: course.id, action: "training.mend" };
  expect(await db.auditEvent.findFirst({ where })).toMatchObject({
    detail: { title: "Rättad", minutes: 60, was: { minutes: 840, learned: "" } },
  });
  expect(record.decisions.map(({ approved }) => approved)).toEqual([true, false]);
});

test("a manager doesn't approve what they haven't seen: a course mended in between", async () => {
  const course = await logged({ cost: 100, budgetLineId: line.id });
  await returnCourse(db, head, sendingBack(course));
  const mended = courseInput({ cost: 900_000, budgetLineId: line.id });
  await mendCourse(db, employee, { ...mended, id: course.id }, today);

  expect(await outcomeOf(approveCourse(db, manager, approval(course), today))).toBe("conflict");
  expect(await db.cost.count({ where: { sourceId: course.id } })).toBe(0);
});

test("only a returned course is mended, and only by who logged it", async () => {
  const course = await logged();
  const mended = { ...courseInput(), id: course.id };
  const colleague = await makeStaff(db, place.unit);

  expect(await outcomeOf(mendCourse(db, employee, mended, today))).toBe("conflict");
  await returnCourse(db, manager, sendingBack(course));
  expect(await outcomeOf(mendCourse(db, colleague, mended, today))).toBe("not-found");
  expect(await outcomeOf(mendCourse(db, manager, mended, today))).toBe("not-found");
});

test("a returned course keeps its line and its course, also when neither is offered any more", async () => {
  const other = await makeWorkplace(db);
  const cost = { cost: 50_000, budgetLineId: other.line.id };
  const { id: courseId } = await db.course.create({
    data: { authorityId: other.authorityId, title: "Ursprunglig" },
  });
  const course = await logged({ ...cost, title: "Ursprunglig" }, other.employee);
  await returnCourse(db, other.manager, sendingBack(course));
  // The person has moved, the project has moved its time, and the title is another course's.
  const elsewhere = await makeUnit(db, { authorityId: other.authorityId });
  const moved = { ...other.employee, unitId: elsewhere.id };
  const days = { startsOn: new Date("2013-12-01"), endsBefore: new Date("2014-06-01") };
  await db.project.update({ where: { id: other.project.id }, data: days });
  await db.course.update({ where: { id: courseId }, data: { title: "Omdöpt" } });
  await db.course.create({
    data: {
      authorityId: other.authorityId,
      title: "Ursprunglig",
      competenceId: other.competence.id,
    },
  });

  const { lines, draft } = await showMendForm(db, moved, { id: course.id, day: null, today });
  expect(lines.map(({ id }) => id)).toEqual([other.line.id]);
  expect(draft.budgetLineId).toBe(other.line.id);
  const mend = (given: Partial<CourseInput>) => {
    const input = courseInput({ ...cost, title: "Ursprunglig", ...given });
    return outcomeOf(mendCourse(db, moved, { ...input, id: course.id }, today));
  };
  // Anything else than what it holds is looked at as if it were logged today.
  expect(await mend({ heldOn: "2013-05-15" })).toMatchObject({ budgetLineId: {} });
  expect(await mend({ budgetLineId: line.id })).toMatchObject({ budgetLineId: {} });
  expect(await mend({})).toBe("done");
  expect(await db.trainingRecord.findUniqueOrThrow({ where: { id: course.id } })).toMatchObject({
    ...{ status: "submitted", budgetLineId: other.line.id, costOre: 50_000n },
    ...{ courseId, title: "Ursprunglig", competenceId: null },
  });
});

test("a course that costs more than is left is approved all the same, with the figures shown", async () => {
  const other = await makeWorkplace(db);
  const given = { cost: 1_200_000, budgetLineId: other.line.id };
  const course = await logged(given, other.employee);
  const { record } = await showRecord(db, other.manager, { id: course.id, today });

  expect(record.payment?.availableOre).toBe(1_000_000);
  expect(record.costOre).toBe(1_200_000);
  expect(await outcomeOf(approveCourse(db, other.manager, approval(course), today))).toBe("done");
});

test("the queue holds the oldest first, ten to a page, and its length is the whole queue's", async () => {
  const other = await makeWorkplace(db);
  const ids: string[] = [];
  for (let n = 1; n <= 12; n += 1) {
    ids.push((await logged({ title: `Kurs ${n}` }, other.employee)).id);
  }
  const first = await listApprovals(db, other.manager, { page: 1, decidedId: null, today });
  const second = await listApprovals(db, other.manager, { page: 2, decidedId: null, today });

  expect(first).toMatchObject({ count: 12, pageCount: 2 });
  expect([...first.records, ...second.records].map(({ id }) => id)).toEqual(ids);
});

test("who logged a course withdraws it until it is approved", async () => {
  const course = await logged();
  const withdrawal = { id: course.id, reason: "", submissionId: randomUUID() };
  const colleague = await makeStaff(db, place.unit);

  expect(await outcomeOf(withdrawRecord(db, colleague, withdrawal))).toBe("not-found");
  expect(await outcomeOf(withdrawRecord(db, manager, withdrawal))).toBe("conflict");
  expect(await outcomeOf(withdrawRecord(db, employee, withdrawal))).toBe("done");
  const again = { ...withdrawal, submissionId: randomUUID() };
  expect(await outcomeOf(withdrawRecord(db, employee, again))).toBe("conflict");
  expect(await outcomeOf(approveCourse(db, manager, approval(course), today))).toBe("conflict");
});

test("of a withdrawal and an approval at once, one is done and the other told", async () => {
  const course = await logged({ competenceId: competence.id });
  const outcomes = await Promise.all([
    outcomeOf(
      withdrawRecord(db, employee, { id: course.id, reason: "", submissionId: randomUUID() }),
    ),
    outcomeOf(approveCourse(db, manager, approval({ ...course, level: 2 }), today)),
  ]);

  expect(outcomes.sort()).toEqual(["conflict", "done"]);
  const { status } = await db.trainingRecord.findUniqueOrThrow({ where: { id: course.id } });
  expect(await db.attestation.count({ where: { sourceId: course.id } })).toBe(
    status === "approved" ? 1 : 0,
  );
});

test("an approval is taken back by a manager, with a reason, and level and cost go with it", async () => {
  const course = await logged({ competenceId: competence.id, cost: 700, budgetLineId: line.id });
  await approveCourse(db, manager, approval({ ...course, level: 2 }), today);
  const taking = { id: course.id, submissionId: randomUUID() };

  expect(await outcomeOf(withdrawRecord(db, employee, { ...taking, reason: "x" }))).toBe(
    "conflict",
  );
  expect(await outcomeOf(withdrawRecord(db, manager, { ...taking, reason: "" }))).toEqual({
    reason: { key: "training.field.reason" },
  });
  await withdrawRecord(db, head, { ...taking, reason: "Fel person" });

  const { record } = await showRecord(db, employee, { id: course.id, today });
  expect(record).toMatchObject({
    status: "withdrawn",
    confirmed: null,
    decisions: [{ approved: false, word: "Fel person", byName: head.name }, { approved: true }],
  });
  const standing = { sourceId: course.id, withdrawnAt: null };
  expect(await db.attestation.count({ where: standing })).toBe(0);
  expect(await db.cost.count({ where: standing })).toBe(0);
});
