// A logged cost whose place the ledger's invoice takes: what took its place takes its links.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Viewer } from "~/features/access/viewer";
import {
  showWithdrawal,
  withdrawImport,
} from "~/features/exchange/uploads/withdraw-import.commands.server";
import { reportBase } from "~/features/reports/payload/report-base.queries.server";
import { reportClock } from "~/features/reports/rules/report-clock";
import { rowsOf } from "~/features/reports/rules/report-row";
import { approveCourse } from "~/features/training/approval/decisions.commands.server";
import { withdrawRecord } from "~/features/training/approval/withdrawals.commands.server";
import { logCourse } from "~/features/training/courses/courses.commands.server";
import { showRecord } from "~/features/training/records/training.queries.server";
import { dayBefore } from "~/terms/day";
import { courseInput } from "../../factories/course-input";
import { makeWorkplace } from "../../factories/workplace";
import { outcomeOf } from "../../support/outcome-of";
import { testDatabase } from "../../support/database";
import { bringIn, preview, sumOf, upload } from "./ledger-project";

const { db } = await testDatabase();
const today = "2013-08-01";

/** A workplace with a course of 4 500 kr, held in May, that its manager has approved. */
async function approvedCourse() {
  const place = await makeWorkplace(db);
  const viewer: Viewer = { ...place.head, managedProjectIds: [place.project.id] };
  const log = () => {
    const input = courseInput({ cost: 450_000, budgetLineId: place.line.id, hours: 360 });
    return logCourse(db, place.employee, input, today);
  };
  const approve = async (id: string, invoice: string | null = null) => {
    const { submittedAt } = await db.trainingRecord.findUniqueOrThrow({ where: { id } });
    const approval = {
      ...{ id, submissionId: randomUUID(), seenAt: submittedAt.toISOString(), invoice },
      ...{ competenceId: null, level: null, observed: false, word: "" },
      ...{ planColleagues: null, planDueOn: null, agreed: "" },
    };
    return approveCourse(db, place.manager, approval, today);
  };
  const seen = async (id: string) => {
    const { record } = await showRecord(db, place.manager, { id, today });
    return record.payment;
  };
  const figures = async (startsOn = "2013-01-01", endsBefore = "2014-01-01") => {
    const asOf = dayBefore(endsBefore);
    const projectId = place.project.id;
    const before = dayBefore(startsOn);
    const rows = await reportBase(db, { projectId, before, asOf, base: null });
    const { courses, courseMinutes: minutes, courseCost: cost } = reportClock(rows, startsOn);
    return { courses, minutes: minutes.accumulated, cost: cost.accumulatedOre };
  };
  /** What is booked, and what it was first. */
  const booked = async () => {
    const asked = { projectId: place.project.id, before: "2012-12-31", asOf: "2013-12-31" };
    const { now } = await reportBase(db, { ...asked, base: null });
    return rowsOf(now, "cost").map(({ under, facts }) => ({ under, origin: facts.origin }));
  };
  const takeBack = (id: string) =>
    withdrawRecord(db, place.manager, { id, reason: "Fel", submissionId: randomUUID() });
  const id = await log();
  await approve(id);
  return { ...place, viewer, id, log, approve, seen, figures, booked, takeBack };
}

type Place = Awaited<ReturnType<typeof approvedCourse>>;

/** The ledger brings the invoice of July, whole or on two rows, and it replaces the logged cost. */
async function replace({ viewer, project }: Place, rows = [{ kronor: 4500 }]): Promise<string> {
  const { id: costId } = await db.cost.findFirstOrThrow({
    where: { projectId: project.id, voucherId: null, withdrawnAt: null },
  });
  const ledger = { vouchers: [{ number: "7", date: "2013-07-10", rows }] };
  return bringIn(db, viewer, { ledger, projectId: project.id, replace: [costId] });
}

test.each([
  { what: "on one row", rows: [{ kronor: 4500 }] },
  { what: "on two rows", rows: [{ kronor: 3000 }, { kronor: 1500 }] },
  { what: "on a row beside others", rows: [{ kronor: 800 }, { kronor: 4500 }, { kronor: 4500 }] },
])("the course still counts once, from its day, with its invoice $what", async ({ rows }) => {
  const place = await approvedCourse();
  const before = await place.figures();
  expect(before).toMatchObject({ courses: { accumulated: 1 }, minutes: 360, cost: 450_000 });

  await replace(place, rows);
  expect(await place.figures()).toEqual(before);
  // A report until June has the course, but not what has been booked since.
  expect(await place.figures("2013-05-01", "2013-07-01")).toMatchObject({
    courses: { thisPeriod: 1, accumulated: 1 },
    cost: 0,
  });
  expect((await place.seen(place.id))?.invoices).toEqual([
    { series: "A", number: "7", bookedOn: "2013-07-10", amountOre: 450_000 },
  ]);
});

test("the import taken back brings the logged cost back, and the ledger again says that it was here", async () => {
  const place = await approvedCourse();
  const importId = await replace(place);
  await withdrawImport(db, place.viewer, { importId, submissionId: randomUUID() });

  expect(await place.figures()).toMatchObject({ courses: { accumulated: 1 }, cost: 450_000 });
  expect((await place.seen(place.id))?.invoices).toEqual([]);
  expect(await sumOf(db, place.project.id)).toBe(450_000);
  const projectId = place.project.id;
  const plan = await preview(db, place.viewer, { importId, projectId });
  expect(plan).toMatchObject({
    asked: [{ reason: "logged", count: 1 }],
    warnings: { takenBack: 1 },
  });

  await replace(place);
  expect(await sumOf(db, projectId)).toBe(450_000);
  expect(await db.voucher.count({ where: { projectId } })).toBe(2);
});

test("the course taken back leaves its invoice in the books, for the course logged anew", async () => {
  const place = await approvedCourse();
  const booked = await place.booked();
  expect(booked).toEqual([{ under: place.line.id, origin: place.id }]);
  await replace(place);
  // The same money, on the course's line: the invoice's account is on none.
  expect(await place.booked()).toEqual(booked);
  await place.takeBack(place.id);
  expect(await place.booked()).toEqual(booked);
  expect(await place.figures()).toMatchObject({ courses: { accumulated: 0 }, cost: 0 });
  expect(await sumOf(db, place.project.id)).toBe(450_000);
  expect((await place.seen(place.id))?.invoices).toEqual([]);

  const anew = await place.log();
  const twin = (await place.seen(anew))?.inLedger[0];
  expect(twin).toMatchObject({ series: "A", number: "7" });
  await place.approve(anew, twin?.costId);
  expect(await place.figures()).toMatchObject({ courses: { accumulated: 1 }, cost: 450_000 });
  expect(await sumOf(db, place.project.id)).toBe(450_000);
  expect((await place.seen(anew))?.invoices).toMatchObject([{ number: "7" }]);

  // One invoice is one course's: the next one is neither told of it, nor can take it.
  const third = await place.log();
  expect((await place.seen(third))?.inLedger).toEqual([]);
  expect(await outcomeOf(place.approve(third, twin?.costId))).toBe("conflict");
});

test("an invoice is taken for no course of another project or amount", async () => {
  const [place, other] = [await approvedCourse(), await approvedCourse()];
  const rows = [{ kronor: 4500 }, { kronor: 4400 }];
  const ledger = { vouchers: [{ number: "8", date: "2013-07-10", rows }] };
  await bringIn(db, place.viewer, {
    ...{ ledger, projectId: place.project.id },
    answers: { "take:logged": ["all"] },
  });
  const [cheaper, same] = await db.cost.findMany({
    where: { projectId: place.project.id, voucherId: { not: null } },
    orderBy: { amountOre: "asc" },
  });
  const id = await place.log();
  expect(await outcomeOf(place.approve(id, cheaper?.id))).toBe("conflict");
  expect(await outcomeOf(other.approve(await other.log(), same?.id))).toBe("conflict");
  expect(await outcomeOf(place.approve(id, same?.id))).toBe("done");
  // It was on no line: now it is on the course's.
  expect((await place.booked()).filter(({ under }) => under === null)).toHaveLength(1);
});

test("an invoice that was in the books when its course was paired is nobody's when that is taken back", async () => {
  const place = await approvedCourse();
  const projectId = place.project.id;
  const ledger = { vouchers: [{ number: "7", date: "2013-07-10", rows: [{ kronor: 4500 }] }] };
  const answers = { "take:logged": ["all"] };
  await bringIn(db, place.viewer, { ledger, projectId, answers });
  expect(await sumOf(db, projectId)).toBe(900_000);
  const importId = await replace(place);
  expect(await sumOf(db, projectId)).toBe(450_000);
  expect((await place.seen(place.id))?.invoices).toHaveLength(1);

  await withdrawImport(db, place.viewer, { importId, submissionId: randomUUID() });
  expect(await sumOf(db, projectId)).toBe(900_000);
  expect((await place.seen(place.id))?.invoices).toEqual([]);
  const origins = (await place.booked()).map(({ origin }) => origin);
  expect(new Set(origins).size).toBe(2);
});

test.each(["taken back", "gone from the ledger"])(
  "where the invoice that a course was approved with is %s, its cost is booked as it was logged",
  async (how) => {
    const place = await approvedCourse();
    const projectId = place.project.id;
    await place.takeBack(place.id);
    const frame = { number: "9", date: "2013-07-31", text: "Ram", rows: [{ kronor: 0 }] };
    const first = { number: "1", date: "2013-07-01", text: "Ram", rows: [{ kronor: 1 }] };
    const invoice = { number: "7", date: "2013-07-10", rows: [{ kronor: 4500 }] };
    const ledger = { vouchers: [first, invoice, frame] };
    const importId = await bringIn(db, place.viewer, { ledger, projectId });
    const id = await place.log();
    const twin = (await place.seen(id))?.inLedger[0];
    await place.approve(id, twin?.costId);
    expect(await place.figures()).toMatchObject({ cost: 450_000 });

    if (how === "taken back") {
      const { withdrawal } = await showWithdrawal(db, place.viewer, importId);
      expect(withdrawal).toMatchObject({ restored: 1 });
      await withdrawImport(db, place.viewer, { importId, submissionId: randomUUID() });
    } else {
      await bringIn(db, place.viewer, {
        ...{ ledger: { vouchers: [first, frame] }, projectId },
        answers: { "replace:vanished": ["all"] },
      });
    }
    expect(await place.figures()).toMatchObject({ courses: { accumulated: 1 }, cost: 450_000 });
    const plan = await preview(db, place.viewer, {
      importId: await upload(db, place.viewer, ledger),
      projectId,
    });
    expect(plan.asked).toMatchObject([{ reason: "logged", count: 1 }]);
  },
);
