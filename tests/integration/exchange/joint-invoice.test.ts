// One invoice of several logged courses: they share it, and it counts once.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Viewer } from "~/features/access/viewer";
import {
  showWithdrawal,
  withdrawImport,
} from "~/features/exchange/uploads/withdraw-import.commands.server";
import { reportBase } from "~/features/reports/payload/report-base.queries.server";
import { rowsOf } from "~/features/reports/rules/report-row";
import { approveCourse } from "~/features/training/approval/decisions.commands.server";
import { withdrawRecord } from "~/features/training/approval/withdrawals.commands.server";
import { logCourse } from "~/features/training/courses/courses.commands.server";
import { showRecord } from "~/features/training/records/training.queries.server";
import { courseInput } from "../../factories/course-input";
import type { LedgerVoucherGiven } from "../../factories/ledger-file";
import { makeWorkplace } from "../../factories/workplace";
import { testDatabase } from "../../support/database";
import { apply, bringIn, preview, sumOf, upload } from "./ledger-project";

const { db } = await testDatabase();
const today = "2013-08-01";

/** A workplace of which each course of these kronor, held in May, has been approved. */
async function approvedCourses(...kronor: number[]) {
  const place = await makeWorkplace(db);
  const viewer: Viewer = { ...place.head, managedProjectIds: [place.project.id] };
  const approved = async (costKronor: number, title: string) => {
    const cost = { cost: costKronor * 100, budgetLineId: place.line.id };
    const id = await logCourse(db, place.employee, courseInput({ ...cost, title }), today);
    const { submittedAt } = await db.trainingRecord.findUniqueOrThrow({ where: { id } });
    await approveCourse(
      db,
      place.manager,
      {
        ...{ id, submissionId: randomUUID(), seenAt: submittedAt.toISOString(), invoice: null },
        ...{ competenceId: null, level: null, observed: false, word: "" },
        ...{ planColleagues: null, planDueOn: null, agreed: "" },
      },
      today,
    );
    return id;
  };
  const ids: string[] = [];
  for (const [index, each] of kronor.entries()) ids.push(await approved(each, `Kurs ${index + 1}`));
  const projectId = place.project.id;
  const invoices = async () => {
    const shown = await Promise.all(ids.map((id) => showRecord(db, place.manager, { id, today })));
    return shown.map(({ record }) =>
      record.payment?.invoices.map(({ number, amountOre }) => `${number} ${amountOre}`).join(),
    );
  };
  const sum = () => sumOf(db, projectId);
  const share = async (vouchers: LedgerVoucherGiven[]) => {
    const importId = await upload(db, viewer, { vouchers });
    const { twins } = await preview(db, viewer, { importId, projectId });
    await apply(db, viewer, importId, { projectId, replace: twins.map(({ key }) => key) });
    return importId;
  };
  /** What is asked of a file that is handed in once more, and how many of its vouchers are here. */
  const again = async (vouchers: LedgerVoucherGiven[]) => {
    const importId = await upload(db, viewer, { vouchers });
    const { asked, added, sameCount } = await preview(db, viewer, { importId, projectId });
    return { asked: asked.map(({ reason }) => reason), added: added.count, sameCount };
  };
  const origins = async () => {
    const asked = { projectId, before: "2012-12-31", asOf: "2013-12-31" };
    const { now } = await reportBase(db, { ...asked, base: null });
    return rowsOf(now, "cost").map(({ facts }) => facts.origin);
  };
  return { ...place, viewer, projectId, ids, approved, invoices, sum, share, again, origins };
}

const invoice = (...kronor: number[]): LedgerVoucherGiven => ({
  ...{ number: "7", date: "2013-07-10", text: "Två kurser" },
  rows: kronor.map((each) => ({ kronor: each })),
});

test.each([
  { what: "whole", kronor: [6000, 3000], rows: [9000], each: ["7 600000", "7 300000"] },
  { what: "with VAT", kronor: [6000, 3000], rows: [11_250], each: ["7 750000", "7 375000"] },
  { what: "on two rows", kronor: [6000, 3000], rows: [8000, 1000], each: ["7 600000", "7 300000"] },
  {
    ...{ what: "beside another row", kronor: [3000, 3000], rows: [12, 6000] },
    each: ["7 300000", "7 300000"],
  },
])("it counts once, $what, and each course has its part", async ({ kronor, rows, each }) => {
  const place = await approvedCourses(...kronor);
  const first = await place.origins();
  await place.share([invoice(...rows)]);
  const whole = rows.reduce((sum, row) => sum + row, 0);
  expect(await place.sum()).toBe(whole * 100);
  const told = new Set(await place.invoices());
  expect(told).toEqual(new Set(each));
  // What takes a row's place is what it was.
  expect(new Set(await place.origins())).toEqual(
    new Set(rows.includes(12) ? [...first, expect.anything()] : first),
  );
  // In parts it is the ledger's row all the same.
  expect(await place.again([invoice(...rows)])).toEqual({ asked: [], added: 0, sameCount: 1 });
});

test("taken back with its import, both courses' costs count again, and it can be shared anew", async () => {
  const place = await approvedCourses(6000, 3000);
  const importId = await place.share([invoice(9000)]);
  const { withdrawal } = await showWithdrawal(db, place.viewer, importId);
  expect(withdrawal).toMatchObject({ restored: 2 });
  await withdrawImport(db, place.viewer, { importId, submissionId: randomUUID() });
  expect(await place.invoices()).toEqual(["", ""]);
  expect(await place.sum()).toBe(900_000);
  await place.share([invoice(9000)]);
  expect(await place.sum()).toBe(900_000);
});

test("gone from the ledger, its courses' costs are booked again", async () => {
  const place = await approvedCourses(6000, 3000);
  await place.share([invoice(9000)]);
  const others = ["2013-07-01", "2013-07-20"].map((date, index) => ({
    ...{ number: `${index + 20}`, date, rows: [{ kronor: 1, objects: ["P9"] }] },
  }));
  const ledger = { vouchers: others };
  const answers = { "replace:vanished": ["all"] };
  await bringIn(db, place.viewer, { ledger, projectId: place.projectId, answers });
  expect(await place.sum()).toBe(900_000);
  expect(await place.invoices()).toEqual(["", ""]);
});

test("what takes its place is shared as it was", async () => {
  const place = await approvedCourses(6000, 3000);
  const earlier = await place.share([invoice(9000)]);
  const ledger = { vouchers: [invoice(12_000)] };
  const answers = { "replace:changed": ["all"] };
  const importId = await bringIn(db, place.viewer, {
    ...{ ledger, projectId: place.projectId, answers },
  });
  expect(await place.sum()).toBe(1_200_000);
  expect(new Set(await place.invoices())).toEqual(new Set(["7 800000", "7 400000"]));
  await withdrawImport(db, place.viewer, { importId, submissionId: randomUUID() });
  expect(await place.sum()).toBe(900_000);
  expect(new Set(await place.invoices())).toEqual(new Set(["7 600000", "7 300000"]));
  await withdrawImport(db, place.viewer, { importId: earlier, submissionId: randomUUID() });
  expect(await place.invoices()).toEqual(["", ""]);
  expect(await place.sum()).toBe(900_000);
});

test("courses approved after it was booked are asked about by the next file, and share it then", async () => {
  const place = await approvedCourses();
  const vouchers = [invoice(9000)];
  await bringIn(db, place.viewer, { ledger: { vouchers }, projectId: place.projectId });
  place.ids.push(await place.approved(6000, "Sen 1"), await place.approved(3000, "Sen 2"));
  expect(await place.sum()).toBe(1_800_000);
  expect(await place.again(vouchers)).toMatchObject({ asked: ["logged"], sameCount: 1 });
  const importId = await place.share(vouchers);
  expect(await place.sum()).toBe(900_000);
  expect(new Set(await place.invoices())).toEqual(new Set(["7 600000", "7 300000"]));

  // The invoice is an earlier import's: it stays, nobody's, and can be shared again.
  await withdrawImport(db, place.viewer, { importId, submissionId: randomUUID() });
  expect(await place.sum()).toBe(1_800_000);
  expect(await place.invoices()).toEqual(["", ""]);
  await place.share(vouchers);
  expect(await place.sum()).toBe(900_000);
});

test("a course that is taken back leaves its part in the books, for another", async () => {
  const place = await approvedCourses(6000, 3000);
  await place.share([invoice(9000)]);
  const [id = ""] = place.ids;
  await withdrawRecord(db, place.manager, { id, reason: "Fel", submissionId: randomUUID() });
  expect(await place.sum()).toBe(900_000);
  expect((await place.invoices())[1]).toBe("7 300000");
  const anew = await logCourse(
    db,
    place.employee,
    courseInput({ cost: 600_000, budgetLineId: place.line.id }),
    today,
  );
  const { record } = await showRecord(db, place.manager, { id: anew, today });
  expect(record.payment?.inLedger).toMatchObject([{ number: "7" }]);
});

test("courses that don't make up its sum can't share it", async () => {
  const place = await approvedCourses(6000, 3000);
  const importId = await upload(db, place.viewer, { vouchers: [invoice(9000)] });
  const { twins } = await preview(db, place.viewer, { importId, projectId: place.projectId });
  expect(twins.map(({ isShared }) => isShared)).toEqual([true, true]);
  const replace = twins.slice(0, 1).map(({ key }) => key);
  await expect(
    apply(db, place.viewer, importId, { projectId: place.projectId, replace }),
  ).rejects.toMatchObject({
    fields: { replace: { key: "exchange.ledger.sharedSum", values: { voucher: "A 7" } } },
  });
  expect(await place.sum()).toBe(900_000);
});
