import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Viewer } from "~/features/access/viewer";
import { findImport, listImports } from "~/features/exchange/uploads/imports.queries.server";
import { cancelImport } from "~/features/exchange/uploads/uploads.commands.server";
import { withdrawImport } from "~/features/exchange/uploads/withdraw-import.commands.server";
import { showWithdrawal } from "~/features/exchange/uploads/withdraw-import.commands.server";
import { bookedThrough } from "~/features/funding/budget/booked-through.queries.server";
import { approveCourse } from "~/features/training/approval/decisions.commands.server";
import { logCourse } from "~/features/training/courses/courses.commands.server";
import { withdrawRecord } from "~/features/training/approval/withdrawals.commands.server";
import { todayInStockholm } from "~/platform/clock";
import { courseInput } from "../../factories/course-input";
import { makeViewer } from "../../factories/viewer";
import { makeWorkplace } from "../../factories/workplace";
import { outcomeOf } from "../../support/outcome-of";
import { testDatabase } from "../../support/database";
import { apply, bringIn, makeLedgerProject, preview, sumOf } from "./ledger-project";

const { db } = await testDatabase();

const vouchers = [
  { number: "1", rows: [{ kronor: 100 }, { kronor: 20 }] },
  { number: "2", rows: [{ kronor: -5 }] },
];

const withdraw = (viewer: Viewer, importId: string, submissionId = randomUUID()) =>
  withdrawImport(db, viewer, { importId, submissionId });

test("a withdrawn import leaves no cost and no voucher, and the trail says how much went", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const importId = await bringIn(db, viewer, { ledger: { vouchers }, projectId: project.id });
  const kept = { vouchers: [{ number: "9", rows: [{ kronor: 1 }] }] };
  await bringIn(db, viewer, { ledger: kept, projectId: project.id });

  const again = { vouchers: 0, sumOre: 0 };
  const gone = { kind: "ledger", vouchers: 2, rows: 3, sumOre: 11_500, restored: 0, again };
  expect((await showWithdrawal(db, viewer, importId)).withdrawal).toEqual(gone);
  await withdraw(viewer, importId);

  expect(await db.voucher.count({ where: { importId, withdrawnAt: null } })).toBe(0);
  expect(await db.voucher.count({ where: { importId } })).toBe(2);
  expect(await sumOf(db, project.id)).toBe(100);
  expect(
    await db.auditEvent.findMany({ where: { action: "import.withdraw", subjectId: importId } }),
  ).toMatchObject([{ accountId: viewer.accountId, detail: { ...gone, projectId: project.id } }]);
});

test("the file of a withdrawn import can go into the right project", async () => {
  const { project: wrong, viewer } = await makeLedgerProject(db);
  const right = await makeLedgerProject(db);
  const both = { ...viewer, managedProjectIds: [wrong.id, right.project.id] };
  const importId = await bringIn(db, both, { ledger: { vouchers }, projectId: wrong.id });
  await withdraw(both, importId);

  expect(await findImport(db, both, importId)).toMatchObject({
    ...{ appliedAt: null, projectId: null },
    outcome: { kind: "withdrawn" },
  });
  await apply(db, both, importId, { projectId: right.project.id });
  expect(await sumOf(db, wrong.id)).toBe(0);
  expect(await sumOf(db, right.project.id)).toBe(11_500);
});

test("nothing is deleted: the rows stay, and the same file can be read in and taken back again", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const importId = await bringIn(db, viewer, { ledger: { vouchers }, projectId: project.id });
  const rowsOf = async (isWithdrawn: boolean) => {
    const withdrawnAt = isWithdrawn ? { not: null } : null;
    return {
      vouchers: await db.voucher.count({ where: { importId, withdrawnAt } }),
      rows: await db.cost.count({ where: { voucher: { importId }, withdrawnAt } }),
      readings: await db.ledgerReading.count({ where: { sourceId: importId, withdrawnAt } }),
    };
  };
  const [whole, none] = [
    { vouchers: 2, rows: 3, readings: 1 },
    { vouchers: 0, rows: 0, readings: 0 },
  ];
  await withdraw(viewer, importId);
  expect([await rowsOf(false), await rowsOf(true)]).toEqual([none, whole]);

  const plan = await preview(db, viewer, { importId, projectId: project.id });
  expect(plan.added).toMatchObject({ count: 2 });
  await apply(db, viewer, importId, { projectId: project.id });
  expect([await rowsOf(false), await rowsOf(true)]).toEqual([whole, whole]);
  expect(await sumOf(db, project.id)).toBe(11_500);

  const again = await showWithdrawal(db, viewer, importId);
  expect(again.withdrawal).toMatchObject({ vouchers: 2, rows: 3, sumOre: 11_500 });
  await withdraw(viewer, importId);
  expect(await sumOf(db, project.id)).toBe(0);
  expect(await bookedThrough(db, { projectId: project.id, day: "2999-01-01" })).toBeNull();

  // The draft that it is again can be thrown away, with its file; what it had brought stays.
  await cancelImport(db, viewer, importId);
  expect(await db.voucher.count({ where: { projectId: project.id } })).toBe(4);
});

test("a ledger is known until the day its file was made, or else came, and never beyond its years", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const known = () => bookedThrough(db, { projectId: project.id, day: "2999-01-01" });
  const [first, ...others] = vouchers;
  await bringIn(db, viewer, {
    ledger: { vouchers: first ? [first] : [], generatedOn: "2013-11-05" },
    projectId: project.id,
  });
  expect(await known()).toBe("2013-11-05");
  expect(await bookedThrough(db, { projectId: project.id, day: "2013-10-31" })).toBe("2013-10-31");
  expect(await bookedThrough(db, { projectId: project.id, day: "2013-03-31" })).toBe("2013-03-31");
  await bringIn(db, viewer, { ledger: { vouchers: others }, projectId: project.id });
  expect(await known()).toBe("2013-12-31");
  const until = todayInStockholm();
  const fiscalYears: [string, string][] = [["2013-01-01", until]];
  const more = { number: "99", date: "2013-06-01", rows: [{ kronor: 5 }] };
  await bringIn(db, viewer, { ledger: { fiscalYears, vouchers: [more] }, projectId: project.id });
  expect(await known()).toBe(until);
});

test("the ledger of several objects is known as far as each of them is", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const known = () => bookedThrough(db, { projectId: project.id, day: "2999-01-01" });
  const row = (number: string, date: string, object: string) => ({
    ...{ number, date, rows: [{ kronor: 5, objects: [object] }] },
  });
  const bring = (generatedOn: string, objectCode: string, ...given: ReturnType<typeof row>[]) =>
    bringIn(db, viewer, {
      ledger: { vouchers: given, generatedOn },
      ...{ projectId: project.id, objectCode },
    });
  const [own, other] = [row("1", "2013-03-04", "P1"), row("2", "2013-03-05", "P2")];
  await bring("2013-04-01", "P1", own);
  expect(await known()).toBe("2013-04-01");

  // The file has nothing later of the one: it tells of both.
  await bring("2013-05-01", "P2", own, other);
  expect(await known()).toBe("2013-05-01");

  // It has, and that isn't read yet.
  const later = row("3", "2013-05-20", "P1");
  const more = row("4", "2013-05-21", "P2");
  await bring("2013-06-01", "P2", own, other, later, more);
  expect(await known()).toBe("2013-05-01");
  await bring("2013-06-02", "P1", own, other, later, more);
  expect(await known()).toBe("2013-06-02");

  // Another company's ledger tells nothing of this one's.
  const foreign = { vouchers: [row("9", "2013-07-05", "P3")], generatedOn: "2013-08-01" };
  await bringIn(db, viewer, {
    ledger: { ...foreign, orgNumber: "212000-9986" },
    ...{ projectId: project.id, objectCode: "P3", answers: { "take:organisation": ["all"] } },
  });
  expect(await known()).toBe("2013-06-02");
});

test("of two who withdraw at once one does, and the same form sent twice is one", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const importId = await bringIn(db, viewer, { ledger: { vouchers }, projectId: project.id });
  const outcomes = await Promise.all([1, 2].map(() => outcomeOf(withdraw(viewer, importId))));
  expect(outcomes.sort()).toEqual(["conflict", "done"]);

  await apply(db, viewer, importId, { projectId: project.id });
  const form = randomUUID();
  expect(await Promise.all([1, 2].map(() => withdraw(viewer, importId, form)))).toEqual([
    importId,
    importId,
  ]);
});

test("an import is withdrawn by who may write to its project; for others it isn't there", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const importId = await bringIn(db, viewer, { ledger: { vouchers }, projectId: project.id });
  const { authorityId } = project;
  const others = [
    makeViewer({ authorityId, roles: ["project_manager"], managedProjectIds: [randomUUID()] }),
    makeViewer({ authorityId, roles: ["manager"] }),
    makeViewer({ authorityId: randomUUID(), roles: ["administrator"] }),
    makeViewer({ roles: ["administrator"] }),
  ];
  for (const other of others) {
    expect(await outcomeOf(showWithdrawal(db, other, importId))).toBe("not-found");
    expect(await outcomeOf(withdraw(other, importId))).toBe("not-found");
    expect((await listImports(db, other, 1)).imports).toEqual([]);
  }
  expect(await sumOf(db, project.id)).toBe(11_500);
  const administrator = makeViewer({ authorityId, roles: ["administrator"] });
  const colleague = makeViewer({
    ...{ authorityId, roles: ["project_manager"], managedProjectIds: [project.id] },
  });
  for (const writer of [administrator, colleague]) {
    expect(await outcomeOf(showWithdrawal(db, writer, importId))).toBe("done");
    expect((await listImports(db, writer, 1)).imports).toHaveLength(1);
  }
  expect(await outcomeOf(withdraw(colleague, importId))).toBe("done");
  // A draft is its owner's again.
  expect((await listImports(db, colleague, 1)).imports).toEqual([]);
});

test("what has not been brought in can't be withdrawn", async () => {
  const { project, viewer } = await makeLedgerProject(db);
  const importId = await bringIn(db, viewer, { ledger: { vouchers }, projectId: project.id });
  await withdraw(viewer, importId);
  expect(await outcomeOf(withdraw(viewer, importId))).toBe("conflict");
  expect(await outcomeOf(showWithdrawal(db, viewer, importId))).toBe("not-found");
});

/** A course of 4 500 kr that its manager has approved, and the ledger that brings its invoice. */
async function replacedCourse() {
  const place = await makeWorkplace(db);
  const { employee, manager, head, line, project } = place;
  const input = courseInput({ cost: 450_000, budgetLineId: line.id });
  const id = await logCourse(db, employee, input, "2013-06-01");
  const { submittedAt } = await db.trainingRecord.findUniqueOrThrow({ where: { id } });
  await approveCourse(
    db,
    manager,
    {
      ...{ id, submissionId: randomUUID(), seenAt: submittedAt.toISOString() },
      ...{ competenceId: null, level: null, observed: false, word: "" },
      ...{ planColleagues: null, planDueOn: null, invoice: null, agreed: "" },
    },
    "2013-06-01",
  );
  const cost = await db.cost.findFirstOrThrow({ where: { sourceId: id } });
  const viewer = { ...head, managedProjectIds: [project.id] };
  const ledger = { vouchers: [{ number: "1", date: "2013-06-10", rows: [{ kronor: 4500 }] }] };
  const importId = await bringIn(db, viewer, {
    ledger,
    projectId: project.id,
    replace: [cost.id],
  });
  return { ...place, viewer, courseId: id, costId: cost.id, importId };
}

test("a logged cost that the import had replaced counts again, and no other", async () => {
  const other = await replacedCourse();
  const { viewer, importId, project, costId } = await replacedCourse();
  expect(await sumOf(db, project.id)).toBe(450_000);
  expect((await showWithdrawal(db, viewer, importId)).withdrawal).toMatchObject({ restored: 1 });
  await withdraw(viewer, importId);

  const costs = await db.cost.findMany({ where: { projectId: project.id, withdrawnAt: null } });
  expect(costs).toMatchObject([{ id: costId, withdrawnAt: null, replacedById: null }]);
  const away = await db.cost.findUniqueOrThrow({ where: { id: other.costId } });
  expect([away.withdrawnAt, away.replacedById]).not.toContain(null);
  expect(
    await db.auditEvent.findMany({ where: { subjectId: costId, action: "import.withdraw" } }),
  ).toMatchObject([{ detail: { restored: true, amountOre: 450_000 } }]);
  const plan = await preview(db, viewer, { importId, projectId: project.id });
  expect(plan.twins).toMatchObject([{ costId }]);
});

test("it stays away where its course has been taken back meanwhile", async () => {
  const { viewer, importId, project, courseId, manager } = await replacedCourse();
  const back = { id: courseId, reason: "Fel person", submissionId: randomUUID() };
  await withdrawRecord(db, manager, back);
  expect((await showWithdrawal(db, viewer, importId)).withdrawal).toMatchObject({ restored: 0 });
  await withdraw(viewer, importId);
  expect(await sumOf(db, project.id)).toBe(0);
});
