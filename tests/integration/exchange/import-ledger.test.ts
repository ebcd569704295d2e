import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { usedObjects } from "~/features/exchange/ledgers/used-objects.queries.server";
import { uploadImport } from "~/features/exchange/uploads/uploads.commands.server";
import {
  showWithdrawal,
  withdrawImport,
} from "~/features/exchange/uploads/withdraw-import.commands.server";
import { ledgerText } from "../../factories/ledger-file";
import { makeCost } from "../../factories/cost";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeProject } from "../../factories/project";
import { testDatabase } from "../../support/database";
import { apply, bringIn, makeLedgerProject, preview, sumOf, upload } from "./ledger-project";

const { db } = await testDatabase();

const train = { number: "1", text: "Resa", rows: [{ kronor: 100, text: "Tåg" }, { kronor: 20 }] };
const phone = { number: "2", text: "Telefon", rows: [{ kronor: 50, account: "6210" }] };

test("costs keep series, number, date, account and text, and land on their account's line", async () => {
  const { project, viewer, travel } = await makeLedgerProject(db);
  const importId = await bringIn(db, viewer, {
    ledger: { orgNumber: "212000-0134", vouchers: [train, phone] },
    projectId: project.id,
  });

  const costs = await db.cost.findMany({
    where: { projectId: project.id },
    include: { voucher: true },
    orderBy: [{ voucher: { number: "asc" } }, { rowNumber: "asc" }],
  });
  const bookedOn = new Date("2013-03-04");
  const first = { series: "A", number: "1", bookedOn, text: "Resa", objectCode: "P1", importId };
  expect(costs).toMatchObject([
    {
      ...{ amountOre: 10_000n, account: "5810", text: "Tåg", bookedOn, rowNumber: 1 },
      budgetLineId: travel.id,
      voucher: { ...first, orgNumber: "212000-0134", fiscalYear: "2013-01-01" },
    },
    {
      ...{ amountOre: 2000n, account: "5810", text: "Resa", bookedOn, rowNumber: 2 },
      budgetLineId: travel.id,
      voucher: first,
    },
    {
      ...{ amountOre: 5000n, account: "6210", text: "Telefon", bookedOn, rowNumber: 1 },
      budgetLineId: null,
      voucher: { number: "2", text: "Telefon" },
    },
  ]);
});

test("the trail and the import say what was written, by whom and where", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const importId = await bringIn(db, viewer, {
    ledger: { vouchers: [train, phone] },
    projectId: project.id,
  });

  const outcome = { kind: "ledger", object: "P1", vouchers: 2, rows: 3, sumOre: 17_000 };
  expect(await db.import.findUniqueOrThrow({ where: { id: importId } })).toMatchObject({
    ...{ projectId: project.id, appliedById: viewer.accountId, outcome },
    choices: { object: "P1" },
  });
  expect(
    await db.auditEvent.findMany({ where: { action: "ledger.import", subjectId: project.id } }),
  ).toMatchObject([
    {
      ...{ accountId: viewer.accountId, authorityId: project.authorityId, subjectType: "project" },
      detail: { importId, ...outcome },
    },
  ]);
});

test("the same file again adds nothing, and an overlapping one only what is new", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  await bringIn(db, viewer, { ledger: { vouchers: [train] }, projectId: project.id });
  const again = await upload(db, viewer, { vouchers: [train] });
  expect(await preview(db, viewer, { importId: again, projectId: project.id })).toMatchObject({
    added: { count: 0 },
    addedSumOre: 0,
    sameCount: 1,
  });

  const salary = { text: "Lön", rows: [{ kronor: 7, account: "7010" }] };
  const importId = await upload(db, viewer, { vouchers: [train, phone, salary, salary] });
  const { added, asked } = await preview(db, viewer, { importId, projectId: project.id });
  expect(added.count).toBe(2);
  expect(asked).toMatchObject([{ reason: "equal", count: 1, first: [{ earlier: null }] }]);
  await apply(db, viewer, importId, { projectId: project.id, answers: { "take:equal": ["all"] } });
  expect(await db.voucher.count({ where: { projectId: project.id } })).toBe(4);
  expect(await sumOf(db, project.id)).toBe(12_000 + 5000 + 700 + 700);
});

test("numbers that begin again come in, and a later file of all of them knows them", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const months = ["2013-01-25", "2013-02-25", "2013-03-25"].map((date, index) => ({
    ...{ series: "L", number: "1", date, text: `Löner ${index + 1}` },
    rows: [{ kronor: 30_000 + index, account: "7010" }],
  }));
  for (const month of months) {
    await bringIn(db, viewer, { ledger: { vouchers: [month] }, projectId: project.id });
  }
  expect(await sumOf(db, project.id)).toBe(9_000_300);
  const importId = await upload(db, viewer, { vouchers: months });
  expect(await preview(db, viewer, { importId, projectId: project.id })).toMatchObject({
    ...{ added: { count: 0 }, sameCount: 3, asked: [] },
  });
});

test("an organisation number with and without hyphen is one organisation's", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const vouchers = [train];
  await bringIn(db, viewer, {
    ledger: { orgNumber: "2120000159", vouchers },
    projectId: project.id,
  });
  const importId = await upload(db, viewer, { orgNumber: "212000-0159", vouchers });
  const plan = await preview(db, viewer, { importId, projectId: project.id });
  expect(plan).toMatchObject({ added: { count: 0 }, sameCount: 1, asked: [] });
});

test("the same ledger under another head is asked about, and left unless it is ticked", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const given = { ledger: { orgNumber: null, vouchers: [train] }, projectId: project.id };
  await bringIn(db, viewer, given);
  const importId = await upload(db, viewer, { vouchers: [train, phone] });
  const plan = await preview(db, viewer, { importId, projectId: project.id });
  expect(plan).toMatchObject({
    added: { count: 1 },
    asked: [{ reason: "equal", count: 1, first: [{ earlier: { sumOre: 12_000 } }] }],
  });
  await apply(db, viewer, importId, { projectId: project.id });
  expect(await sumOf(db, project.id)).toBe(17_000);
  const { outcome } = await db.import.findUniqueOrThrow({ where: { id: importId } });
  expect(outcome).toMatchObject({ vouchers: 1, left: 1 });
});

test("another company's file is left out until it is ticked, and is the partner's once it is one", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const orgNumber = "2120000142";
  await db.authority.update({ where: { id: project.authorityId }, data: { orgNumber } });
  const plansOf = async (number: string | null) => {
    const companyName = "Annat AB";
    const given = { orgNumber: number, companyName, vouchers: [train] };
    const importId = await upload(db, viewer, given);
    return preview(db, viewer, { importId, projectId: project.id });
  };
  expect(await plansOf("212000-0142")).toMatchObject({ added: { count: 1 }, asked: [] });
  expect(await plansOf(null)).toMatchObject({ asked: [{ reason: "organisation" }] });
  expect(await plansOf("212000-0183")).toMatchObject({
    added: { count: 0 },
    asked: [{ reason: "organisation", first: [{ details: ["212000-0183 Annat AB"] }] }],
  });
  await db.partner.create({
    data: { projectId: project.id, name: "Part", role: "partner", orgNumber: "212000-0183" },
  });
  expect(await plansOf("212000-0183")).toMatchObject({ added: { count: 1 }, asked: [] });
});

test("with nothing new and nothing ticked nothing is carried out, and the form says so", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const importId = await upload(db, viewer, { vouchers: [{ ...train, text: "L?n" }] });
  await expect(apply(db, viewer, importId, { projectId: project.id })).rejects.toMatchObject({
    fields: { form: { key: "exchange.ledger.nothingTicked" } },
  });
  await apply(db, viewer, importId, {
    projectId: project.id,
    answers: { "take:letters": ["all"] },
  });
  expect(await sumOf(db, project.id)).toBe(12_000);
});

test("a sole trader's number, which is a person's, is not kept", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  await bringIn(db, viewer, {
    ledger: { orgNumber: "191212121212", vouchers: [train] },
    projectId: project.id,
  });
  const stored = await db.voucher.findFirstOrThrow({ where: { projectId: project.id } });
  expect(stored.orgNumber).toBe("");
  const again = await upload(db, viewer, { orgNumber: "121212-1212", vouchers: [train] });
  expect(await preview(db, viewer, { importId: again, projectId: project.id })).toMatchObject({
    added: { count: 0 },
    sameCount: 1,
  });
});

const edited = { ...train, rows: [{ kronor: 90, text: "Tåg" }, { kronor: 20 }] };

test("a changed voucher is shown with what it was, and left as it is unless it is ticked", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  await bringIn(db, viewer, { ledger: { vouchers: [train, phone] }, projectId: project.id });
  const gone = { ...phone, rows: [{ kronor: 50, account: "6210", objects: ["P2"] }] };
  const other = { number: "3", rows: [{ kronor: 1 }] };
  const importId = await upload(db, viewer, { vouchers: [edited, gone, other] });

  const { asked } = await preview(db, viewer, { importId, projectId: project.id });
  expect(asked).toMatchObject([
    {
      reason: "changed",
      first: [
        {
          ...{ voucher: { number: "1", sumOre: 11_000 }, earlier: { sumOre: 12_000 } },
          gone: [{ account: "5810", amountOre: 10_000, text: "Tåg" }],
          come: [{ account: "5810", amountOre: 9000, text: "Tåg" }],
        },
        {
          ...{ voucher: { number: "2", sumOre: 0 }, earlier: { sumOre: 5000 }, mayTake: false },
          ...{ gone: [{ amountOre: 5000 }], come: [] },
        },
      ],
    },
  ]);
  await apply(db, viewer, importId, { projectId: project.id });
  expect(await sumOf(db, project.id)).toBe(17_000 + 100);
});

test("a changed voucher that is ticked both to replace and to stand beside is asked about again", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const projectId = project.id;
  await bringIn(db, viewer, { ledger: { vouchers: [train] }, projectId });
  const importId = await upload(db, viewer, { vouchers: [edited] });
  const answers = { "replace:changed": ["all"], "take:changed": ["all"] };
  await expect(apply(db, viewer, importId, { projectId, answers })).rejects.toMatchObject({
    fields: { form: { key: "exchange.ledger.bothTicked" } },
  });
  expect(await sumOf(db, projectId)).toBe(12_000);
});

test("a changed voucher that is ticked takes the place, the line and the course of what stood", async () => {
  const { project, viewer, other } = await makeLedgerProject(db);
  const logged = await makeCost(db, {
    ...{ projectId: project.id, budgetLineId: other.id, bookedOn: "2013-02-01" },
    ...{ amountOre: 10_000, sourceId: randomUUID() },
  });
  const first = await bringIn(db, viewer, {
    ...{ ledger: { vouchers: [train, phone] }, projectId: project.id, replace: [logged.id] },
    lines: { "5810": other.id },
  });
  const importId = await bringIn(db, viewer, {
    ...{ ledger: { vouchers: [edited, phone] }, projectId: project.id },
    answers: { "replace:changed": ["all"] },
  });
  expect(await sumOf(db, project.id)).toBe(11_000 + 5000);
  const stands = await db.cost.findMany({
    where: { projectId: project.id, withdrawnAt: null, account: "5810" },
    orderBy: { rowNumber: "asc" },
    include: { voucher: true },
  });
  expect(stands).toMatchObject([
    { amountOre: 9000n, budgetLineId: other.id, sourceId: logged.sourceId, voucher: { importId } },
    { amountOre: 2000n, budgetLineId: other.id, sourceId: null },
  ]);
  const old = await db.voucher.findFirstOrThrow({ where: { importId: first, number: "1" } });
  expect(old).toMatchObject({ replacedById: stands[0]?.voucherId });
  expect(await db.import.findUniqueOrThrow({ where: { id: importId } })).toMatchObject({
    outcome: { vouchers: 1, removed: 1 },
  });
  // Taken back, all is as it was.
  await withdrawImport(db, viewer, { importId, submissionId: randomUUID() });
  expect(await sumOf(db, project.id)).toBe(12_000 + 5000);
  expect(await db.cost.findUniqueOrThrow({ where: { id: logged.id } })).toMatchObject({
    // Vitest's matchers are of type any.
    withdrawnAt: expect.any(Date) as Date,
    replacedById: old.id,
  });
});

test("a voucher that the ledger no longer has is listed, and taken back where it is ticked", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const lost = { number: "7", date: "2013-03-10", rows: [{ kronor: 2000 }] };
  const gone = { number: "8", date: "2013-03-11", rows: [{ kronor: 300 }, { kronor: 4 }] };
  const last = { number: "9", date: "2013-04-01", rows: [{ kronor: 1 }] };
  await bringIn(db, viewer, { ledger: { vouchers: [train, lost, gone] }, projectId: project.id });
  const importId = await upload(db, viewer, { vouchers: [train, last] });
  expect((await preview(db, viewer, { importId, projectId: project.id })).asked).toMatchObject([
    { reason: "vanished", count: 2, sumOre: 230_400, first: [{ voucher: { number: "7" } }, {}] },
  ]);
  await apply(db, viewer, importId, {
    projectId: project.id,
    answers: { "replace:vanished": ["all"] },
  });
  expect(await sumOf(db, project.id)).toBe(12_000 + 100);
  expect((await showWithdrawal(db, viewer, importId)).withdrawal).toMatchObject({
    ...{ vouchers: 1, rows: 1, sumOre: 100, again: { vouchers: 2, sumOre: 230_400 } },
  });
  await withdrawImport(db, viewer, { importId, submissionId: randomUUID() });
  expect(await sumOf(db, project.id)).toBe(12_000 + 230_400);
});

test("what came again meanwhile doesn't stand twice where its taking back is undone", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const lost = { number: "7", date: "2013-03-10", rows: [{ kronor: 2000 }] };
  const last = { number: "9", date: "2013-04-01", rows: [{ kronor: 1 }] };
  const projectId = project.id;
  await bringIn(db, viewer, { ledger: { vouchers: [train, lost] }, projectId });
  const without = await bringIn(db, viewer, {
    ...{ ledger: { vouchers: [train, last] }, projectId },
    answers: { "replace:vanished": ["all"] },
  });
  await bringIn(db, viewer, { ledger: { vouchers: [train, lost, last] }, projectId });
  await withdrawImport(db, viewer, { importId: without, submissionId: randomUUID() });
  expect(await sumOf(db, projectId)).toBe(12_000 + 200_000);
});

test("what a later file has replaced anew gives way to the first when both are taken back", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const projectId = project.id;
  const voucher = (kronor: number) => ({ ...phone, rows: [{ kronor }] });
  const bring = (kronor: number) =>
    bringIn(db, viewer, {
      ...{ ledger: { vouchers: [voucher(kronor)] }, projectId },
      answers: { "replace:changed": ["all"] },
    });
  const takeBack = (importId: string) =>
    withdrawImport(db, viewer, { importId, submissionId: randomUUID() });
  const first = await bring(10);
  const [second, third] = [await bring(20), await bring(30)];
  await takeBack(second);
  expect(await sumOf(db, projectId)).toBe(3000);
  await takeBack(third);
  expect(await sumOf(db, projectId)).toBe(1000);
  // Nor does what was taken back in its own right stand again.
  const fourth = await bring(40);
  await takeBack(first);
  await takeBack(fourth);
  expect(await sumOf(db, projectId)).toBe(0);
});

test("what comes again after it was taken back takes its place, with the lines it was placed on", async () => {
  const { project, viewer, other, travel } = await makeLedgerProject(db);
  const projectId = project.id;
  const bring = (lines = {}, ledger = { vouchers: [train, phone] }) =>
    bringIn(db, viewer, { ledger, projectId, lines });
  const standing = async () =>
    db.cost.findMany({
      where: { projectId, withdrawnAt: null },
      orderBy: [{ account: "asc" }, { rowNumber: "asc" }],
    });
  const takeBack = (importId: string) =>
    withdrawImport(db, viewer, { importId, submissionId: randomUUID() });
  const firstOf = async (id: string | null) =>
    db.$queryRaw`select first_id as first from first_vouchers(${projectId}::uuid)
      where voucher_id = ${id}::uuid`;

  let importId = await bring({ "5810": other.id });
  const told = (await standing()).map(({ voucherId }) => voucherId);
  const [, , call] = await standing();
  await db.cost.update({
    where: { id: call!.id },
    data: { budgetLineId: other.id, placedByHand: true },
  });
  for (let time = 0; time < 3; time += 1) {
    await takeBack(importId);
    expect(await standing()).toEqual([]);
    importId = await bring();
    const rows = await standing();
    // What nobody says otherwise of is where a person has placed it, or where its account goes.
    const lines = rows.map(({ budgetLineId }) => budgetLineId);
    expect(lines).toEqual([travel.id, travel.id, other.id]);
    for (const [place, { voucherId }] of rows.entries()) {
      expect(await firstOf(voucherId)).toEqual([{ first: told[place] }]);
    }
  }
  // Also as what it has become meanwhile, and what replaces that when it is taken back.
  await takeBack(importId);
  const changed = { ...phone, rows: [{ kronor: 60, account: "6210" }] };
  importId = await bring({}, { vouchers: [train, changed] });
  const later = await bringIn(db, viewer, {
    ...{ ledger: { vouchers: [train, phone] }, projectId },
    answers: { "replace:changed": ["all"] },
  });
  await takeBack(importId);
  const [left, ...none] = await standing();
  expect([left?.amountOre, left?.budgetLineId, none]).toEqual([5000n, other.id, []]);
  expect(await firstOf(left!.voucherId)).toEqual([{ first: told[2] }]);
  await takeBack(later);
  expect(await standing()).toEqual([]);
});

test("a ledger whose object has another code now is asked about, also where it was corrected", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const projectId = project.id;
  const on = (object: string, { rows, ...voucher }: typeof train | typeof phone) => ({
    ...voucher,
    rows: rows.map((row) => ({ ...row, objects: [object] })),
  });
  const last = { number: "9", date: "2013-03-09", rows: [{ kronor: 1 }] };
  await bringIn(db, viewer, { ledger: { vouchers: [train, phone, last] }, projectId });
  const corrected = { ...on("P9", phone), rows: [{ kronor: 60, objects: ["P9"] }] };
  const other = { number: "3", rows: [{ kronor: 7, objects: ["P9"] }] };
  const now = { vouchers: [on("P9", train), corrected, other] };
  const importId = await upload(db, viewer, now);
  const choice = { projectId, objectCode: "P9" };
  const plan = await preview(db, viewer, { importId, ...choice });
  expect(plan.added.first.map(({ number }) => number)).toEqual(["3"]);
  // The last one may have vanished: the object's own file says.
  expect(plan.asked).toMatchObject([
    { reason: "equal", count: 1, first: [{ earlier: { otherObject: "P1", sumOre: 12_000 } }] },
    { reason: "changed", count: 1, first: [{ earlier: { otherObject: "P1", sumOre: 5000 } }] },
  ]);
  await apply(db, viewer, importId, choice);
  expect(await sumOf(db, projectId)).toBe(12_000 + 5000 + 100 + 700);
  await bringIn(db, viewer, { ledger: now, ...choice, answers: { "replace:changed": ["all"] } });
  expect(await sumOf(db, projectId)).toBe(12_000 + 6000 + 100 + 700);
});

test("a voucher with rows on two of a project's objects comes in under both, and a row of both is asked", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const projectId = project.id;
  const half = (object: string) => ({ kronor: 100, text: "Halva", objects: [object] });
  const both = { number: "2", rows: [{ kronor: 30, objects: ["P1", "P9"] }] };
  const ledger = { vouchers: [{ number: "1", rows: [half("P1"), half("P9")] }, both] };
  await bringIn(db, viewer, { ledger, projectId });
  expect(await sumOf(db, projectId)).toBe(13_000);
  const importId = await upload(db, viewer, ledger);
  const choice = { projectId, objectCode: "P9" };
  expect(await preview(db, viewer, { importId, ...choice })).toMatchObject({
    added: { count: 1, first: [{ number: "1" }] },
    asked: [{ reason: "equal", count: 1, first: [{ voucher: { number: "2" } }] }],
  });
  await apply(db, viewer, importId, choice);
  expect(await sumOf(db, projectId)).toBe(23_000);
});

test("what has replaced a voucher is still that one, where the first's import is taken back", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const projectId = project.id;
  const bring = (kronor: number) =>
    bringIn(db, viewer, {
      ...{ ledger: { vouchers: [{ ...phone, rows: [{ kronor }] }] }, projectId },
      answers: { "replace:changed": ["all"] },
    });
  const [first] = [await bring(10), await bring(20)];
  const told = await db.voucher.findFirstOrThrow({ where: { projectId, importId: first } });
  await withdrawImport(db, viewer, { importId: first, submissionId: randomUUID() });
  const stands = await db.voucher.findFirstOrThrow({ where: { projectId, withdrawnAt: null } });
  expect(
    await db.$queryRaw`select voucher_id as id, first_id as first
      from first_vouchers(${projectId}::uuid)`,
  ).toEqual([{ id: stands.id, first: told.id }]);
});

test("what came again under another object doesn't stand twice where its taking back is undone", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const projectId = project.id;
  const lost = { number: "7", date: "2013-03-10", rows: [{ kronor: 2000 }] };
  const last = { number: "9", date: "2013-04-01", rows: [{ kronor: 1 }] };
  await bringIn(db, viewer, { ledger: { vouchers: [lost] }, projectId });
  const without = await bringIn(db, viewer, {
    ...{ ledger: { vouchers: [{ ...last, date: "2013-03-10" }, last] }, projectId },
    answers: { "replace:vanished": ["all"] },
  });
  const again = { ...lost, rows: [{ kronor: 2000, objects: ["P9"] }] };
  await bringIn(db, viewer, { ledger: { vouchers: [again] }, projectId, objectCode: "P9" });
  await withdrawImport(db, viewer, { importId: without, submissionId: randomUUID() });
  expect(await sumOf(db, projectId)).toBe(200_000);
});

test("vouchers without numbers that a later file no longer had stand again one by one", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const projectId = project.id;
  const bare = (text: string, date = "2013-03-10") => ({
    ...{ series: "", number: "", text, date, rows: [{ kronor: 10 }] },
  });
  const last = bare("Sist", "2013-04-01");
  await bringIn(db, viewer, { ledger: { vouchers: [bare("Ett"), bare("Två"), last] }, projectId });
  const importId = await bringIn(db, viewer, {
    ...{ ledger: { vouchers: [bare("Ett"), bare("Tre", "2013-03-11"), last] }, projectId },
    answers: { "replace:vanished": ["all"] },
  });
  await bringIn(db, viewer, {
    ...{ ledger: { vouchers: [bare("Fyra")] }, projectId },
    answers: { "take:changed": ["all"] },
  });
  expect(await sumOf(db, projectId)).toBe(4000);
  await withdrawImport(db, viewer, { importId, submissionId: randomUUID() });
  expect(await sumOf(db, projectId)).toBe(4000);
});

test("the page offers an object that the file no longer has, so that it can be taken back", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const projectId = project.id;
  const day = { generatedOn: "2013-06-01" };
  await bringIn(db, viewer, { ledger: { ...day, vouchers: [train] }, projectId });
  const others = { number: "99", date: "2013-01-01", rows: [{ kronor: 1, objects: ["P9"] }] };
  const answers = { "replace:vanished": ["all"] };
  expect(await usedObjects(db, [project])).toHaveLength(1);
  await bringIn(db, viewer, { ledger: { ...day, vouchers: [others] }, projectId, answers });
  expect(await sumOf(db, projectId)).toBe(0);
  expect(await usedObjects(db, [project])).toEqual([]);
});

test("an earlier file takes nothing of a later one away", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const late = { number: "7", date: "2013-03-10", rows: [{ kronor: 2000 }] };
  const last = { number: "9", date: "2013-04-01", rows: [{ kronor: 1 }] };
  const projectId = project.id;
  const newer = { generatedOn: "2013-06-01", vouchers: [train, late, last] };
  await bringIn(db, viewer, { ledger: newer, projectId });
  const older = { generatedOn: "2013-05-01", vouchers: [train, last] };
  const importId = await upload(db, viewer, older);
  expect((await preview(db, viewer, { importId, projectId })).asked).toEqual([]);
});

test("a ledger with a voucher out of balance comes in unless it concerns the object", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const projectId = project.id;
  const handIn = async (object: string) => {
    const text = ledgerText({ orgNumber: "5555555551", vouchers: [train] });
    const odd = `#VER A 77 20130301 "x"\n{\n#TRANS 5810 {6 ${object}} 3\n#TRANS 1930 {} -2\n}\n`;
    const file = new File([text + odd], "bok.se");
    return uploadImport(db, viewer, { submissionId: randomUUID(), kind: "sie", file });
  };
  const here = await handIn("P1");
  expect(await preview(db, viewer, { importId: here, projectId })).toMatchObject({
    unbalancedHere: { count: 1, first: [{ voucher: { number: "77" }, differenceOre: 100 }] },
  });
  await expect(apply(db, viewer, here, { projectId })).rejects.toMatchObject({
    fields: { form: { key: "exchange.ledger.untrusted" } },
  });
  const importId = await handIn("P2");
  expect(await preview(db, viewer, { importId, projectId })).toMatchObject({
    unbalancedHere: { count: 0 },
    warnings: { unbalancedElsewhere: { count: 1 } },
  });
  await apply(db, viewer, importId, { projectId });
  expect(await sumOf(db, projectId)).toBe(12_000);
});

test("what another project has had is not written again", async () => {
  const first = await makeLedgerProject(db);
  const second = await makeLedgerProject(db);
  const orgNumber = "212000-0167";
  const ledger = { orgNumber, vouchers: [train] };
  await bringIn(db, first.viewer, { ledger, projectId: first.project.id });
  const importId = await upload(db, second.viewer, { orgNumber, vouchers: [train, phone] });
  const plan = await preview(db, second.viewer, { importId, projectId: second.project.id });
  expect(plan.elsewhere).toMatchObject({
    count: 1,
    first: [{ number: "1", projectCode: first.project.code }],
  });
  await apply(db, second.viewer, importId, { projectId: second.project.id });
  expect(await sumOf(db, second.project.id)).toBe(5000);
});

test("rows of two objects count for both, and bringing in the second says so", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const both = { number: "1", rows: [{ kronor: 8, objects: ["P1", "P2"] }] };
  const importId = await upload(db, viewer, { vouchers: [both] });
  const plan = await preview(db, viewer, { importId, projectId: project.id });
  expect(plan.warnings).toMatchObject({
    shared: { count: 1, objectCodes: ["P2"] },
    sharedAndHere: { count: 0 },
  });
  await apply(db, viewer, importId, { projectId: project.id });

  const second = await upload(db, viewer, { vouchers: [both] });
  const choice = { importId: second, projectId: project.id, objectCode: "P2" };
  expect((await preview(db, viewer, choice)).warnings).toMatchObject({
    shared: { count: 1, objectCodes: ["P1"] },
    sharedAndHere: { count: 1, projectCodes: [project.code] },
  });
});

test("of two who bring in the same file at once, one writes and the other sees it anew", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const uploads = await Promise.all(
    [1, 2].map(() => upload(db, viewer, { vouchers: [train, phone] })),
  );
  const { seen } = await preview(db, viewer, {
    importId: uploads[0] ?? "",
    projectId: project.id,
  });
  const results = await Promise.allSettled(
    uploads.map((importId) => apply(db, viewer, importId, { projectId: project.id, seen })),
  );
  const refused = results.filter((result) => result.status === "rejected");
  expect(refused.map(({ reason }) => reason.name)).toEqual(["PlanMoved"]);
  expect(await sumOf(db, project.id)).toBe(17_000);
  expect(await db.import.count({ where: { projectId: project.id } })).toBe(1);
});

test("the same form sent twice at once is carried out once", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const importId = await upload(db, viewer, { vouchers: [train] });
  const { seen } = await preview(db, viewer, { importId, projectId: project.id });
  const choice = { projectId: project.id, seen, submissionId: randomUUID() };
  const results = await Promise.all([1, 2].map(() => apply(db, viewer, importId, choice)));
  expect(results).toEqual([importId, importId]);
  expect(await sumOf(db, project.id)).toBe(12_000);
});

test("accounts go where the person says, or nowhere yet", async () => {
  const { project, viewer, travel, other } = await makeLedgerProject(db);
  await bringIn(db, viewer, {
    ledger: { vouchers: [train, phone] },
    projectId: project.id,
    lines: { "6210": other.id, "5810": "" },
  });
  const lineOf = async (account: string) =>
    (await db.cost.findFirstOrThrow({ where: { projectId: project.id, account } })).budgetLineId;
  expect(await lineOf("6210")).toBe(other.id);
  expect(await lineOf("5810")).toBeNull();
  expect(travel.id).not.toBeNull();
});

test("a line of another project, or of own hours, is refused and nothing is written", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const foreign = await makeBudgetLine(db, { projectId: (await makeProject(db)).id });
  const inKind = await makeBudgetLine(db, { projectId: project.id, financing: "in_kind" });
  for (const line of [foreign.id, inKind.id, "x"]) {
    const given = { ledger: { vouchers: [train] }, projectId: project.id, lines: { "5810": line } };
    await expect(bringIn(db, viewer, given)).rejects.toMatchObject({
      fields: { "line:5810": { key: "errors.unreadable" } },
    });
  }
  expect(await sumOf(db, project.id)).toBe(0);
});

test("more vouchers than one statement takes are all written", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const vouchers = Array.from({ length: 2001 }, (_, index) => ({
    number: String(index + 1),
    rows: [{ kronor: 1 }, { kronor: 2, account: "6210" }],
  }));
  await bringIn(db, viewer, { ledger: { vouchers }, projectId: project.id });
  expect(await db.cost.count({ where: { projectId: project.id } })).toBe(4002);
  expect(await sumOf(db, project.id)).toBe(2001 * 300);
});

test("texts with quotes, script tags and signs of all kinds are kept as they are", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const text = `<script>alert('x')</script> 😀 \\ 'or 1=1--`;
  await bringIn(db, viewer, {
    ledger: { vouchers: [{ number: "1", text, rows: [{ kronor: 1 }] }] },
    projectId: project.id,
  });
  expect((await db.cost.findFirstOrThrow({ where: { projectId: project.id } })).text).toBe(text);
});

test("an invoice that may be a logged course's is left until somebody says, and again where it counts beside it", async () => {
  const { project, viewer, other } = await makeLedgerProject(db);
  const logged = await makeCost(db, {
    projectId: project.id,
    budgetLineId: other.id,
    bookedOn: "2013-02-01",
    amountOre: 10_000,
    sourceId: randomUUID(),
    text: "Sökmetoder",
  });
  const importId = await upload(db, viewer, { vouchers: [train] });
  const { twins } = await preview(db, viewer, { importId, projectId: project.id });
  expect(twins).toMatchObject([
    { costId: logged.id, text: "Sökmetoder", amountOre: 10_000, voucher: { number: "1" } },
  ]);
  const projectId = project.id;
  await expect(apply(db, viewer, importId, { projectId })).rejects.toMatchObject({
    fields: { form: { key: "exchange.ledger.nothingTicked" } },
  });
  await apply(db, viewer, importId, { projectId, answers: { "take:logged": ["all"] } });
  expect(await sumOf(db, projectId)).toBe(10_000 + 12_000);

  const again = await upload(db, viewer, { vouchers: [train] });
  const { twins: offered, sameCount } = await preview(db, viewer, { importId: again, projectId });
  expect(sameCount).toBe(1);
  await apply(db, viewer, again, { projectId, replace: offered.map(({ key }) => key) });
  expect(await sumOf(db, projectId)).toBe(12_000);
  expect(
    await preview(db, viewer, {
      importId: await upload(db, viewer, { vouchers: [train] }),
      projectId,
    }),
  ).toMatchObject({ twins: [], asked: [] });
});

test("a logged cost that was taken back, and a cost of no course, are no invoice's pair", async () => {
  const { project, viewer, other } = await makeLedgerProject(db);
  const cost = { projectId: project.id, budgetLineId: other.id, amountOre: 10_000 };
  await makeCost(db, { ...cost, bookedOn: "2013-02-01" });
  const { id } = await makeCost(db, { ...cost, bookedOn: "2013-02-01", sourceId: randomUUID() });
  const importId = await upload(db, viewer, { vouchers: [train] });
  const pairs = async () =>
    (await preview(db, viewer, { importId, projectId: project.id })).twins.map(
      ({ costId }) => costId,
    );
  expect(await pairs()).toEqual([id]);
  await db.cost.update({ where: { id }, data: { withdrawnAt: new Date() } });
  expect(await pairs()).toEqual([]);
});

test("a logged cost that the invoice replaces counts no more, and the trail says why", async () => {
  const { project, viewer, other } = await makeLedgerProject(db);
  const logged = await makeCost(db, {
    projectId: project.id,
    budgetLineId: other.id,
    bookedOn: "2013-02-01",
    amountOre: 10_000,
    sourceId: randomUUID(),
  });
  await bringIn(db, viewer, {
    ledger: { vouchers: [train] },
    projectId: project.id,
    replace: [logged.id],
  });
  expect(await sumOf(db, project.id)).toBe(12_000);
  const { id } = await db.voucher.findFirstOrThrow({ where: { projectId: project.id } });
  expect(await db.auditEvent.findMany({ where: { subjectId: logged.id } })).toMatchObject([
    { action: "ledger.import", detail: { replacedByVoucher: id, amountOre: 10_000 } },
  ]);
});

test("only a cost that the preview has paired can be replaced", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const logged = await makeCost(db, {
    projectId: project.id,
    bookedOn: "2013-02-01",
    amountOre: 777,
    sourceId: randomUUID(),
  });
  const given = { ledger: { vouchers: [train] }, projectId: project.id, replace: [logged.id] };
  await expect(bringIn(db, viewer, given)).rejects.toMatchObject({
    fields: { replace: { key: "exchange.ledger.twinsClash" } },
  });
  expect(await sumOf(db, project.id)).toBe(777);
});

test("a project that isn't the viewer's is not found, and nothing is written", async () => {
  const mine = await makeLedgerProject(db);
  const theirs = await makeLedgerProject(db);
  const importId = await upload(db, mine.viewer, { vouchers: [train] });
  const seen = (await preview(db, mine.viewer, { importId, projectId: mine.project.id })).seen;
  const choice = { projectId: theirs.project.id, seen };
  await expect(apply(db, mine.viewer, importId, choice)).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(
    apply(db, theirs.viewer, importId, { projectId: theirs.project.id, seen }),
  ).rejects.toMatchObject({ code: "not-found" });
  expect(await sumOf(db, theirs.project.id)).toBe(0);
});
