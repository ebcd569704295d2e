import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Viewer } from "~/features/access/viewer";
import { logCourse } from "~/features/training/courses/courses.commands.server";
import { showRecord } from "~/features/training/records/training.queries.server";
import { makeCost } from "../../factories/cost";
import { courseInput } from "../../factories/course-input";
import { makeProject } from "../../factories/project";
import { makeVoucher } from "../../factories/voucher";
import { makeWorkplace } from "../../factories/workplace";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const today = "2013-06-01";
const { employee, manager, department, line, project } = await makeWorkplace(db);

async function ledgerRow(
  bookedOn: string,
  amountOre: number,
  number: string,
  { of = project, text = "" } = {},
) {
  const voucher = await makeVoucher(db, { projectId: of.id, bookedOn, series: "A", number, text });
  const row = { projectId: of.id, voucherId: voucher.id, rowNumber: 1 };
  return makeCost(db, { ...row, bookedOn, amountOre });
}

async function inLedger(viewer: Viewer, cost: number, title = courseInput().title) {
  const input = courseInput({ heldOn: "2013-03-01", cost, budgetLineId: line.id, title });
  const id = await logCourse(db, employee, input, today);
  const { record } = await showRecord(db, viewer, { id, today });
  return record.payment?.inLedger;
}

test("who decides is told of the ledger's rows of the same money, the best first", async () => {
  await ledgerRow("2013-05-20", 650_000, "9");
  await ledgerRow("2013-02-20", 650_000, "7");
  await ledgerRow("2013-03-01", 812_500, "8");
  expect(await inLedger(manager, 650_000)).toMatchObject([
    { series: "A", number: "7", bookedOn: "2013-02-20" },
    { number: "9" },
    { number: "8" },
  ]);
});

test("one whose text names the course is told of a year away", async () => {
  const text = "Faktura SAMTAL I CHATT";
  await ledgerRow("2012-03-01", 210_000, "21", { text });
  await ledgerRow("2012-02-28", 210_000, "22", { text });
  await ledgerRow("2012-03-01", 210_000, "23", { text: "Faktura" });
  expect(await inLedger(manager, 210_000, "Samtal i chatt")).toMatchObject([{ number: "21" }]);
});

test("who logged it isn't, nor where the row is far off, taken back, another course's or another project's", async () => {
  await ledgerRow("2013-02-20", 110_000, "11");
  expect(await inLedger(employee, 110_000)).toEqual([]);
  await ledgerRow("2012-11-30", 120_000, "12");
  expect(await inLedger(manager, 120_000)).toEqual([]);
  const { id } = await ledgerRow("2013-03-01", 130_000, "13");
  await db.cost.update({ where: { id }, data: { withdrawnAt: new Date() } });
  expect(await inLedger(manager, 130_000)).toEqual([]);
  const invoice = await ledgerRow("2013-03-01", 150_000, "15");
  const ofCourse = { sourceType: "training_record", sourceId: randomUUID() } as const;
  await db.cost.update({ where: { id: invoice.id }, data: ofCourse });
  expect(await inLedger(manager, 150_000)).toEqual([]);
  const other = await makeProject(db, { unit: department });
  await ledgerRow("2013-03-01", 140_000, "14", { of: other });
  expect(await inLedger(manager, 140_000)).toEqual([]);
});
