import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { lineHeldElsewhere } from "~/overviews/project/line-held-elsewhere.server";
import { addTemplateLines, saveLine } from "~/features/funding/set-up/budget-lines.commands.server";
import { showLineForm } from "~/features/funding/set-up/line-form.queries.server";
import { removePart } from "~/features/funding/set-up/remove-part.commands.server";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeProject } from "../../factories/project";
import { makeSetUpProject } from "../../factories/set-up-project";
import { testDatabase } from "../../support/database";
import { outcomeOf } from "../../support/outcome-of";

const { db } = await testDatabase();

type Row = { number: number; startsOn: string; endsOn: string; amountOre: number };

const year: Row = { number: 0, startsOn: "2013-01-01", endsOn: "2013-12-31", amountOre: 100_000 };

function lineInput(code: string, given: object = {}) {
  return {
    ...{ code, id: null, submissionId: randomUUID(), costCategory: "Utbildning", name: "Kurser" },
    ...{ financing: "grant" as const, grantId: null, accounts: "", rows: [year] },
    ...{ budgetSince: "start" as const, decidedOn: null, agreed: "", reason: "" },
    ...given,
  };
}

test("a line with its periods is added, shown as typed, and changed as a whole", async () => {
  const { project, administrator: viewer } = await makeSetUpProject(db);
  const { code } = project;
  const rows = [
    { ...year, endsOn: "2013-06-30", amountOre: 60_050 },
    { ...year, number: 1, startsOn: "2013-07-01", amountOre: 40_000 },
  ];
  const input = lineInput(code, { rows, accounts: "5000-5999,6100" });
  const id = await saveLine(db, viewer, input);
  expect(await saveLine(db, viewer, input)).toBe(id);
  const form = await showLineForm(
    db,
    viewer,
    { code, id, language: "sv", step: "quarter" },
    lineHeldElsewhere,
  );
  expect(form).toMatchObject({
    step: null,
    rowCount: 4,
    values: {
      accounts: "5000-5999, 6100",
      ...{ startsOn0: "2013-01-01", endsOn0: "2013-06-30", amountOre0: "600,50" },
      ...{ startsOn1: "2013-07-01", endsOn1: "2013-12-31", amountOre1: "400" },
    },
  });
  await saveLine(db, viewer, lineInput(code, { id, rows: [year], name: "Kurs" }));
  const amounts = await db.budgetAmount.findMany({ where: { budgetLineId: id } });
  expect(
    amounts.map(({ amountOre, withdrawnAt }) => [Number(amountOre), withdrawnAt === null]),
  ).toEqual([
    [60_050, false],
    [40_000, false],
    [100_000, true],
  ]);
  const trail = await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
  expect(trail.map(({ action }) => action)).toEqual(["budget-line.add", "budget-line.change"]);
});

test.each([
  { what: "no amount", given: { rows: [] }, field: "amountOre0", key: "noAmount" },
  {
    what: "a day before the project",
    given: { rows: [{ ...year, number: 3, startsOn: "2012-12-31" }] },
    field: "startsOn3",
    key: "periodOutside",
  },
  {
    what: "a day after it",
    given: { rows: [{ ...year, endsOn: "2014-01-01" }] },
    field: "endsOn0",
    key: "periodOutside",
  },
  {
    what: "a day in two periods",
    given: { rows: [year, { ...year, number: 2, startsOn: "2013-12-31" }] },
    field: "startsOn2",
    key: "periodsOverlap",
  },
  {
    what: "accounts of own hours",
    given: { financing: "in_kind", accounts: "5000" },
    field: "accounts",
    key: "accountsOfHours",
  },
])("a line with $what is refused by its field", async ({ given, field, key }) => {
  const { project, manager } = await makeSetUpProject(db);
  await expect(saveLine(db, manager, lineInput(project.code, given))).rejects.toMatchObject({
    fields: { [field]: { key: `funding.errors.${key}` } },
  });
  expect(await db.budgetLine.count({ where: { projectId: project.id } })).toBe(0);
});

test("a line is paid by a grant of its own project, and only where a grant pays", async () => {
  const { project, manager } = await makeSetUpProject(db);
  const funder = await db.funder.create({ data: { name: "Fonden" } });
  const makeGrant = (projectId: string) =>
    db.grant.create({ data: { projectId, funderId: funder.id } });
  const [own, foreign] = [await makeGrant(project.id), await makeGrant((await makeProject(db)).id)];
  const save = (given: object) => saveLine(db, manager, lineInput(project.code, given));
  await save({ grantId: own.id });
  await expect(save({ grantId: foreign.id })).rejects.toMatchObject({
    fields: { grantId: { key: "errors.notOffered" } },
  });
  await expect(save({ grantId: own.id, financing: "cash" })).rejects.toMatchObject({
    fields: { grantId: { key: "funding.errors.grantOfOwnMoney" } },
  });
});

test("an account belongs to one line, also when two lines are added at once", async () => {
  const { project, manager } = await makeSetUpProject(db);
  const save = (given: object) => saveLine(db, manager, lineInput(project.code, given));
  const ended = await Promise.allSettled([
    save({ name: "Resor", accounts: "5800-5899" }),
    save({ name: "Kurser", accounts: "5810" }),
  ]);
  expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const [kept] = await db.budgetLine.findMany({ where: { projectId: project.id } });
  expect(ended.find(({ status }) => status === "rejected")).toMatchObject({
    reason: {
      fields: {
        accounts: {
          key: "funding.errors.accountsTaken",
          values: { line: `Utbildning: ${kept?.name}` },
        },
      },
    },
  });
  // Its own accounts are in nobody's way.
  await save({ id: kept?.id, accounts: kept?.accounts });
});

test("two lines share an account where their budgets have no day in common", async () => {
  const { project, manager } = await makeSetUpProject(db);
  const save = (name: string, row: Row) =>
    saveLine(db, manager, lineInput(project.code, { name, accounts: "5810", rows: [row] }));
  await save("Våren", { ...year, endsOn: "2013-06-30" });
  await save("Hösten", { ...year, startsOn: "2013-07-01" });
  await expect(save("Båda", { ...year, startsOn: "2013-06-30" })).rejects.toMatchObject({
    fields: { accounts: { key: "funding.errors.accountsTaken" } },
  });
});

test("what is removed stays, marked, and its name and position are free again", async () => {
  const { project, manager } = await makeSetUpProject(db);
  const { code, id: projectId } = project;
  const save = () => saveLine(db, manager, lineInput(code));
  const positions = async () =>
    (await db.budgetLine.findMany({ where: { projectId } })).map(({ position }) => position);
  const first = await save();
  await removePart(
    db,
    manager,
    { code, part: "lines", id: first, submissionId: randomUUID() },
    lineHeldElsewhere,
  );
  await save();
  expect(await positions()).toEqual([1, 1]);
  expect(await db.budgetAmount.count({ where: { budgetLineId: first } })).toBe(1);
  const twice = makeBudgetLine(db, { projectId, position: 1 });
  await expect(twice).rejects.toThrow("Unique constraint");
});

test("a line with costs takes no own hours, and stays", async () => {
  const { project, manager } = await makeSetUpProject(db);
  const { code, id: projectId } = project;
  const line = await makeBudgetLine(db, { projectId });
  const cost = { projectId, budgetLineId: line.id, bookedOn: new Date("2013-02-01") };
  await db.cost.create({ data: { ...cost, amountOre: 100n } });
  const change = lineInput(code, { id: line.id, financing: "in_kind" });
  await expect(saveLine(db, manager, change)).rejects.toMatchObject({
    fields: { financing: { key: "funding.errors.lineHasCosts" } },
  });
  const form = await showLineForm(
    db,
    manager,
    { code, id: line.id, language: "en", step: null },
    lineHeldElsewhere,
  );
  expect(form.stays).toBe("line-booked");
  const removal = { code, part: "lines" as const, submissionId: randomUUID() };
  await expect(
    removePart(db, manager, { ...removal, id: line.id }, lineHeldElsewhere),
  ).rejects.toMatchObject({
    code: "conflict",
  });
  const empty = await makeBudgetLine(db, { projectId, plan: 100 });
  await removePart(db, manager, { ...removal, id: empty.id }, lineHeldElsewhere);
  const standing = { projectId, withdrawnAt: null };
  expect(await db.budgetLine.findMany({ where: standing })).toMatchObject([{ id: line.id }]);
  expect(await db.budgetLine.count({ where: { projectId } })).toBe(2);
});

test("another project's line can be neither changed nor removed", async () => {
  const { project, manager } = await makeSetUpProject(db);
  const { code } = project;
  const foreign = await makeBudgetLine(db, { projectId: (await makeProject(db)).id, plan: 100 });
  const { id } = foreign;
  const removal = { code, part: "lines" as const, id, submissionId: randomUUID() };
  for (const attempt of [
    () => saveLine(db, manager, lineInput(code, { id })),
    () => removePart(db, manager, removal, lineHeldElsewhere),
    () => showLineForm(db, manager, { code, id, language: "sv", step: null }, lineHeldElsewhere),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
  }
  expect(await db.budgetAmount.count({ where: { budgetLineId: id } })).toBe(1);
});

test("a template makes a line of each category that is not there yet", async () => {
  const { project, manager } = await makeSetUpProject(db);
  const { code, id: projectId } = project;
  await saveLine(db, manager, lineInput(code, { costCategory: "personal" }));
  const fill = () =>
    addTemplateLines(db, manager, { code, template: "simple", submissionId: randomUUID() });
  await fill();
  const lines = await db.budgetLine.findMany({
    where: { projectId },
    orderBy: { position: "asc" },
  });
  expect(lines.map(({ costCategory }) => costCategory)).toEqual([
    ...["personal", "Utbildning och föreläsare", "Resor", "Lokaler", "Material", "Övrigt"],
    "Overhead",
  ]);
  await expect(fill()).rejects.toMatchObject({
    fields: { template: { key: "funding.errors.templateThere" } },
  });
});

test("a name is one line's of its category that is paid alike, whatever its capitals", async () => {
  const { project, manager } = await makeSetUpProject(db);
  const { code } = project;
  const id = await saveLine(db, manager, lineInput(code, { name: "kurser" }));
  const other = await saveLine(db, manager, lineInput(code, { financing: "cash" }));
  await saveLine(db, manager, lineInput(code, { costCategory: "Drift" }));
  const twice = { name: "funding.errors.lineTwice" };
  const saving = (given: object) => outcomeOf(saveLine(db, manager, lineInput(code, given)));
  expect(await saving({ name: "KURSER" })).toEqual(twice);
  expect(await saving({ id: other, costCategory: "utbildning" })).toEqual(twice);
  // Its capitals can be mended, and what has been removed is in nobody's way.
  expect(await saving({ id, name: "Kurser" })).toBe("done");
  await removePart(
    db,
    manager,
    { code, part: "lines", id, submissionId: randomUUID() },
    lineHeldElsewhere,
  );
  expect(await saving({})).toBe("done");
});

test("a category is written alike on all lines, and its capitals are mended on all", async () => {
  const { project, manager } = await makeSetUpProject(db);
  const { code, id: projectId } = project;
  const save = (given: object) => saveLine(db, manager, lineInput(code, given));
  const written = async () => {
    const lines = await db.budgetLine.findMany({
      where: { projectId },
      orderBy: { position: "asc" },
    });
    return lines.map(({ costCategory }) => costCategory);
  };
  const first = await save({ costCategory: "Utbildning", name: "Ett" });
  const second = await save({ costCategory: "utbildning", name: "Två" });
  expect(await written()).toEqual(["Utbildning", "Utbildning"]);
  await save({ id: second, costCategory: "UTBILDNING", name: "Två" });
  expect(await written()).toEqual(["UTBILDNING", "UTBILDNING"]);
  const trail = await db.auditEvent.findFirst({
    where: { subjectId: first },
    orderBy: { id: "desc" },
  });
  expect(trail?.detail).toEqual({
    costCategory: "UTBILDNING",
    was: { costCategory: "Utbildning" },
  });
});
