import { expect, test } from "vitest";
import type { Viewer } from "~/features/access/viewer";
import { projectMoney, untilEndOf } from "~/features/funding/budget/figures.queries.server";
import { fundableLines } from "~/features/funding/budget/fundable-lines.queries.server";
import { logCourse } from "~/features/training/courses/courses.commands.server";
import { toDbDate } from "~/terms/day";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeCost } from "../../factories/cost";
import { courseInput } from "../../factories/course-input";
import { makeProject } from "../../factories/project";
import { makeWorkplace } from "../../factories/workplace";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const today = "2013-06-01";

test("offers the money of the unit's projects and of those above it, newest project first", async () => {
  const place = await makeWorkplace(db);
  const nearby = await makeProject(db, { unit: place.unit, startsOn: "2013-04-01" });
  const cash = await makeBudgetLine(db, { projectId: nearby.id, financing: "cash" });
  await makeBudgetLine(db, { projectId: nearby.id, financing: "in_kind" });
  const ahead = await makeProject(db, { unit: place.unit, startsOn: "2013-06-02" });
  await makeBudgetLine(db, { projectId: ahead.id });
  const elsewhere = await makeWorkplace(db);

  expect(await offered(place.employee)).toEqual([cash.id, place.line.id]);
  expect(await offered(place.head)).toEqual([place.line.id]);
  expect(await offered(elsewhere.employee)).toEqual([elsewhere.line.id]);
});

test("offers that of every place that somebody has while the project goes on", async () => {
  const [first, second] = [await makeWorkplace(db), await makeWorkplace(db)];
  const { employee } = first;
  const personId = employee.personId ?? "";
  const whenIn = async (...stretches: [unitId: string, from: string, before: string | null][]) => {
    await db.placement.deleteMany({ where: { personId } });
    for (const [unitId, from, before] of stretches) {
      const endsBefore = before === null ? null : toDbDate(before);
      const data = { personId, unitId, startsOn: toDbDate(from), endsBefore, share: 50 };
      await db.placement.create({ data });
    }
    return (await offered(employee)).sort();
  };
  const [here, there] = [first.unit.id, second.unit.id];
  const both = [first.line.id, second.line.id].sort();
  expect(await whenIn([here, "2013-01-01", null], [there, "2013-03-01", null])).toEqual(both);
  const moved = (on: string) => whenIn([here, "2000-01-01", on], [there, on, null]);
  expect(await moved("2013-05-01")).toEqual(both);
  // The projects are of 2013.
  expect(await moved("2013-01-01")).toEqual([second.line.id]);
  expect(await whenIn([here, "2014-01-01", null], [there, "2013-12-31", "2014-01-01"])).toEqual([
    second.line.id,
  ]);
});

async function offered({ personId }: Viewer) {
  const which = { near: personId ?? "", held: null };
  return (await fundableLines(db, { which, day: today, today })).map(({ id }) => id);
}

test("what is available is what the project's own figures say", async () => {
  const { employee, project, line } = await makeWorkplace(db);
  const spent = { projectId: project.id, budgetLineId: line.id };
  await makeCost(db, { ...spent, amountOre: 123_456, bookedOn: "2013-02-01" });
  await makeCost(db, { ...spent, amountOre: 1_000, bookedOn: today });
  await makeCost(db, { ...spent, amountOre: 77_000, bookedOn: "2013-06-02" });
  await logCourse(db, employee, courseInput({ cost: 50_000, budgetLineId: line.id }), today);
  const [offered] = await fundableLines(db, {
    which: { lineIds: [line.id] },
    ...{ day: today, today },
  });
  const money = await projectMoney(db, {
    projectId: project.id,
    period: untilEndOf(today, "2013-01-01"),
    asOf: today,
  });

  expect(offered?.availableOre).toBe(1_000_000 - 123_456 - 1_000 - 50_000);
  expect(money.lines[0]?.availableOre).toBe(offered?.availableOre);
});

test("a line is open from its project's first day to its last", async () => {
  const project = await makeProject(db, { startsOn: "2013-02-01", endsBefore: "2013-04-01" });
  const line = await makeBudgetLine(db, { projectId: project.id });
  const isOpen = async (day: string) =>
    (await fundableLines(db, { which: { lineIds: [line.id] }, day, today }))[0]?.isOpen;
  const days = ["2013-01-31", "2013-02-01", "2013-03-31", "2013-04-01"];
  expect(await Promise.all(days.map(isOpen))).toEqual([false, true, true, false]);
});
