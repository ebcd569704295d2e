// What was taken out of a project's set-up, decided otherwise or taken back stands in nobody's way.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { changeProject } from "~/features/funding/projects/projects.commands.server";
import { showProjectForm } from "~/features/funding/projects/project-form.queries.server";
import { addTemplateLines, saveLine } from "~/features/funding/set-up/budget-lines.commands.server";
import { showLineForm } from "~/features/funding/set-up/line-form.queries.server";
import { removePart } from "~/features/funding/set-up/remove-part.commands.server";
import { lineHeldElsewhere } from "~/overviews/project/line-held-elsewhere.server";
import { touchedByMove } from "~/overviews/project/touched-by-move.server";
import { toDbDate } from "~/terms/day";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeOwnHours } from "../../factories/own-hours";
import { makeSetUpProject } from "../../factories/set-up-project";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();

const withdrawnAt = new Date();
const whole = { startsOn: "2013-01-01", endsBefore: "2014-01-01", amountOre: 500 };

/** A project with a line that was taken out, and one that has had other budgets. */
async function makeScene() {
  const { project, manager } = await makeSetUpProject(db);
  const { id: projectId, code } = project;
  const gone = await makeBudgetLine(db, { projectId, costCategory: "Resor", plan: [whole] });
  const takeOut = { accounts: "5800", withdrawnAt };
  await db.budgetLine.update({ where: { id: gone.id }, data: takeOut });
  const line = await makeBudgetLine(db, { projectId, costCategory: "Lokaler" });
  await db.budgetLine.update({ where: { id: line.id }, data: { accounts: "5000" } });
  const days = (startsOn: string, endsBefore: string) => ({
    ...{ startsOn: toDbDate(startsOn), endsBefore: toDbDate(endsBefore) },
    ...{ budgetLineId: line.id, decidedOn: toDbDate("2013-01-01") },
  });
  await db.budgetAmount.createMany({
    data: [
      { ...days("2013-03-01", "2013-04-01"), amountOre: 100n, withdrawnAt },
      {
        ...days("2013-05-01", "2014-01-01"),
        ...{ amountOre: 200n, replacedOn: toDbDate("2013-02-01") },
      },
      {
        ...days("2013-06-01", "2013-07-01"),
        ...{ amountOre: 300n, decidedOn: toDbDate("2013-02-01") },
      },
    ],
  });
  return { projectId, code, manager, line, gone };
}

const asked = { language: "sv" as const, step: null };

test("the form of a line has the budget in force, and the categories of the lines that stand", async () => {
  const { code, manager, line, gone } = await makeScene();
  const form = await showLineForm(db, manager, { ...asked, code, id: line.id }, lineHeldElsewhere);
  expect(form.values).toMatchObject({ startsOn0: "2013-06-01", amountOre0: "3" });
  expect(form.values.startsOn1 ?? "").toBe("");
  expect([form.rowCount, form.categories]).toEqual([3, ["Lokaler"]]);
  // Who has the form open has seen all that it shows.
  const days = { startsOn: toDbDate("2013-04-01"), endsBefore: toDbDate("2013-05-01") };
  const amount = { ...days, budgetLineId: line.id, amountOre: 1n };
  await db.budgetAmount.createMany({
    data: [
      { ...amount, decidedOn: toDbDate("2013-01-05"), withdrawnAt },
      {
        ...amount,
        ...{ decidedOn: toDbDate("2013-01-05"), replacedOn: toDbDate("2013-01-06") },
      },
    ],
  });
  const later = await showLineForm(db, manager, { ...asked, code, id: line.id }, lineHeldElsewhere);
  expect(later.seen).toBe(form.seen);
  const lost = showLineForm(db, manager, { ...asked, code, id: gone.id }, lineHeldElsewhere);
  await expect(lost).rejects.toMatchObject({ code: "not-found" });
});

test("a template fills the place of what was taken out, paid by the one grant that is open", async () => {
  const { projectId, code, manager } = await makeScene();
  const { id: funderId } = await db.funder.create({ data: { name: randomUUID() } });
  const [open] = await db.grant.createManyAndReturn({
    data: [
      { projectId, funderId },
      { projectId, funderId, withdrawnAt },
      { projectId, funderId, closedOn: toDbDate("2013-05-01") },
    ],
  });
  await addTemplateLines(db, manager, { code, template: "simple", submissionId: randomUUID() });
  const lines = await db.budgetLine.findMany({ where: { projectId, withdrawnAt: null } });
  const categories = lines.map(({ costCategory }) => costCategory);
  expect([categories.length, new Set(categories).size]).toEqual([7, 7]);
  expect(lines.find(({ costCategory }) => costCategory === "Resor")?.grantId).toBe(open?.id);
});

test("accounts are free of what was taken out and of budgets that hold no more; its grant pays nothing", async () => {
  const { projectId, code, manager } = await makeScene();
  const { id: funderId } = await db.funder.create({ data: { name: randomUUID() } });
  const lost = await db.grant.create({ data: { projectId, funderId, withdrawnAt } });
  const save = (given: object, [startsOn, endsOn]: [string, string]) =>
    saveLine(db, manager, {
      ...{ code, id: null, submissionId: randomUUID(), costCategory: "Övrigt" },
      ...{ name: randomUUID(), financing: "cash", grantId: null, accounts: "" },
      ...{ budgetSince: "start", decidedOn: null, agreed: "", reason: "" },
      rows: [{ number: 0, startsOn, endsOn, amountOre: 100 }],
      ...given,
    });
  await save({ accounts: "5800" }, ["2013-01-01", "2013-12-31"]);
  await save({ accounts: "5000" }, ["2013-03-01", "2013-05-31"]);
  await expect(save({ accounts: "5000" }, ["2013-06-30", "2013-12-31"])).rejects.toMatchObject({
    fields: { accounts: { key: "funding.errors.accountsTaken" } },
  });
  const unpaid = save({ financing: "grant", grantId: lost.id }, ["2013-01-01", "2013-12-31"]);
  await expect(unpaid).rejects.toMatchObject({
    fields: { grantId: { key: "errors.notOffered" } },
  });
});

test("a project's time holds what stands: budgets in force and hours, and nothing else", async () => {
  const { projectId, code, manager, line } = await makeScene();
  const change = async (startsOn: string, endsOn: string) => {
    const { seen, values } = await showProjectForm(db, manager, code);
    const { name = "", unitId = "" } = values;
    const input = { submissionId: randomUUID(), code, currentCode: code, name, purpose: "" };
    const sent = { ...input, unitId, startsOn, endsOn, seen: seen ?? "", agreed: "", reason: "" };
    return changeProject(db, manager, sent, touchedByMove);
  };
  const hours = await db.partner.create({ data: { projectId, name: "Vi", role: "partner" } });
  await makeOwnHours(db, {
    ...{ projectId, budgetLineId: line.id, partnerId: hours.id, withdrawnAt },
    ...{ workedOn: "2013-02-01", minutes: 60, amountOre: 1 },
  });
  await expect(change("2013-06-02", "2013-06-30")).rejects.toMatchObject({
    fields: { startsOn: {} },
  });
  await expect(change("2013-06-01", "2013-06-29")).rejects.toMatchObject({
    fields: { endsOn: {} },
  });
  await change("2013-06-01", "2013-06-30");
});

test("what paid a line or worked for it once, and does no more, may be taken out", async () => {
  const { projectId, code, manager, gone } = await makeScene();
  const { id: funderId } = await db.funder.create({ data: { name: randomUUID() } });
  const grant = await db.grant.create({ data: { projectId, funderId } });
  await db.budgetLine.update({ where: { id: gone.id }, data: { grantId: grant.id } });
  const partner = await db.partner.create({ data: { projectId, name: "Vi", role: "partner" } });
  await makeOwnHours(db, {
    ...{ projectId, budgetLineId: gone.id, partnerId: partner.id, withdrawnAt },
    ...{ workedOn: "2013-02-01", minutes: 60, amountOre: 1 },
  });
  const remove = (part: "grants" | "partners", id: string) =>
    removePart(db, manager, { code, part, id, submissionId: randomUUID() }, lineHeldElsewhere);
  await remove("grants", grant.id);
  await remove("partners", partner.id);
  await expect(remove("partners", partner.id)).rejects.toMatchObject({ code: "not-found" });
});

test("the trail of a line that is taken out has the budget that went with it", async () => {
  const { projectId, code, manager } = await makeScene();
  const line = await makeBudgetLine(db, { projectId, plan: 70_000 });
  const [stored] = await db.budgetAmount.findMany({ where: { budgetLineId: line.id } });
  if (!stored) throw new Error("the line has no budget");
  const { id, startsOn, endsBefore } = stored;
  await db.budgetAmount.update({ where: { id }, data: { decidedOn: toDbDate("2012-06-01") } });
  const days = { startsOn, endsBefore, budgetLineId: line.id };
  const replaced = { decidedOn: toDbDate("2012-01-01"), replacedOn: toDbDate("2012-06-01") };
  const wrong = { decidedOn: toDbDate("2012-03-01"), withdrawnAt };
  await db.budgetAmount.createMany({
    data: [
      { ...days, ...replaced, amountOre: 50_000n },
      { ...days, ...wrong, amountOre: 1n },
    ],
  });
  const removal = { code, part: "lines" as const, id: line.id, submissionId: randomUUID() };
  await removePart(db, manager, removal, lineHeldElsewhere);
  const { detail } = await db.auditEvent.findFirstOrThrow({
    where: { subjectId: line.id, action: "set-up.remove" },
  });
  expect(detail).toMatchObject({
    was: {
      name: line.name,
      amounts: [{ amountOre: 70_000, decidedOn: "2012-06-01" }],
      earlierAmounts: [{ amountOre: 50_000, decidedOn: "2012-01-01" }],
    },
  });
});
