import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Viewer } from "~/features/access/viewer";
import { keepLineage } from "~/features/cascade/history/keep-lineage.server";
import { approveCourse } from "~/features/training/approval/decisions.commands.server";
import { withdrawRecord } from "~/features/training/approval/withdrawals.commands.server";
import { withdrawImport } from "~/features/exchange/uploads/withdraw-import.commands.server";
import { logCourse } from "~/features/training/courses/courses.commands.server";
import { reportPayload } from "~/features/reports/payload/report-payload.queries.server";
import { savePartner } from "~/features/funding/set-up/papers.commands.server";
import { shareReport, unshareReport } from "~/features/reports/writing/reports.commands.server";
import { makeAttestation } from "../../factories/attestation";
import { makeCompetence } from "../../factories/competence";
import { makeCost } from "../../factories/cost";
import { courseInput } from "../../factories/course-input";
import { makeFrozenGroup } from "../../factories/frozen-group";
import { makeHandOver } from "../../factories/hand-over";
import { makeOwnHours } from "../../factories/own-hours";
import { letLeave } from "../../factories/person";
import { makeReport } from "../../factories/report";
import { counted } from "../../support/counted";
import { makeVoucher } from "../../factories/voucher";
import { makeViewer } from "../../factories/viewer";
import { testDatabase } from "../../support/database";
import { questionOf } from "../../support/question-of";
import { bringIn } from "../exchange/ledger-project";
import { makeReaders, makeReportedProject } from "./reported-project";

const { db } = await testDatabase();

/** The spring's report is shared; the summer's, until the end of August, builds on it. */
async function makeTwoReports(
  begin?: (reported: Awaited<ReturnType<typeof makeReportedProject>>) => Promise<unknown>,
) {
  const reported = await makeReportedProject(db);
  await begin?.(reported);
  const { projectId, project, report: spring } = reported;
  const scope = { projectId, authorityId: project.authorityId };
  const { projectManager } = await makeReaders(db, scope);
  const verb = () => ({ id: spring.id, submissionId: randomUUID() });
  await shareReport(db, projectManager, verb());
  const summer = await makeReport(db, {
    projectId,
    startsOn: "2013-06-01",
    endsBefore: "2013-09-01",
  });
  const told = () => reportPayload(db, { reportId: summer.id, today: "2013-10-01" });
  const line = async () =>
    (await told()).money.lines.find((one) => one.lineId === reported.courses.id);
  return { ...reported, told, line, takeBack: () => unshareReport(db, projectManager, verb()) };
}

const before = { previousOre: 1_624_567, changedOre: 0, thisPeriodOre: 9_999_900, lateOre: 0 };

test("a report begins where the shared one before it ended", async () => {
  const { line } = await makeTwoReports();
  expect(await line()).toMatchObject(before);
});

test("what is corrected of a told row is a change, and what comes late is of this period", async () => {
  const { projectId, courses, line, told } = await makeTwoReports();
  const where = { projectId, amountOre: 234_567n };
  await db.cost.updateMany({ where, data: { amountOre: 200_000n } });
  const place = { projectId, budgetLineId: courses.id };
  await makeCost(db, { ...place, bookedOn: "2013-05-30", amountOre: 5_000 });
  expect(await line()).toMatchObject({
    ...{ previousOre: before.previousOre, changedOre: -34_567 },
    ...{ thisPeriodOre: before.thisPeriodOre + 5_000, lateOre: 5_000 },
  });
  const { money } = await told();
  for (const sums of [...money.lines, money.unplaced, money.totals, money.paid]) {
    expect(sums.previousOre + sums.changedOre + sums.thisPeriodOre).toBe(sums.accumulatedOre);
  }
});

test("a told cost that was taken back leaves what was told, and goes from what has accumulated", async () => {
  const { projectId, line } = await makeTwoReports();
  const where = { projectId, amountOre: 234_567n };
  await db.cost.updateMany({ where, data: { withdrawnAt: new Date() } });
  expect(await line()).toMatchObject({ previousOre: before.previousOre, changedOre: -234_567 });
});

test("without a report that is shared, what counts before the period is as it stands now", async () => {
  const { projectId, line, takeBack } = await makeTwoReports();
  const where = { projectId, amountOre: 234_567n };
  await db.cost.updateMany({ where, data: { withdrawnAt: new Date() } });
  await takeBack();
  expect(await line()).toMatchObject({
    ...before,
    previousOre: before.previousOre - 234_567,
  });
});

test("hours worked in the spring and confirmed in the summer are late in the summer's", async () => {
  const { projectId, hours, partner, told } = await makeTwoReports();
  const was = (await told()).ownHours;
  await makeOwnHours(db, {
    ...{ projectId, budgetLineId: hours.id, partnerId: partner.id, amountOre: 35_000 },
    ...{ workedOn: "2013-05-20", countsOn: "2013-07-01", minutes: 60 },
  });
  const { ownHours } = await told();
  expect(ownHours).toMatchObject({
    previousMinutes: was.previousMinutes,
    thisPeriodMinutes: was.thisPeriodMinutes + 60,
    lateMinutes: was.lateMinutes + 60,
    lateOre: was.lateOre + 35_000,
  });
  expect(ownHours.parties.reduce((sum, party) => sum + party.lateMinutes, 0)).toBe(
    ownHours.lateMinutes,
  );
});

test("people trained are told once, new where they weren't trained before, and late with their part", async () => {
  const { projectId, competence, trainer, learner, waiting, told } = await makeTwoReports();
  const was = (await told()).training;
  expect(was.trainedPeople).toEqual(counted(3, 3));
  await makeHandOver(db, {
    ...{ competence, projectId, heldOn: "2013-05-20", trainers: [trainer.id] },
    learners: [
      { id: learner.id, confirmedOn: "2013-05-21" },
      { id: waiting.id, confirmedOn: "2013-07-01" },
    ],
  });
  await db.$transaction(keepLineage);
  const { training, cascade } = await told();
  const late = { ...counted(4, 3), late: 1 };
  expect(training).toMatchObject({ trainedPeople: late, activePeople: 1 });
  expect(cascade.methods).toMatchObject([{ trainedPeople: late }]);
});

test("a hand-over that is entered anew takes the place of what was told of it", async () => {
  const { projectId, competence, trainer, learner, told } = await makeTwoReports();
  const was = await told();
  const [wrong] = await db.handOver.findMany({ where: { projectId } });
  if (!wrong) throw new Error("The project has a hand-over");
  const corrected = await makeHandOver(db, {
    ...{ competence, projectId, heldOn: "2013-04-15", trainers: [trainer.id], minutes: 180 },
    learners: [{ id: learner.id, confirmedOn: "2013-04-16" }],
  });
  const withdrawn = { withdrawnAt: new Date(), withdrawnReason: "Fel tid" };
  await db.handOver.update({ where: { id: wrong.id }, data: withdrawn });
  await db.handOver.update({ where: { id: corrected.id }, data: { replacesId: wrong.id } });
  const hours = { sourceType: "hand_over" as const, sourceId: wrong.id, personId: learner.id };
  const [worked] = await db.ownHours.findMany({ where: hours });
  if (!worked) throw new Error("The learner has hours");
  await db.ownHours.updateMany({ where: { id: worked.id }, data: { withdrawnAt: new Date() } });
  const { id: _id, ...again } = worked;
  await db.ownHours.create({
    data: { ...again, sourceId: corrected.id, minutes: 180, amountOre: 105_000n },
  });
  await db.$transaction(keepLineage);
  const { training, cascade, ownHours } = await told();
  expect(training.trainedPeople).toEqual(was.training.trainedPeople);
  expect(cascade.handOvers).toEqual(was.cascade.handOvers);
  const changed = was.cascade.minutes.previous + 60;
  expect(cascade.minutes).toMatchObject({ changed: 60, thisPeriod: 0, accumulated: changed });
  expect(ownHours).toMatchObject({ changedMinutes: 60, thisPeriodMinutes: 0 });
});

test("a voucher that has taken another's place, more than once, changes what was told of it", async () => {
  let [first, told]: (string | null)[] = [null, null];
  const { projectId, courses, line } = await makeTwoReports(async ({ projectId, courses }) => {
    first = (await makeVoucher(db, { projectId, bookedOn: "2013-03-05", number: "1" })).id;
    const row = { projectId, budgetLineId: courses.id, voucherId: first, rowNumber: 1 };
    told = (await makeCost(db, { ...row, bookedOn: "2013-03-05", amountOre: 100_000 })).id;
  });
  const was = await line();
  if (!was || !first || !told) throw new Error("A line, a voucher and its row were made");
  await replace(first, await makeVoucher(db, { projectId, bookedOn: "2013-03-06", number: "1" }));
  const between = await db.voucher.findFirstOrThrow({ where: { projectId, replacedById: null } });
  const last = await makeVoucher(db, { projectId, bookedOn: "2013-06-20", number: "1" });
  await replace(between.id, last);
  await db.cost.update({ where: { id: told }, data: { withdrawnAt: new Date() } });
  const row = { projectId, budgetLineId: courses.id, voucherId: last.id, rowNumber: 1 };
  await makeCost(db, { ...row, bookedOn: "2013-06-20", amountOre: 130_000 });
  expect(await line()).toMatchObject({
    ...{ previousOre: was.previousOre, changedOre: 30_000 },
    ...{ thisPeriodOre: was.thisPeriodOre, lateOre: was.lateOre },
  });
});

test("a ledger that is taken back and read in again leaves what was told of it as it was", async () => {
  const bring = (given: { viewer: Viewer; projectId: string; kronor: number }) =>
    bringIn(db, given.viewer, {
      ledger: {
        orgNumber: "212000-0134",
        vouchers: [{ number: "1", rows: [{ kronor: given.kronor }] }],
      },
      projectId: given.projectId,
    });
  let [reader, importId]: [Viewer | null, string] = [null, ""];
  const { projectId, told } = await makeTwoReports(async ({ project, projectId }) => {
    const { authorityId } = project;
    ({ projectManager: reader } = await makeReaders(db, { projectId, authorityId }));
    importId = await bring({ viewer: reader, projectId, kronor: 100 });
  });
  const was = (await told()).money;
  if (!reader) throw new Error("The project has a manager");
  const takeBack = (viewer: Viewer) =>
    withdrawImport(db, viewer, { importId, submissionId: randomUUID() });
  await takeBack(reader);
  expect((await told()).money.unplaced).toMatchObject({ changedOre: -10_000 });
  importId = await bring({ viewer: reader, projectId, kronor: 100 });
  expect((await told()).money).toEqual(was);
  // And one that comes as another file has it is a change.
  await takeBack(reader);
  importId = await bring({ viewer: reader, projectId, kronor: 130 });
  const { thisPeriodOre, lateOre } = was.unplaced;
  expect((await told()).money.unplaced).toMatchObject({
    changedOre: 3000,
    ...{ thisPeriodOre, lateOre },
  });
});

async function replace(oldId: string, by: { id: string }): Promise<void> {
  const data = { withdrawnAt: new Date(), replacedById: by.id };
  await db.voucher.update({ where: { id: oldId }, data });
}

test("a partner's hours that are booked at another rate change what was told of them", async () => {
  const { projectId, told } = await makeTwoReports();
  const was = (await told()).ownHours;
  const where = { projectId, partnerId: { not: null } };
  const { id, ...worked } = await db.ownHours.findFirstOrThrow({ where });
  await db.ownHours.update({ where: { id }, data: { withdrawnAt: new Date() } });
  const again = { ...worked, rateOre: 36_000n, amountOre: 54_000n };
  await db.ownHours.create({ data: { ...again, replacesId: id } });
  const { ownHours } = await told();
  expect(ownHours).toMatchObject({
    ...{ changedMinutes: 0, changedOre: 1_500 },
    ...{ thisPeriodOre: was.thisPeriodOre, lateOre: was.lateOre },
  });
});

test("who has paid a line before stays what was told, also of a line that is taken out", async () => {
  const { projectId, project, courses, told } = await makeTwoReports();
  const was = await told();
  const total = was.money.totals;
  expect(total.changedOre).toBe(0);
  const other = await db.budgetLine.create({
    data: { projectId, position: 99, costCategory: "Övrigt", name: "Annat", financing: "cash" },
  });
  // Its costs stand elsewhere now, and it is no more.
  const where = { projectId: project.id, budgetLineId: courses.id };
  await db.cost.updateMany({ where, data: { budgetLineId: other.id } });
  await db.budgetLine.update({ where: { id: courses.id }, data: { withdrawnAt: new Date() } });
  const { money, financing } = await told();
  expect(money.totals).toMatchObject({
    ...{ previousOre: total.previousOre, changedOre: 0, accumulatedOre: total.accumulatedOre },
  });
  const previous = (sources: typeof financing) =>
    sources.map(({ kind, grantTitle, previousOre }) => [kind, grantTitle, previousOre]);
  expect(previous(financing)).toEqual(expect.arrayContaining(previous(was.financing)));
  expect(money.lines.find(({ lineId }) => lineId === courses.id)).toMatchObject({
    ...{ previousOre: before.previousOre, changedOre: -before.previousOre, accumulatedOre: 0 },
  });
});

test("a group's reach is then as it was told, and now, with who came and who left", async () => {
  const { learner, waiting, competence, told } = await makeTwoReports();
  const [was] = (await told()).cascade.methods;
  expect(was).toMatchObject({ reachBefore: { numerator: 3, denominator: 4 }, reachCame: 0 });
  await letLeave(db, learner.id, "2013-07-01");
  const given = { personId: waiting.id, competenceId: competence.id };
  // Of the spring, and told too late for its report.
  await makeAttestation(db, { ...given, attestedOn: "2013-05-02" });
  const { cascade } = await told();
  expect(cascade).toMatchObject({
    ...{ reachPercentBefore: 75, reachPercent: 75 },
    methods: [
      {
        ...{ reachBefore: { numerator: 3, denominator: 4 }, reachCame: 1, reachLeft: 1 },
        reach: { numerator: 3, denominator: 4 },
      },
    ],
  });
});

test("who knew a method before the period isn't new, where its group was frozen after the base", async () => {
  const { project, trainer, second, waiting, told } = await makeTwoReports();
  const { id: competenceId } = await makeCompetence(db);
  const members = [trainer.id, second.id, waiting.id];
  await makeAttestation(db, { personId: trainer.id, competenceId, attestedOn: "2013-03-01" });
  await makeAttestation(db, { personId: waiting.id, competenceId, attestedOn: "2013-07-01" });
  const { id } = await makeFrozenGroup(db, { project, competenceId, members });
  const reach = async () => {
    const { methods } = (await told()).cascade;
    return methods.find((method) => method.competenceId === competenceId);
  };
  expect(await reach()).toMatchObject({
    ...{ reachBefore: { numerator: 1, denominator: 3 }, reachCame: 1, reachLeft: 0 },
    reach: { numerator: 2, denominator: 3 },
  });
  // Of a group that is younger than the period nobody can say how it was then.
  await db.frozenGroup.update({ where: { id }, data: { frozenOn: new Date("2013-07-15") } });
  expect(await reach()).toMatchObject({
    ...{ reachBefore: { denominator: 0 }, reachCame: 1, reach: { numerator: 2, denominator: 3 } },
  });
});

test("a course that a later list has brought otherwise changes what was told of it", async () => {
  const { projectId, told } = await makeTwoReports();
  const was = (await told()).training;
  const { id, ...course } = await db.trainingRecord.findFirstOrThrow({ where: { projectId } });
  const { costOre: _cost, ...again } = course;
  const next = await db.trainingRecord.create({ data: { ...again, minutes: 540 } });
  const data = { status: "withdrawn" as const, replacedById: next.id };
  await db.trainingRecord.update({ where: { id }, data });
  const { training } = await told();
  expect(training.courses).toEqual(was.courses);
  expect(training.minutes).toMatchObject({ changed: 60, thisPeriod: 0, late: 0 });
});

test("an approved course that is taken back and logged anew changes what was told of it, and no more", async () => {
  const { unit, trainer, courses, told, line } = await makeTwoReports();
  const [was, paid] = [(await told()).training, await line()];
  const staff = { unitId: unit.id, authorityId: unit.authorityId };
  const employee = makeViewer({ ...staff, personId: trainer.id, roles: ["employee"] });
  const manager = makeViewer({ ...staff, roles: ["manager"], managedUnitIds: [unit.id] });
  const course = await db.trainingRecord.findFirstOrThrow({ where: { budgetLineId: courses.id } });
  const same = {
    ...{ title: course.title, heldOn: "2013-02-01", hours: course.minutes },
    ...{ cost: 400_000, budgetLineId: courses.id },
  };

  async function takeBack(id: string) {
    const taking = { id, reason: "Fel timmar", submissionId: randomUUID() };
    await withdrawRecord(db, manager, taking);
  }
  async function approve(id: string) {
    const { submittedAt } = await db.trainingRecord.findUniqueOrThrow({ where: { id } });
    const approval = { competenceId: course.competenceId, level: null, observed: false, word: "" };
    const none = { invoice: null, planColleagues: null, planDueOn: null, agreed: "" };
    const seen = { id, seenAt: submittedAt.toISOString(), submissionId: randomUUID() };
    const given = { ...approval, ...none, ...seen, level: 2 as const };
    await approveCourse(db, manager, given, "2013-10-01");
    return id;
  }

  await takeBack(course.id);
  expect((await told()).training.courses).toMatchObject({ changed: -1 });
  // The same, without a word of what it was.
  const again = await approve(await logCourse(db, employee, courseInput(same), "2013-10-01"));
  expect((await told()).training).toEqual(was);
  expect(await line()).toEqual(paid);

  await takeBack(again);
  const mended = { ...same, title: "Sökmetoder", heldOn: "2013-02-02", hours: 540, cost: 410_000 };
  const input = courseInput({ ...mended, replaces: again });
  await approve(await logCourse(db, employee, input, "2013-10-01"));
  const { training } = await told();
  const hours = was.minutes.previous + 540 - course.minutes;
  expect(training).toEqual({
    ...was,
    minutes: { ...was.minutes, changed: 540 - course.minutes, accumulated: hours },
    cost: expect.objectContaining({ changedOre: 10_000, thisPeriodOre: 0, lateOre: 0 }),
  });
  expect(await line()).toMatchObject({
    ...{ previousOre: before.previousOre, changedOre: 10_000 },
    ...{ thisPeriodOre: before.thisPeriodOre, lateOre: 0 },
  });
});

test("who took a course before the period isn't active in it, however late it is told", async () => {
  const { projectId, waiting, told } = await makeTwoReports();
  const was = (await told()).training.activePeople;
  const { id: _id, ...course } = await db.trainingRecord.findFirstOrThrow({ where: { projectId } });
  const late = { ...course, personId: waiting.id, heldOn: new Date("2013-05-20") };
  await db.trainingRecord.create({ data: late });
  const { courses, activePeople } = (await told()).training;
  expect(courses).toMatchObject({ late: 1 });
  expect(activePeople).toBe(was);
});

test("own people's hours that were told of one owner and are another's now stay told of the first", async () => {
  const { project, projectId, partner, told, takeBack } = await makeTwoReports();
  const place = { code: project.code, id: partner.id, submissionId: randomUUID() };
  const { projectManager } = await makeReaders(db, { projectId, authorityId: project.authorityId });
  const was = (await told()).ownHours.parties;
  const become = (given: { agreed: string; reason: string }) =>
    savePartner(db, projectManager, {
      ...{ ...place, name: partner.name, orgNumber: partner.orgNumber, role: "owner" },
      ...given,
    });
  const { touched, mark } = await questionOf(become({ agreed: "", reason: "" }));
  expect(touched).toMatchObject([
    {
      key: "funding.touched.owner",
      values: { after: partner.name, count: 3, from: "2013-04-15", to: "2013-04-15" },
    },
    { key: "funding.touched.read", values: { count: 1 } },
  ]);
  await become({ agreed: mark, reason: "Ny ägare" });
  const { ownHours } = await told();
  const previous = (parties: typeof was) =>
    Object.fromEntries(parties.map(({ name, previousMinutes }) => [name, previousMinutes]));
  expect(previous(ownHours.parties)).toEqual(previous(was));
  expect(ownHours.parties).toMatchObject([
    { partnerId: partner.id, previousMinutes: 90, changedMinutes: 240, accumulatedMinutes: 330 },
    { partnerId: null, previousMinutes: 240, changedMinutes: -240, accumulatedMinutes: 0 },
  ]);
  const [trail] = await db.auditEvent.findMany({ where: { action: "partner.change" } });
  expect(trail?.detail).toMatchObject({
    role: "owner",
    reason: "Ny ägare",
    was: { role: "partner" },
  });
  // Without a base there is nothing that was told otherwise.
  await takeBack();
  expect((await told()).ownHours.parties).toHaveLength(1);
});
