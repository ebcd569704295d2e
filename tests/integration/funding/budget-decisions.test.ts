import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Viewer } from "~/features/access/viewer";
import { lineHeldElsewhere } from "~/overviews/project/line-held-elsewhere.server";
import { budgetChangesOf } from "~/features/funding/budget/budget-versions.queries.server";
import { projectMoney, untilEndOf } from "~/features/funding/budget/figures.queries.server";
import { saveLine } from "~/features/funding/set-up/budget-lines.commands.server";
import { showLineForm } from "~/features/funding/set-up/line-form.queries.server";
import { addDays, toDbDate } from "~/terms/day";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeSetUpProject } from "../../factories/set-up-project";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const today = "2013-09-01";

async function makePlannedProject() {
  const { project, manager } = await makeSetUpProject(db);
  return { project, projectId: project.id, viewer: { ...manager, today } };
}

type Typed = { budgetSince: "start" | "decided"; decidedOn: string | null };

function save(viewer: Viewer, code: string, given: Typed & { id: string | null; ore: number[] }) {
  const { id, ore, ...since } = given;
  const halves = [
    { startsOn: "2013-01-01", endsOn: "2013-06-30" },
    { startsOn: "2013-07-01", endsOn: "2013-12-31" },
  ];
  return saveLine(db, viewer, {
    ...{ code, id, ...since, submissionId: randomUUID(), costCategory: "Resor", name: "Resor" },
    ...{ financing: "cash", grantId: null, accounts: "", agreed: "", reason: "" },
    rows: ore.map((amountOre, number) => ({
      ...(halves[number] ?? { startsOn: "", endsOn: "" }),
      ...{ number, amountOre },
    })),
  });
}

async function budgetOn(projectId: string, asOf: string) {
  const period = untilEndOf(asOf, "2013-01-01");
  const { totals } = await projectMoney(db, { projectId, period, asOf });
  return totals.budgetOre;
}

test("a change holds from its decision on; a correction always has", async () => {
  const { project, projectId, viewer } = await makePlannedProject();
  const { code } = project;
  const first = { budgetSince: "start", decidedOn: null } as const;
  const id = await save(viewer, code, { id: null, ore: [100, 200], ...first });
  expect(await budgetOn(projectId, "2013-01-01")).toBe(300);

  const decided = { budgetSince: "decided", decidedOn: "2013-05-01" } as const;
  await save(viewer, code, { id, ore: [100, 250], ...decided });
  expect(await budgetOn(projectId, "2013-04-30")).toBe(300);
  expect(await budgetOn(projectId, "2013-05-01")).toBe(350);

  // What was decided turns out to have been another amount.
  await save(viewer, code, { id, ore: [100, 260], ...first });
  expect(await budgetOn(projectId, "2013-04-30")).toBe(300);
  expect(await budgetOn(projectId, "2013-05-01")).toBe(360);

  // A second decision of a day takes the place of the first.
  await save(viewer, code, { id, ore: [100, 270], ...decided });
  expect(await budgetOn(projectId, "2013-05-01")).toBe(370);
  expect(await db.budgetAmount.count({ where: { budgetLineId: id } })).toBe(8);

  const now = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Stockholm" });
  const changes = await budgetChangesOf(db, projectId);
  expect(changes.toReversed()).toMatchObject([
    { title: "Resor", on: "2013-05-01", isCorrection: false, beforeOre: 300, afterOre: 350 },
    { on: now, isCorrection: true, beforeOre: 350, afterOre: 360 },
    { on: now, isCorrection: true, beforeOre: 360, afterOre: 370 },
  ]);
  const form = await showLineForm(
    db,
    viewer,
    { code, id, language: "sv", step: null },
    lineHeldElsewhere,
  );
  expect(form).toMatchObject({
    isFirstBudget: false,
    changes: [{ beforeOre: 300 }, { beforeOre: 350 }, { beforeOre: 360 }],
    values: { amountOre1: "2,70", budgetSince: "decided", decidedOn: today },
  });
});

test("what is not changed is not decided anew", async () => {
  const { project, viewer } = await makePlannedProject();
  const start = { budgetSince: "start", decidedOn: null } as const;
  const given = { ore: [100], ...start };
  const id = await save(viewer, project.code, { id: null, ...given });
  await save(viewer, project.code, { id, ...given, budgetSince: "decided", decidedOn: today });
  expect(await db.budgetAmount.count({ where: { budgetLineId: id } })).toBe(1);
});

test.each([
  { what: "ahead", decidedOn: addDays(today, 1), key: "funding.errors.decidedAhead" },
  { what: "before the one in force", decidedOn: "2013-04-30", key: "funding.errors.decidedBefore" },
  { what: "of no day", decidedOn: null, key: "errors.required" },
])("a decision $what is refused by its field, and changes nothing", async ({ decidedOn, key }) => {
  const { project, projectId, viewer } = await makePlannedProject();
  const { code } = project;
  const decided = { budgetSince: "decided", decidedOn: "2013-05-01" } as const;
  const id = await save(viewer, code, { id: null, ore: [100], ...decided });
  const change = { id, ore: [200], budgetSince: "decided" as const, decidedOn };
  await expect(save(viewer, code, change)).rejects.toMatchObject({
    fields: { decidedOn: { key } },
  });
  expect(await budgetOn(projectId, today)).toBe(100);
  expect(await budgetOn(projectId, "2013-04-30")).toBe(0);
});

test("two amounts for one day of the plan, in force at once, are refused by the database too", async () => {
  const { projectId } = await makePlannedProject();
  const { id: budgetLineId } = await makeBudgetLine(db, { projectId, plan: 100 });
  const amount = (startsOn: string, decided: { from: string; until?: string }) =>
    db.budgetAmount.create({
      data: {
        ...{ budgetLineId, amountOre: 1n, startsOn: toDbDate(startsOn) },
        ...{ endsBefore: toDbDate("2014-02-01"), decidedOn: toDbDate(decided.from) },
        replacedOn: decided.until ? toDbDate(decided.until) : null,
      },
    });
  await expect(amount("2013-12-31", { from: "2013-05-01" })).rejects.toThrow("budget_amount_once");
  await amount("2014-01-01", { from: "2013-05-01", until: "2013-06-01" });
  await amount("2014-01-01", { from: "2013-06-01" });
  await expect(amount("2014-01-15", { from: "2013-05-31" })).rejects.toThrow("budget_amount_once");
  await expect(amount("2014-01-01", { from: "2012-01-01", until: "2012-01-01" })).rejects.toThrow(
    "budget_amount_decided",
  );
});

const dayOf = (number: number) => addDays("2013-03-01", number);
const decision = fc.record({
  budgetSince: fc.constantFrom("start" as const, "decided" as const, "decided" as const),
  day: fc.integer({ min: 0, max: 10 }),
  ore: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 2 }),
});

test("on any day the budget is the last that was decided by then and not found wrong", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(decision, { minLength: 1, maxLength: 6 }), async (decisions) => {
      const { project, projectId, viewer } = await makePlannedProject();
      // By the days of the decisions, -1 for since always: what holds from then on.
      const held: { from: number; ore: number[] }[] = [];
      let id: string | null = null;
      for (const { budgetSince, day, ore } of decisions) {
        const typed = { id, ore, budgetSince, decidedOn: dayOf(day) };
        const last = held.at(-1);
        const from = budgetSince === "start" ? (last?.from ?? -1) : day;
        const isSame = JSON.stringify(last?.ore) === JSON.stringify(ore);
        if (last && from < last.from && !isSame) {
          await expect(save(viewer, project.code, typed)).rejects.toMatchObject({
            fields: { decidedOn: { key: "funding.errors.decidedBefore" } },
          });
          continue;
        }
        id = await save(viewer, project.code, typed);
        if (isSame) continue;
        if (last?.from === from) held.pop();
        held.push({ from, ore });
      }
      for (let day = -1; day <= 11; day += 1) {
        const budget = held.findLast(({ from }) => from <= day)?.ore ?? [];
        expect(await budgetOn(projectId, dayOf(day))).toBe(budget.reduce((a, b) => a + b, 0));
      }
    }),
    { numRuns: 15 },
  );
}, 120_000);
