import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { lineHeldElsewhere } from "~/overviews/project/line-held-elsewhere.server";
import { projectMoney, untilEndOf } from "~/features/funding/budget/figures.queries.server";
import { showLineForm } from "~/features/funding/set-up/line-form.queries.server";
import { removePart } from "~/features/funding/set-up/remove-part.commands.server";
import {
  approveCourse,
  returnCourse,
} from "~/features/training/approval/decisions.commands.server";
import { withdrawRecord } from "~/features/training/approval/withdrawals.commands.server";
import { logCourse, mendCourse } from "~/features/training/courses/courses.commands.server";
import { showLogForm, showMendForm } from "~/features/training/courses/log-form.queries.server";
import { listCommitments } from "~/overviews/project/commitments.queries.server";
import { toDbDate } from "~/terms/day";
import { makeBudgetLine } from "../../factories/budget-line";
import { courseInput } from "../../factories/course-input";
import { makeProject } from "../../factories/project";
import { makeViewer } from "../../factories/viewer";
import { makeWorkplace } from "../../factories/workplace";
import { testDatabase } from "../../support/database";
import { outcomeOf } from "../../support/outcome-of";

const { db } = await testDatabase();
const today = "2013-06-01";

async function makePaidCourse() {
  const place = await makeWorkplace(db);
  const paid = { cost: 50_000, budgetLineId: place.line.id };
  const id = await logCourse(db, place.employee, courseInput(paid), today);
  const money = async () => {
    const period = untilEndOf(today, "2013-01-01");
    const { project } = place;
    const sums = await projectMoney(db, { projectId: project.id, period, asOf: today });
    const { committedOre = 0, accumulatedOre = 0 } = sums.lines[0] ?? {};
    return { committedOre, accumulatedOre };
  };
  const seenAt = async () =>
    (await db.trainingRecord.findUniqueOrThrow({ where: { id } })).submittedAt.toISOString();
  return { ...place, id, paid, money, seenAt };
}

const approval = {
  ...{ competenceId: null, level: null, observed: false, invoice: null, word: "" },
  ...{ planColleagues: null, planDueOn: null, agreed: "" },
};

test("what a course costs is promised while it waits, let go when it is returned, and paid once", async () => {
  const { id, employee, manager, paid, money, seenAt } = await makePaidCourse();
  expect(await money()).toEqual({ committedOre: 50_000, accumulatedOre: 0 });

  const returned = { id, word: "Intyg?", seenAt: await seenAt(), submissionId: randomUUID() };
  await returnCourse(db, manager, returned);
  expect(await money()).toEqual({ committedOre: 0, accumulatedOre: 0 });

  const mended = { ...courseInput({ ...paid, cost: 60_000 }), id };
  await mendCourse(db, employee, mended, today);
  expect(await money()).toEqual({ committedOre: 60_000, accumulatedOre: 0 });

  const approved = { id, ...approval, seenAt: await seenAt(), submissionId: randomUUID() };
  await approveCourse(db, manager, approved, today);
  expect(await money()).toEqual({ committedOre: 0, accumulatedOre: 60_000 });

  const reason = { id, reason: "Fel person", submissionId: randomUUID() };
  await withdrawRecord(db, manager, reason);
  expect(await money()).toEqual({ committedOre: 0, accumulatedOre: 0 });
});

test("what is committed opens to its courses, named where their people may be looked at", async () => {
  const { id, project, line, manager, money } = await makePaidCourse();
  const other = await makeBudgetLine(db, { projectId: project.id });
  const asked = { code: project.code, page: 1, today };
  const list = (viewer: typeof manager, lines: string[] = []) =>
    listCommitments(db, { ...viewer, managedProjectIds: [project.id] }, { ...asked, lines });
  const { committedOre } = await money();
  const all = await list(manager, [line.id]);
  expect(all).toMatchObject({ count: 1, amountOre: committedOre });
  expect(all.rows).toMatchObject([{ recordId: id, amountOre: committedOre }]);
  expect(all.rows[0]?.person).not.toBeNull();
  expect((await list(manager)).amountOre).toBe(committedOre);
  expect(await list(manager, [other.id])).toMatchObject({ count: 0, amountOre: 0, rows: [] });
  const { authorityId } = project;
  const stranger = makeViewer({ authorityId, roles: ["project_manager"] });
  expect((await list(stranger)).rows).toMatchObject([{ amountOre: committedOre, person: null }]);
  const foreign = await makeBudgetLine(db, { projectId: (await makeProject(db)).id });
  await expect(list(manager, [foreign.id])).rejects.toMatchObject({ code: "not-found" });
});

test("who takes a waiting course back lets its promise go", async () => {
  const { id, employee, money } = await makePaidCourse();
  await withdrawRecord(db, employee, { id, reason: "", submissionId: randomUUID() });
  expect(await money()).toEqual({ committedOre: 0, accumulatedOre: 0 });
});

test("of a line that is removed while a course is logged on it, one of the two is done", async () => {
  for (let round = 0; round < 6; round += 1) {
    const { project, line, employee, head } = await makeWorkplace(db);
    const viewer = { ...head, managedProjectIds: [project.id] };
    const removal = { code: project.code, part: "lines" as const, id: line.id };
    const [logged, removed] = await Promise.allSettled([
      logCourse(db, employee, courseInput({ cost: 100, budgetLineId: line.id }), today),
      removePart(db, viewer, { ...removal, submissionId: randomUUID() }, lineHeldElsewhere),
    ]);
    expect([logged.status, removed.status].sort()).toEqual(["fulfilled", "rejected"]);
    const where = { budgetLineId: line.id, withdrawnAt: null };
    const promises = await db.commitment.count({ where });
    expect(promises).toBe(logged.status === "fulfilled" ? 1 : 0);
  }
});

test("a line that a returned course is on isn't taken out", async () => {
  const { id, project, line, manager, employee, head, seenAt } = await makePaidCourse();
  const viewer = { ...head, managedProjectIds: [project.id] };
  const asked = { code: project.code, id: line.id };
  const stays = async () =>
    (await showLineForm(db, viewer, { ...asked, language: "sv", step: null }, lineHeldElsewhere))
      .stays;
  expect(await stays()).toBe("line-booked");
  const returned = { id, word: "Datum?", seenAt: await seenAt(), submissionId: randomUUID() };
  await returnCourse(db, manager, returned);
  expect(await stays()).toBe("line-returned");
  const removal = { ...asked, part: "lines" as const, submissionId: randomUUID() };
  expect(await outcomeOf(removePart(db, viewer, removal, lineHeldElsewhere))).toBe("conflict");
  await withdrawRecord(db, employee, { id, reason: "", submissionId: randomUUID() });
  await removePart(db, viewer, { ...removal, submissionId: randomUUID() }, lineHeldElsewhere);
});

async function makeClosedGrant() {
  const place = await makeWorkplace(db);
  const { id: projectId } = place.project;
  const funder = await db.funder.create({ data: { name: `Fonden ${projectId}` } });
  const grant = await db.grant.create({
    data: { projectId, funderId: funder.id, closedOn: toDbDate("2013-03-31") },
  });
  const closed = await makeBudgetLine(db, { projectId, grantId: grant.id });
  return { ...place, closed };
}

test("a waiting course of a day after its grant was closed isn't approved onto its line", async () => {
  const { project, employee, manager, closed } = await makeClosedGrant();
  await db.grant.updateMany({ where: { projectId: project.id }, data: { closedOn: null } });
  const paid = { heldOn: "2013-04-01", cost: 100, budgetLineId: closed.id };
  const id = await logCourse(db, employee, courseInput(paid), today);
  const close = (day: string) =>
    db.grant.updateMany({ where: { projectId: project.id }, data: { closedOn: toDbDate(day) } });
  await close("2013-03-31");
  const seenAt = (await db.trainingRecord.findUniqueOrThrow({ where: { id } })).submittedAt;
  const approve = () =>
    approveCourse(
      db,
      manager,
      { id, ...approval, seenAt: seenAt.toISOString(), submissionId: randomUUID() },
      today,
    );
  expect(await outcomeOf(approve())).toEqual({ form: "funding.errors.grantClosed" });
  await close("2013-04-01");
  expect(await outcomeOf(approve())).toBe("done");
});

test("a closed grant's line is offered for days until it closed, and pays for none after", async () => {
  const { employee, project, line, closed } = await makeClosedGrant();
  // Another that closed earlier is offered for none of these days.
  const { funderId } = await db.grant.findFirstOrThrow({ where: { projectId: project.id } });
  const earlier = await db.grant.create({
    data: { projectId: project.id, funderId, closedOn: toDbDate("2013-01-31") },
  });
  await makeBudgetLine(db, { projectId: project.id, grantId: earlier.id });
  const offered = async (day: string | null) => {
    const form = await showLogForm(db, employee, { day, today });
    return { ids: form.lines.map(({ id }) => id), closedOn: form.closedOn };
  };
  expect(await offered(null)).toEqual({ ids: [line.id], closedOn: "2013-03-31" });
  expect(await offered("2013-04-01")).toEqual({ ids: [line.id], closedOn: "2013-03-31" });
  expect(await offered("2013-03-31")).toEqual({
    ids: [line.id, closed.id],
    closedOn: "2013-01-31",
  });

  const log = (heldOn: string) =>
    logCourse(db, employee, courseInput({ heldOn, cost: 100, budgetLineId: closed.id }), today);
  await expect(log("2013-04-01")).rejects.toMatchObject({
    fields: {
      budgetLineId: { key: "funding.errors.grantClosed", values: { date: "2013-03-31" } },
    },
  });
  await log("2013-03-31");
});

test("a returned course is mended with the lines of its own day", async () => {
  const { employee, manager, closed } = await makeClosedGrant();
  const paid = { heldOn: "2013-03-30", cost: 100, budgetLineId: closed.id };
  const id = await logCourse(db, employee, courseInput(paid), today);
  const { submittedAt } = await db.trainingRecord.findUniqueOrThrow({ where: { id } });
  const seenAt = submittedAt.toISOString();
  await returnCourse(db, manager, { id, word: "?", seenAt, submissionId: randomUUID() });
  const form = await showMendForm(db, employee, { id, day: null, today });
  expect(form.day).toBe("2013-03-30");
  expect(form.lines.map((line) => line.id)).toContain(closed.id);
});

test("which of the lines have the day in their budget is told, by what is decided", async () => {
  const { employee, project, line } = await makeWorkplace(db);
  const { id: projectId } = project;
  const halfYear = (startsOn: string, endsBefore: string) =>
    makeBudgetLine(db, { projectId, plan: [{ startsOn, endsBefore, amountOre: 1 }] });
  const spring = await halfYear("2013-01-01", "2013-07-01");
  const autumn = await halfYear("2013-07-01", "2014-01-01");
  const planned = async (day: string) => {
    const { lines } = await showLogForm(db, employee, { day, today: "2013-12-01" });
    return lines.filter(({ isPlanned }) => isPlanned).map(({ id }) => id);
  };
  expect(await planned("2013-06-30")).toEqual([line.id, spring.id]);
  expect(await planned("2013-07-01")).toEqual([line.id, autumn.id]);
  const [amount] = await db.budgetAmount.findMany({ where: { budgetLineId: line.id } });
  await db.budgetAmount.update({
    where: { id: amount?.id ?? "" },
    data: { withdrawnAt: new Date() },
  });
  expect(await planned("2013-07-01")).toEqual([autumn.id]);
});
