import { expect, test } from "vitest";
import { addDays, toDbDate } from "~/terms/day";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeIndicator } from "../../factories/indicator";
import { makeProject } from "../../factories/project";
import { makeReport } from "../../factories/report";
import { testDatabase } from "../../support/database";
import { keepLineage } from "~/features/cascade/history/keep-lineage.server";
import { reportBase } from "~/features/reports/payload/report-base.queries.server";
import { reportPayload } from "~/features/reports/payload/report-payload.queries.server";
import { makeReportedProject } from "./reported-project";
import { counted } from "../../support/counted";

const { db } = await testDatabase();
const afterwards = "2013-06-10";

test("a report's money is what was booked before its period, in it, and until its end", async () => {
  const { report } = await makeReportedProject(db);
  const { money, asOf, periodHasEnded } = await reportPayload(db, {
    reportId: report.id,
    today: afterwards,
  });
  expect(asOf).toBe("2013-05-31");
  expect(periodHasEnded).toBe(true);
  expect(money.lines).toMatchObject([
    {
      name: "Kurser; föreläsare",
      budgetOre: 36_500_000,
      previousOre: 1_400_000,
      thisPeriodOre: 224_567,
      accumulatedOre: 1_624_567,
      remainingOre: 34_875_433,
      varianceOre: 34_875_433,
      comment: "",
    },
    { previousOre: 0, thisPeriodOre: 123_456, remainingOre: -23_456, varianceOre: -23_456 },
    { previousOre: 52_500, thisPeriodOre: 140_000, accumulatedOre: 192_500 },
  ]);
  expect(money.unplaced).toMatchObject({ count: 1, accumulatedOre: 7_700 });
  const rows = [...money.lines, money.unplaced];
  for (const figure of ["budgetOre", "planOre", "previousOre", "accumulatedOre"] as const) {
    expect(money.totals[figure]).toBe(rows.reduce((sum, row) => sum + row[figure], 0));
  }
  expect(money.paid.accumulatedOre).toBe(money.totals.accumulatedOre - 192_500);
});

test("a line of nothing is named as left out, and told where something is said of it", async () => {
  const { report, projectId } = await makeReportedProject(db);
  const asked = { reportId: report.id, today: afterwards };
  expect(await reportPayload(db, asked)).not.toHaveProperty("leftOut");
  const named = { costCategory: "Lokal", name: "Samtalsrum", amounts: [] };
  const { id } = await makeBudgetLine(db, { projectId, ...named });
  const before = await reportPayload(db, asked);
  expect(before.leftOut).toEqual(["Lokal: Samtalsrum"]);
  const ids = ({ money }: typeof before) => money.lines.map(({ lineId }) => lineId);
  expect(ids(before)).not.toContain(id);
  const comment = { reportId: report.id, budgetLineId: id, text: "Vi fick låna." };
  await db.reportComment.create({ data: comment });
  const after = await reportPayload(db, asked);
  expect(after).not.toHaveProperty("leftOut");
  expect(after.money.lines.find(({ lineId }) => lineId === id)).toMatchObject({
    ...{ comment: "Vi fick låna.", budgetOre: 0, accumulatedOre: 0 },
  });
  expect(after.money.totals).toEqual(before.money.totals);
});

test("financing, own hours and the grant add up to the same money", async () => {
  const { report } = await makeReportedProject(db);
  const { money, financing, ownHours, grantUse, points } = await reportPayload(db, {
    reportId: report.id,
    today: afterwards,
  });
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  expect(sum(financing.map(({ accumulatedOre }) => accumulatedOre))).toBe(
    money.totals.accumulatedOre,
  );
  expect(ownHours).toMatchObject({
    previousMinutes: 90,
    thisPeriodMinutes: 240,
    accumulatedMinutes: 330,
    previousOre: 52_500,
    thisPeriodOre: 140_000,
    accumulatedOre: 192_500,
  });
  for (const figure of ["previousOre", "thisPeriodOre", "accumulatedMinutes"] as const) {
    expect(sum(ownHours.parties.map((party) => party[figure]))).toBe(ownHours[figure]);
  }
  expect(grantUse).toMatchObject([
    {
      grantedOre: 120_000_000,
      spentOre: 1_624_567,
      remainingOre: 118_375_433,
      share: 1_624_567 / 120_000_000,
    },
  ]);
  expect(points.findLast(({ actualOre }) => actualOre !== null)).toMatchObject({
    month: "2013-05-01",
    actualOre: money.paid.accumulatedOre,
  });
});

test("hours count from the confirmation, and stand beside until then", async () => {
  const { report, waiting } = await makeReportedProject(db);
  const asked = { reportId: report.id, today: afterwards };
  const before = await reportPayload(db, asked);
  expect(before.ownHours.awaiting).toMatchObject({ minutes: 120, amountOre: 70_000 });
  await answer({ personId: waiting.id }, "2013-05-02");
  const after = await reportPayload(db, asked);
  expect(after.ownHours.awaiting).toMatchObject({ minutes: 0, amountOre: 0 });
  expect(after.ownHours.accumulatedMinutes).toBe(before.ownHours.accumulatedMinutes + 120);
  expect(after.ownHours.accumulatedOre).toBe(before.ownHours.accumulatedOre + 70_000);
});

test("a trainer's hours wait until any learner has confirmed", async () => {
  const { report, learner } = await makeReportedProject(db);
  await answer({ personId: learner.id }, null);
  const { ownHours } = await reportPayload(db, { reportId: report.id, today: afterwards });
  expect(ownHours.awaiting).toMatchObject({ minutes: 360, amountOre: 210_000 });
});

test("what is confirmed after the period was worked in it and counts after it", async () => {
  const { report, waiting } = await makeReportedProject(db);
  const asked = { reportId: report.id, today: afterwards };
  const before = await reportPayload(db, asked);
  await answer({ personId: waiting.id }, "2013-06-02");
  expect((await reportPayload(db, asked)).ownHours).toEqual(before.ownHours);
});

async function answer(whose: { personId: string }, day: string | null): Promise<void> {
  await db.handOverLearner.updateMany({
    where: whose,
    data: { confirmedOn: day === null ? null : toDbDate(day) },
  });
  await db.$transaction(keepLineage);
}

test("training and cascade are told for the period and since the project began", async () => {
  const { report } = await makeReportedProject(db);
  const { training, cascade } = await reportPayload(db, {
    reportId: report.id,
    today: afterwards,
  });
  expect(training).toEqual({
    trainedPeople: counted(3, 1),
    ...{ activePeople: 3, besidePeople: 0 },
    coursePeople: counted(2, 1),
    courses: counted(2, 1),
    minutes: counted(960, 480),
    cost: {
      ...{ previousOre: 400_000, changedOre: 0, thisPeriodOre: 0, lateOre: 0 },
      accumulatedOre: 400_000,
    },
  });
  expect(cascade).toMatchObject({
    reachPercentBefore: 25,
    reachPercent: 75,
    handOvers: { thisPeriod: 1, accumulated: 1 },
    minutes: { thisPeriod: 120, accumulated: 120 },
    methods: [
      {
        name: "Sökmetoder",
        reachBefore: { numerator: 1, denominator: 4 },
        reach: { numerator: 3, denominator: 4 },
        activation: { numerator: 1, denominator: 2 },
        reproduction: { learners: 1, trainers: 1 },
        generations: [
          { generation: 0, people: 2 },
          { generation: 1, people: 1, delivered: 3, possible: 4 },
        ],
      },
    ],
  });
});

test("indicators are as of the period's end, with no more decimals than are shown", async () => {
  const { report } = await makeReportedProject(db);
  const { indicators } = await reportPayload(db, { reportId: report.id, today: afterwards });
  expect(indicators).toMatchObject([
    { name: "Kontakter", actual: 120.5, plan: 121, band: "on-track" },
    { name: "Enkät", actual: null, band: "not-measured" },
  ]);
  const early = await reportPayload(db, { reportId: report.id, today: "2013-03-11" });
  expect(early.indicators[0]).toMatchObject({ actual: 20, on: "2013-02-01", plan: 31 });
});

test("what has a later day than the report's last changes nothing in it", async () => {
  const { report, projectId } = await makeReportedProject(db);
  const asked = { reportId: report.id, today: afterwards };
  const rows = async () => {
    const building = { projectId, before: "2013-02-28", asOf: "2013-05-31" };
    return (await reportBase(db, { ...building, base: null })).now;
  };
  const [before, rowsBefore] = [await reportPayload(db, asked), await rows()];
  const later = toDbDate("2013-06-05");
  const { id: funderId } = await db.funder.create({ data: { name: `Stiftelsen ${projectId}` } });
  const { id: grantId } = await db.grant.create({
    data: { projectId, funderId, grantedOn: later, grantedOre: 40_000_00n },
  });
  await db.grant.updateMany({
    where: { projectId, id: { not: grantId } },
    data: { closedOn: later },
  });
  await db.decision.create({ data: { projectId, body: "Nytt", summary: "", decidedOn: later } });
  await db.appendix.create({ data: { projectId, title: "Ny", datedOn: later } });
  await makeIndicator(db, {
    ...{ projectId, name: "Ny", baselineOn: "2013-06-05", targets: [["2014-01-01", 5]] },
  });
  const { id: lineId } = await makeBudgetLine(db, { projectId, grantId, name: "Ny post" });
  await db.budgetAmount.create({
    data: {
      ...{ budgetLineId: lineId, amountOre: 500_000n, decidedOn: later },
      ...{ startsOn: later, endsBefore: toDbDate("2014-01-01") },
    },
  });
  expect(await reportPayload(db, asked)).toEqual(before);
  expect(await rows()).toEqual(rowsBefore);
  // From their day on they are there.
  const days = { startsOn: "2013-06-01", endsBefore: "2013-07-01" };
  const { id: reportId } = await makeReport(db, { projectId, title: "Juni", ...days });
  const now = await reportPayload(db, { reportId, today: afterwards });
  const [grants, titles] = [now.grants.length, now.money.lines.map(({ name }) => name)];
  expect([grants, titles.includes("Ny post"), now.indicators.length]).toEqual([2, true, 3]);
  expect(now.grants.map(({ closedOn }) => closedOn)).toEqual(["2013-06-05", null]);
});

test("while the period goes on its figures are until today", async () => {
  const { report } = await makeReportedProject(db);
  const { asOf, periodHasEnded, money } = await reportPayload(db, {
    reportId: report.id,
    today: "2013-04-04",
  });
  expect([asOf, periodHasEnded]).toEqual(["2013-04-04", false]);
  expect(money.lines.map(({ thisPeriodOre }) => thisPeriodOre)).toEqual([234_567, 123_456, 0]);
  expect(money.unplaced.count).toBe(0);
});

test("before its period begins nothing is booked in it", async () => {
  const { report } = await makeReportedProject(db);
  const { money, ownHours, training } = await reportPayload(db, {
    reportId: report.id,
    today: "2013-02-05",
  });
  expect(money.totals).toMatchObject({ previousOre: 400_000, thisPeriodOre: 0 });
  expect(ownHours.accumulatedMinutes).toBe(0);
  expect(training.trainedPeople).toEqual(counted(1, 1));
});

test("a report holds identity, reference numbers and words, and nobody's name", async () => {
  const { report, courses, project } = await makeReportedProject(db);
  await db.report.update({ where: { id: report.id }, data: { results: "Alla kan söka." } });
  await db.reportComment.create({
    data: { reportId: report.id, budgetLineId: courses.id, text: "Billigare än väntat." },
  });
  const payload = await reportPayload(db, { reportId: report.id, today: afterwards });
  expect(payload).toMatchObject({
    report: { kind: "interim", title: "Delredovisning 1", dueOn: "2013-06-30", sharedOn: null },
    project: {
      code: project.code,
      orgNumber: "212000-0134",
      partners: [{ name: "Stiftelsen Lyktan", orgNumber: "802000-1234", role: "partner" }],
    },
    grants: [
      {
        programme: "Utvecklingsmedel",
        funderRef: "801-3238",
        ownRef: "3.1-0412",
        appliedOre: 155_000_000,
        grantedOn: "2012-12-01",
      },
    ],
    decisions: [{ body: "Nämnden", decidedOn: "2012-09-01", summary: "Ansök." }],
    texts: { activities: "", results: "Alla kan söka.", lessons: "" },
  });
  expect(payload.money.lines[0]?.comment).toBe("Billigare än väntat.");
  expect(JSON.stringify(payload)).not.toContain("Hemlig");
  expect(JSON.parse(JSON.stringify(payload))).toEqual(payload);
});

test("a project's report is the one of today that began last, else the one that ends last", async () => {
  const { id: projectId, code } = await makeProject(db);
  const half = (startsOn: string, endsBefore: string) =>
    makeReport(db, { projectId, startsOn, endsBefore });
  const whole = await half("2013-01-01", "2013-11-01");
  const spring = await half("2013-02-01", "2013-07-01");
  const autumn = await half("2013-07-01", "2013-12-01");
  const winter = await half("2014-01-01", "2014-02-01");
  const pick = async (today: string) =>
    (await reportPayload(db, { projectCode: code, today })).report.id;
  expect(await pick("2013-01-31")).toBe(whole.id);
  expect(await pick("2013-06-30")).toBe(spring.id);
  expect(await pick("2013-07-01")).toBe(autumn.id);
  expect(await pick("2013-12-01")).toBe(winter.id);
  expect(await pick("2012-12-24")).toBe(winter.id);
});

test("a project without a report is reported from its first day until today", async () => {
  const { code } = await makeProject(db);
  const headOn = async (today: string) => {
    const { report, asOf } = await reportPayload(db, { projectCode: code, today });
    return { ...report, asOf };
  };
  expect(await headOn("2013-04-01")).toMatchObject({
    id: null,
    title: null,
    kind: "interim",
    startsOn: "2013-01-01",
    endsBefore: "2013-04-02",
    asOf: "2013-04-01",
  });
  expect(await headOn("2015-01-01")).toMatchObject({
    endsBefore: "2014-01-01",
    asOf: "2013-12-31",
  });
  expect(await headOn("2012-12-01")).toMatchObject({
    endsBefore: "2014-01-01",
    asOf: "2012-12-01",
  });
});

test.each([
  { reportId: "00000000-0000-4000-8000-000000000000" },
  { reportId: "x" },
  { projectCode: "NOWHERE" },
])("there is no report %o", async (which) => {
  await expect(reportPayload(db, { ...which, today: afterwards })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("the number of statements does not depend on how much there is", async () => {
  const { report, projectId, courses } = await makeReportedProject(db);
  const count = async () => {
    let statements = 0;
    const counting = db.$extends({
      query: { $allOperations: ({ args, query }) => ((statements += 1), query(args)) },
    });
    // The extended client answers the same calls; its type is another one.
    await reportPayload(counting as unknown as typeof db, {
      reportId: report.id,
      today: afterwards,
    });
    return statements;
  };
  const few = await count();
  await db.cost.createMany({
    data: Array.from({ length: 200 }, (_, index) => ({
      projectId,
      budgetLineId: courses.id,
      bookedOn: new Date(addDays("2013-03-01", index % 60)),
      amountOre: 100n,
    })),
  });
  expect(await count()).toBe(few);
});
