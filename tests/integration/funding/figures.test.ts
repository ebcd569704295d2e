import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cumulativeSpending, projectMoney } from "~/features/funding/budget/figures.queries.server";
import { toDbDate } from "~/terms/day";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeCost } from "../../factories/cost";
import { makeOwnHours } from "../../factories/own-hours";
import { makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();

const spring = { startsOn: "2013-03-01", endsBefore: "2013-06-01" };

async function makeStaffedProject() {
  const unit = await makeUnit(db);
  const project = await makeProject(db, { unit });
  const person = await makePerson(db, { unit });
  const projectId = project.id;
  const courses = await makeBudgetLine(db, { projectId, plan: 365_000 });
  const hours = await makeBudgetLine(db, { projectId, financing: "in_kind", plan: 36_500 });
  return { unit, project, projectId, person, courses, hours };
}

test("a period is half-open: its first day is in it, its end is not", async () => {
  const { projectId, courses, hours, person } = await makeStaffedProject();
  const days = ["2013-02-28", "2013-03-01", "2013-05-31", "2013-06-01"];
  const amounts = [1, 10, 100, 1000];
  for (const [index, day] of days.entries()) {
    const amountOre = amounts[index] ?? 0;
    await makeCost(db, { projectId, budgetLineId: courses.id, bookedOn: day, amountOre });
    await makeOwnHours(db, {
      projectId,
      budgetLineId: hours.id,
      workedOn: day,
      minutes: amountOre,
      amountOre: amountOre * 7,
      personId: person.id,
    });
  }
  const money = await projectMoney(db, { projectId, period: spring, asOf: "2013-05-31" });
  expect(money.lines[0]).toMatchObject({
    previousOre: 1,
    thisPeriodOre: 110,
    accumulatedOre: 111,
    remainingOre: 364_889,
    planOre: 151_000,
  });
  expect(money.lines[1]).toMatchObject({ previousOre: 7, thisPeriodOre: 770 });
  expect(money.ownHours).toMatchObject({
    previousMinutes: 1,
    thisPeriodMinutes: 110,
    accumulatedMinutes: 111,
    accumulatedOre: 777,
  });
});

test("withdrawn rows count nowhere, nor do another project's", async () => {
  const { projectId, courses, hours, person } = await makeStaffedProject();
  const other = await makeStaffedProject();
  const withdrawnAt = new Date();
  const cost = { projectId, budgetLineId: courses.id, bookedOn: "2013-04-01" };
  const work = { projectId, budgetLineId: hours.id, workedOn: "2013-04-01", personId: person.id };
  await makeCost(db, { ...cost, amountOre: 500 });
  await makeCost(db, { ...cost, amountOre: 9_000, withdrawnAt });
  await makeCost(db, { ...cost, budgetLineId: null, amountOre: 9_000, withdrawnAt });
  await makeCost(db, {
    ...cost,
    projectId: other.projectId,
    budgetLineId: other.courses.id,
    amountOre: 9_000,
  });
  await makeOwnHours(db, { ...work, minutes: 60, amountOre: 30 });
  await makeOwnHours(db, { ...work, minutes: 600, amountOre: 9_000, withdrawnAt });

  const money = await projectMoney(db, { projectId, period: spring, asOf: "2013-05-31" });
  expect(money.totals).toMatchObject({ accumulatedOre: 530, budgetOre: 401_500 });
  expect(money.unplaced).toMatchObject({ accumulatedOre: 0, count: 0 });
  expect(money.ownHours).toMatchObject({ accumulatedMinutes: 60, accumulatedOre: 30 });
});

test("an in-kind line spends own hours only, a grant line money only; no cost vanishes", async () => {
  const { projectId, courses, hours, person } = await makeStaffedProject();
  const bookedOn = "2013-04-01";
  await makeCost(db, { projectId, budgetLineId: hours.id, bookedOn, amountOre: 200 });
  await makeCost(db, { projectId, budgetLineId: null, bookedOn, amountOre: 30 });
  await makeOwnHours(db, {
    projectId,
    budgetLineId: courses.id,
    workedOn: bookedOn,
    minutes: 60,
    amountOre: 9_000,
    personId: person.id,
  });
  const money = await projectMoney(db, { projectId, period: spring, asOf: "2013-05-31" });
  expect(money.lines.map(({ accumulatedOre }) => accumulatedOre)).toEqual([0, 0]);
  expect(money.unplaced).toMatchObject({ accumulatedOre: 230, count: 2 });
  expect(money.ownHours.accumulatedMinutes).toBe(0);
});

test("what a line has promised is committed until it is let go", async () => {
  const { projectId, courses } = await makeStaffedProject();
  const promise = { budgetLineId: courses.id, sourceType: "training_record" as const };
  await db.commitment.createMany({
    data: [
      { ...promise, sourceId: randomUUID(), amountOre: 1_000n },
      { ...promise, sourceId: randomUUID(), amountOre: 200n },
      { ...promise, sourceId: randomUUID(), amountOre: 30n, withdrawnAt: new Date() },
    ],
  });
  const money = await projectMoney(db, { projectId, period: spring, asOf: "2013-05-31" });
  expect(money.lines[0]).toMatchObject({
    committedOre: 1_200,
    remainingOre: 365_000,
    availableOre: 363_800,
  });
});

test("grants are named by their funder", async () => {
  const { projectId } = await makeStaffedProject();
  const grant = await db.grant.create({
    data: { project: { connect: { id: projectId } }, funder: { create: { name: "Fonden" } } },
  });
  await makeBudgetLine(db, { projectId, grantId: grant.id, plan: 100 });
  const money = await projectMoney(db, { projectId, period: spring, asOf: "2013-05-31" });
  expect(money.sources.map(({ kind, funder, grantId }) => [kind, funder, grantId])).toEqual([
    ["grant", null, null],
    ["in_kind", null, null],
    ["grant", "Fonden", grant.id],
  ]);
});

test("the curve ends at what the table says is paid, whatever was booked when", async () => {
  const day = fc.integer({ min: 0, max: 500 }).map((number) => {
    const date = new Date(Date.UTC(2012, 10, 1 + number));
    return date.toISOString().slice(0, 10);
  });
  const cost = fc.record({
    bookedOn: day,
    amountOre: fc.integer({ min: -100_000, max: 1_000_000 }),
    isPlaced: fc.boolean(),
    isWithdrawn: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(cost, { maxLength: 12 }), day, async (costs, asOf) => {
      const { projectId, courses } = await makeStaffedProject();
      await db.cost.createMany({
        data: costs.map(({ bookedOn, amountOre, isPlaced, isWithdrawn }) => ({
          projectId,
          budgetLineId: isPlaced ? courses.id : null,
          bookedOn: toDbDate(bookedOn),
          amountOre: BigInt(amountOre),
          withdrawnAt: isWithdrawn ? new Date() : null,
        })),
      });
      const dayAfter = new Date(Date.parse(asOf) + 86_400_000).toISOString().slice(0, 10);
      const money = await projectMoney(db, {
        projectId,
        period: { startsOn: "2013-01-01", endsBefore: dayAfter },
        asOf,
      });
      const points = await cumulativeSpending(db, {
        projectId,
        project: { startsOn: "2013-01-01", endsBefore: "2014-01-01" },
        asOf,
      });
      const counted = costs.filter((row) => !row.isWithdrawn && row.bookedOn <= asOf);
      const expected = counted.reduce((sum, { amountOre }) => sum + amountOre, 0);
      const last = points.filter(({ actualOre }) => actualOre !== null).at(-1);
      expect(money.paid.accumulatedOre).toBe(expected);
      expect(last?.actualOre ?? 0).toBe(expected);
    }),
    { numRuns: 25 },
  );
});
