// Every page, chart, list and report that sums money says the same sums, and they are those of the
// facts.
import { ourOwn } from "~/features/funding/own-hours/own-hours-href";
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { budgetChart } from "~/features/funding/budget/budget-chart";
import { cumulativeSpending, projectMoney } from "~/features/funding/budget/figures.queries.server";
import { fundableLines } from "~/features/funding/budget/fundable-lines.queries.server";
import { byCostCategory } from "~/features/funding/rules/cost-categories";
import { listCosts } from "~/features/funding/costs/costs.queries.server";
import {
  listOwnHours,
  ownHoursByParty,
} from "~/features/funding/own-hours/own-hours.queries.server";
import { listProjects } from "~/features/funding/projects/projects.queries.server";
import { translator } from "~/i18n/server";
import { addDays, dayAfter, toDbDate } from "~/terms/day";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeImport } from "../../factories/import";
import { makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";
import { comesBy, down } from "../pages/sorted";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const unit = await makeUnit(db);
const person = await makePerson(db, { unit });
const elsewhere = await makeProject(db, { unit });
const foreign = await makeBudgetLine(db, { projectId: elsewhere.id, plan: 1_000 });

/** Few days, so that many facts lie on the day that is asked for. */
const dayOf = (number: number) => addDays("2013-06-01", number);
const day = fc.integer({ min: 0, max: 8 });
const amountOre = fc.integer({ min: -5_000, max: 100_000 });

/** By their names in the facts: of the project, two removed from it, and of another project. */
const lineNames = ["first", "second", "cash", "hours", "removed", "gone", "foreign"] as const;
type LineName = (typeof lineNames)[number];
const paying = ["first", "second", "cash"] as const;

const cost = fc.record({
  line: fc.option(fc.constantFrom(...lineNames)),
  day,
  amountOre,
  isWithdrawn: fc.boolean(),
  /** A row of the ledger: of one whose reading is noted, or of one that was read before any was. */
  ledger: fc.constantFrom("noted" as const, "unnoted" as const, null),
});
const worked = fc.record({
  line: fc.constantFrom<LineName>("hours", "hours", "hours", "gone", "first"),
  day,
  /** How many days later they count; null while they await an answer. */
  countsAfter: fc.option(fc.nat(4)),
  minutes: fc.integer({ min: 1, max: 300 }),
  amountOre: fc.nat(50_000),
  isWithdrawn: fc.boolean(),
  isPartner: fc.boolean(),
});
const promise = fc.record({
  line: fc.constantFrom(...paying),
  amountOre: fc.integer({ min: 1, max: 9_000 }),
  isWithdrawn: fc.boolean(),
});
/** One of a line's budgets after another, each from its day on; a wrong one was never so. */
const budgets = fc.array(
  fc.record({
    line: fc.constantFrom<LineName>("first", "hours", "cash"),
    day,
    amountOre: fc.nat(500_000),
    isWrong: fc.boolean(),
  }),
  { maxLength: 6 },
);

const facts = fc.record({
  costs: fc.array(cost, { minLength: 2, maxLength: 10 }),
  hours: fc.array(worked, { minLength: 3, maxLength: 8 }),
  promises: fc.array(promise, { maxLength: 4 }),
  budgets,
  /** The first of them is the one that has brought the rows of the ledger whose reading is noted. */
  readings: fc.array(fc.record({ day, isWithdrawn: fc.boolean() }), { maxLength: 2 }),
});
type Facts = typeof facts extends fc.Arbitrary<infer Each> ? Each : never;

test("all sums of money are one, and those of the facts", async () => {
  await fc.assert(
    fc.asyncProperty(facts, day, day, async (given, startsOn, asOf) => {
      const stored = await store(given);
      const today = dayOf(asOf);
      const { projectId, lines } = stored;
      const expected = sumsOf(given, asOf);
      const before = startsOn === 0 ? null : sumsOf(given, Math.min(asOf, startsOn - 1));
      const period = { startsOn: dayOf(startsOn), endsBefore: dayAfter(today) };

      const money = await projectMoney(db, { projectId, period, asOf: today });
      const lineOf = (name: LineName) => money.lines.find(({ lineId }) => lineId === lines[name]);
      expect(money.lines).toHaveLength(4);
      for (const name of [...paying, "hours" as const]) {
        const { accumulatedOre } = expected.lines[name];
        const previousOre = before?.lines[name].accumulatedOre ?? 0;
        expect(lineOf(name)).toMatchObject({
          ...{ ...expected.lines[name], previousOre },
          ...{ thisPeriodOre: accumulatedOre - previousOre, changedOre: 0 },
        });
      }
      const late = lateIn(given, { startsOn, asOf });
      expect([money.totals.lateOre, money.ownHours.lateOre, money.ownHours.lateMinutes]).toEqual([
        ...[late.lateOre, late.lateOre, late.lateMinutes],
      ]);
      expect(money.ownHours.previousMinutes).toBe(before?.minutes ?? 0);
      expect(money.unplaced).toMatchObject(expected.unplaced);
      expect(money.paid.accumulatedOre).toBe(expected.paidOre);
      expect(money.ownHours).toMatchObject({
        accumulatedMinutes: expected.minutes,
        accumulatedOre: expected.lines.hours.accumulatedOre,
      });
      expect(money.totals.previousOre).toBe(before?.totalOre ?? 0);
      expect(money.bookedThrough).toBe(expected.bookedThrough);

      const categories = byCostCategory(money.lines);
      const { drawing } = budgetChart({ ...money, categories, ...untold }, speech);
      const spent = drawing.kind === "budget-bars" ? drawing.rows : [];
      expect(spent.reduce((sum, row) => sum + row.spentOre, 0)).toBe(expected.totalOre);
      const points = await cumulativeSpending(db, { projectId, project: year, asOf: today });
      expect(points.findLast((point) => point.actualOre !== null)?.actualOre).toBe(
        expected.paidOre,
      );
      expect(points.at(-1)?.planOre).toBe(money.paid.budgetOre);

      const [listed] = (await listProjects(db, stored.viewer, { page: 1, today })).projects;
      expect(listed).toMatchObject({
        budgetOre: money.paid.budgetOre,
        spentOre: expected.paidOre,
        bookedThrough: expected.bookedThrough,
      });

      const which = { lineIds: Object.values(lines) };
      const offered = await fundableLines(db, { which, day: today, today });
      const ofProject = offered.filter((line) => line.projectId === projectId);
      expect(ofProject.map(({ id, availableOre }) => [id, availableOre])).toEqual(
        paying.map((name) => [lines[name], lineOf(name)?.availableOre]),
      );

      const { code } = stored;
      const costsOf = (filter: Parameters<typeof listCosts>[2]["filter"]) =>
        listCosts(db, stored.viewer, { code, filter, page: 1, today });
      const allCosts = await costsOf("all");
      expect(allCosts).toMatchObject({ amountOre: expected.paidOre });
      comesBy(allCosts.costs, ({ bookedOn }) => [down(bookedOn)]);
      expect(await costsOf("unplaced")).toMatchObject({
        amountOre: expected.unplaced.accumulatedOre,
        count: expected.unplaced.count,
      });
      for (const name of paying) {
        const { accumulatedOre } = expected.lines[name];
        expect(await costsOf({ line: lines[name] })).toMatchObject({ amountOre: accumulatedOre });
      }

      const hours = { minutes: expected.minutes, amountOre: expected.lines.hours.accumulatedOre };
      expect(await listOwnHours(db, stored.viewer, { code, page: 1, today })).toMatchObject({
        ...hours,
        awaiting: expected.awaiting,
      });
      const filter = { line: lines.hours, party: null, isAwaiting: false };
      expect(await listOwnHours(db, stored.viewer, { code, filter, page: 1, today })).toMatchObject(
        hours,
      );
      expect(allCosts.lines.map(({ id }) => id)).toEqual(paying.map((name) => lines[name]));
      const parties = await ownHoursByParty(db, { projectId, asOf: today });
      expect({
        minutes: parties.reduce((sum, { minutes }) => sum + minutes, 0),
        amountOre: parties.reduce((sum, party) => sum + party.amountOre, 0),
      }).toEqual(hours);
      expect(parties.find(({ partnerId }) => partnerId !== null)?.minutes).toBe(
        expected.partnerMinutes,
      );
      for (const { partnerId, minutes, amountOre } of parties) {
        const ofParty = { line: null, party: partnerId ?? ourOwn, isAwaiting: false };
        const asked = { code, filter: ofParty, page: 1, today };
        const found = await listOwnHours(db, stored.viewer, asked);
        comesBy(found.rows, ({ countsOn, workedOn, id }) => [
          ...[down(countsOn), down(workedOn), id],
        ]);
        expect(found).toMatchObject({ minutes, amountOre });
      }
    }),
    { numRuns: 20 },
  );
}, 120_000);

const untold = { description: "", headings: {} };
const speech = { language: "sv" as const, t: translator("sv") };
const year = { startsOn: "2013-01-01", endsBefore: "2014-01-01" };

/** What is so when a day has ended, from the facts alone. */
function sumsOf({ costs, hours, promises, budgets: decided, readings }: Facts, asOf: number) {
  const standing = costs.filter((each) => !each.isWithdrawn && each.day <= asOf);
  const isPlaced = (line: LineName | null) => paying.some((name) => name === line);
  const unplaced = standing.filter(({ line }) => !isPlaced(line));
  const own = hours.filter((each) => !each.isWithdrawn && each.line === "hours");
  const counts = (each: Facts["hours"][number]) =>
    each.countsAfter !== null && each.day + each.countsAfter <= asOf;
  const counted = own.filter(counts);
  const awaiting = own.filter((each) => each.day <= asOf && !counts(each));
  const total = <Each>(rows: readonly Each[], of: (row: Each) => number) =>
    rows.reduce((sum, row) => sum + of(row), 0);
  const ore = (row: { amountOre: number }) => row.amountOre;
  const lineSums = (name: LineName) => ({
    accumulatedOre:
      name === "hours" ? total(counted, ore) : total(standing.filter(isOn(name)), ore),
    committedOre: total(
      promises.filter((each) => each.line === name && !each.isWithdrawn),
      ore,
    ),
    budgetOre: inForce(decided, name, asOf)?.amountOre ?? 0,
  });
  const paidOre = total(standing, ore);
  // What a reading that stands has brought, it tells the day of.
  const isNoted = readings[0]?.isWithdrawn === false;
  const known = [
    ...costs.filter((each) => each.ledger === "unnoted" && !each.isWithdrawn),
    ...costs.filter((each) => each.ledger && !each.isWithdrawn && !isNoted),
    ...readings.filter((each) => !each.isWithdrawn),
  ].map((each) => Math.min(each.day, asOf));
  return {
    lines: {
      first: lineSums("first"),
      second: lineSums("second"),
      cash: lineSums("cash"),
      hours: lineSums("hours"),
    },
    unplaced: { accumulatedOre: total(unplaced, ore), count: unplaced.length },
    paidOre,
    minutes: total(counted, (each) => each.minutes),
    awaiting: {
      count: awaiting.length,
      minutes: total(awaiting, (each) => each.minutes),
      amountOre: total(awaiting, ore),
    },
    partnerMinutes: total(
      counted.filter(({ isPartner }) => isPartner),
      (each) => each.minutes,
    ),
    totalOre: paidOre + total(counted, ore),
    bookedThrough: known.length === 0 ? null : dayOf(Math.max(...known)),
  };
}

/** What was worked before a period and counts in it. */
function lateIn({ hours }: Facts, { startsOn, asOf }: { startsOn: number; asOf: number }) {
  const late = hours.filter(({ day: on, countsAfter, line, isWithdrawn }) => {
    if (countsAfter === null || line !== "hours" || isWithdrawn) return false;
    return on < startsOn && on + countsAfter >= startsOn && on + countsAfter <= asOf;
  });
  return {
    lateOre: late.reduce((sum, each) => sum + each.amountOre, 0),
    lateMinutes: late.reduce((sum, each) => sum + each.minutes, 0),
  };
}

function isOn(name: LineName) {
  return ({ line }: { line: LineName | null }) => line === name;
}

/** Of the budgets that weren't wrong the last one that was decided by the day. */
function inForce(decided: Facts["budgets"], name: LineName, asOf: number) {
  return standingBudgets(decided, name).findLast((each) => each.day <= asOf);
}

/** The right ones of a line by their days, one a day. */
function standingBudgets(decided: Facts["budgets"], name: LineName) {
  const right = decided.filter((each) => each.line === name && !each.isWrong);
  return right
    .filter((each, index) => right.findIndex((other) => other.day === each.day) === index)
    .toSorted((a, b) => a.day - b.day);
}

async function store(given: Facts) {
  const project = await makeProject(db, { unit });
  const projectId = project.id;
  const grant = await db.grant.create({
    data: { projectId, funderId: (await funder).id, grantedOre: 1_000n },
  });
  const make = (line: Omit<Parameters<typeof makeBudgetLine>[1], "projectId">) =>
    makeBudgetLine(db, { projectId, ...line });
  const lines: Record<LineName, string> = {
    first: (await make({ grantId: grant.id })).id,
    second: (await make({ grantId: grant.id })).id,
    cash: (await make({ financing: "cash" })).id,
    hours: (await make({ financing: "in_kind" })).id,
    removed: (await make({ plan: 7_000 })).id,
    gone: (await make({ financing: "in_kind" })).id,
    foreign: foreign.id,
  };
  await db.budgetLine.updateMany({
    where: { id: { in: [lines.removed, lines.gone] } },
    data: { withdrawnAt: new Date() },
  });
  const partner = await db.partner.create({
    data: { projectId, name: "Stiftelsen", role: "partner" },
  });
  const withdrawn = (isWithdrawn: boolean) => (isWithdrawn ? new Date() : null);
  const { id: imported } = await makeImport(db, { projectId, authorityId: project.authorityId });
  const voucher = { unnoted: randomUUID(), noted: randomUUID() };
  await db.voucher.createMany({
    data: (["unnoted", "noted"] as const).map((name) => ({
      ...{ projectId, identity: randomUUID(), objectCode: "1", orgNumber: "", fiscalYear: "2013" },
      ...{ series: "A", number: name, bookedOn: toDbDate("2013-06-01"), text: "" },
      ...{ id: voucher[name], importId: name === "noted" ? imported : null },
    })),
  });
  await db.cost.createMany({
    data: given.costs.map((each, index) => ({
      ...{ projectId, budgetLineId: each.line && lines[each.line] },
      bookedOn: toDbDate(dayOf(each.day)),
      amountOre: BigInt(each.amountOre),
      withdrawnAt: withdrawn(each.isWithdrawn),
      ...(each.ledger && { voucherId: voucher[each.ledger], rowNumber: index }),
    })),
  });
  await db.ownHours.createMany({
    data: given.hours.map((each) => ({
      ...{ projectId, budgetLineId: lines[each.line], minutes: each.minutes, rateOre: 1n },
      ...(each.isPartner ? { partnerId: partner.id } : { personId: person.id }),
      workedOn: toDbDate(dayOf(each.day)),
      countsOn: each.countsAfter === null ? null : toDbDate(dayOf(each.day + each.countsAfter)),
      amountOre: BigInt(each.amountOre),
      withdrawnAt: withdrawn(each.isWithdrawn),
    })),
  });
  await db.commitment.createMany({
    data: given.promises.map((each) => ({
      ...{ budgetLineId: lines[each.line], sourceType: "training_record", sourceId: randomUUID() },
      amountOre: BigInt(each.amountOre),
      withdrawnAt: withdrawn(each.isWithdrawn),
    })),
  });
  await db.ledgerReading.createMany({
    data: given.readings.map((each, index) => ({
      ...{ projectId, sourceType: "import", sourceId: index === 0 ? imported : randomUUID() },
      readOn: toDbDate(dayOf(each.day)),
      withdrawnAt: withdrawn(each.isWithdrawn),
    })),
  });
  await db.budgetAmount.createMany({ data: [...amountsOf(given.budgets, lines)] });
  const viewer = makeViewer({ roles: ["manager"], managedProjectIds: [projectId] });
  return { projectId, code: project.code, lines, viewer };
}

function* amountsOf(decided: Facts["budgets"], lines: Record<LineName, string>) {
  const days = { startsOn: toDbDate("2013-01-01"), endsBefore: toDbDate("2014-01-01") };
  for (const { line, day: on, amountOre: ore } of decided.filter(({ isWrong }) => isWrong)) {
    const wrong = { decidedOn: toDbDate(dayOf(on)), amountOre: BigInt(ore) };
    yield { ...days, ...wrong, budgetLineId: lines[line], withdrawnAt: new Date() };
  }
  for (const name of lineNames) {
    const standing = standingBudgets(decided, name);
    for (const [index, { day: on, amountOre: ore }] of standing.entries()) {
      const next = standing[index + 1];
      yield {
        ...{ ...days, budgetLineId: lines[name], amountOre: BigInt(ore) },
        decidedOn: toDbDate(dayOf(on)),
        replacedOn: next ? toDbDate(dayOf(next.day)) : null,
      };
    }
  }
}

const funder = db.funder.create({ data: { name: "Fonden för en enda penning" } });
