import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { listCosts, showUnplacedCost } from "~/features/funding/costs/costs.queries.server";
import { placeCost } from "~/features/funding/costs/place-cost.commands.server";
import { makeAccount } from "../../factories/account";
import { toDbDate } from "~/terms/day";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeCost } from "../../factories/cost";
import { makeProject } from "../../factories/project";
import { makeViewer } from "../../factories/viewer";
import { makeVoucher } from "../../factories/voucher";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();

const today = "2013-12-31";

async function makeManagedProject() {
  const project = await makeProject(db);
  const account = await makeAccount(db, { authorityId: project.authorityId });
  const viewer = makeViewer({
    accountId: account.id,
    authorityId: project.authorityId,
    roles: ["project_manager"],
    managedProjectIds: [project.id],
  });
  const line = await makeBudgetLine(db, { projectId: project.id, name: "Kurser" });
  return { project, viewer, line };
}

test("costs are listed with voucher, account and line, latest first, until today", async () => {
  const { project, viewer, line } = await makeManagedProject();
  const booked = { projectId: project.id, bookedOn: "2013-03-04" };
  const text = "Ljusgårdens konferens";
  const voucher = await makeVoucher(db, { ...booked, number: "17", text });
  await makeCost(db, {
    ...{ ...booked, budgetLineId: line.id, voucherId: voucher.id, rowNumber: 1 },
    ...{ account: "5831", amountOre: 123_456 },
  });
  const cost = { projectId: project.id, budgetLineId: line.id };
  await makeCost(db, { ...cost, bookedOn: today, amountOre: 500, sourceId: randomUUID() });
  await makeCost(db, { ...cost, bookedOn: "2014-01-01", amountOre: 7 });
  await makeCost(db, { ...cost, bookedOn: today, amountOre: 9, withdrawnAt: new Date() });

  const list = await listCosts(db, viewer, { code: project.code, filter: "all", page: 1, today });
  expect(list).toMatchObject({ count: 2, amountOre: 123_956, pageCount: 1 });
  expect(list.costs).toMatchObject([
    { amountOre: 500, voucher: null, isCourse: true },
    {
      bookedOn: "2013-03-04",
      amountOre: 123_456,
      voucher: { series: "A", number: "17" },
      account: "5831",
      text: "Ljusgårdens konferens",
      line: "Kurser",
      isCourse: false,
    },
  ]);
});

test("costs of one day stand by their vouchers, the last number first, and by its rows", async () => {
  const { project, viewer } = await makeManagedProject();
  const booked = { projectId: project.id, bookedOn: "2013-03-04" };
  const row = async (series: string, number: string, rows: number[]) => {
    const { id: voucherId } = await makeVoucher(db, { ...booked, series, number });
    for (const rowNumber of rows) {
      const amountOre = Number(`${number}${rowNumber}`);
      await makeCost(db, { ...booked, voucherId, rowNumber, amountOre });
    }
  };
  await row("B", "19", [1]);
  await row("A", "17", [2, 1]);
  await row("A", "18", [1]);
  const { costs } = await listCosts(db, viewer, {
    ...{ code: project.code, filter: "all", page: 1, today },
  });
  expect(costs.map(({ amountOre }) => amountOre)).toEqual([181, 171, 172, 191]);
});

test("the list is of one line, or of what stands on none", async () => {
  const { project, viewer, line } = await makeManagedProject();
  const inKind = await makeBudgetLine(db, { projectId: project.id, financing: "in_kind" });
  const foreign = await makeBudgetLine(db, { projectId: (await makeProject(db)).id });
  const cost = { projectId: project.id, bookedOn: "2013-03-04" };
  await makeCost(db, { ...cost, budgetLineId: line.id, amountOre: 1 });
  await makeCost(db, { ...cost, budgetLineId: null, amountOre: 20 });
  await makeCost(db, { ...cost, budgetLineId: inKind.id, amountOre: 300 });
  const sum = async (filter: Parameters<typeof listCosts>[2]["filter"]) =>
    (await listCosts(db, viewer, { code: project.code, filter, page: 1, today })).amountOre;
  expect(await sum("all")).toBe(321);
  expect(await sum("unplaced")).toBe(320);
  expect(await sum({ line: line.id })).toBe(1);
  await expect(sum({ line: foreign.id })).rejects.toMatchObject({ code: "not-found" });
});

test("a cost is placed once, and the trail says where", async () => {
  const { project, viewer, line } = await makeManagedProject();
  const other = await makeBudgetLine(db, { projectId: project.id });
  const cost = await makeCost(db, {
    projectId: project.id,
    budgetLineId: null,
    bookedOn: "2013-03-04",
    amountOre: 20,
  });
  const place = (budgetLineId: string, submissionId = randomUUID()) =>
    placeCost(db, viewer, { code: project.code, costId: cost.id, budgetLineId, submissionId });
  const submissionId = randomUUID();
  await place(line.id, submissionId);
  await place(line.id, submissionId);
  await expect(place(other.id)).rejects.toMatchObject({ code: "conflict" });

  const stored = await db.cost.findUniqueOrThrow({ where: { id: cost.id } });
  const trail = await db.auditEvent.findMany({ where: { subjectId: cost.id } });
  expect(stored.budgetLineId).toBe(line.id);
  const placed = { projectId: project.id, budgetLineId: line.id };
  expect(trail).toMatchObject([
    { action: "cost.place", detail: { ...placed, was: { budgetLineId: null, isTakenOut: false } } },
  ]);

  // A line that is taken out leaves its costs to be placed.
  await db.budgetLine.update({ where: { id: line.id }, data: { withdrawnAt: new Date() } });
  await place(other.id);
  const later = await db.auditEvent.findFirst({
    where: { subjectId: cost.id, NOT: { id: trail[0]?.id } },
  });
  expect(later?.detail).toMatchObject({ was: { budgetLineId: line.id, isTakenOut: true } });
});

test("of two who place the same cost at once, one wins and the other is told", async () => {
  const { project, viewer, line } = await makeManagedProject();
  const other = await makeBudgetLine(db, { projectId: project.id });
  const cost = await makeCost(db, {
    projectId: project.id,
    budgetLineId: null,
    bookedOn: "2013-03-04",
    amountOre: 20,
  });
  const results = await Promise.allSettled(
    [line.id, other.id].map((budgetLineId) =>
      placeCost(db, viewer, {
        code: project.code,
        costId: cost.id,
        budgetLineId,
        submissionId: randomUUID(),
      }),
    ),
  );
  const refused = results.filter((result) => result.status === "rejected");
  expect(refused.map(({ reason }) => reason.code)).toEqual(["conflict"]);
  expect(await db.auditEvent.count({ where: { subjectId: cost.id } })).toBe(1);
});

test("a line of another project or of own hours, and a withdrawn cost, are refused", async () => {
  const { project, viewer, line } = await makeManagedProject();
  const inKind = await makeBudgetLine(db, { projectId: project.id, financing: "in_kind" });
  const foreign = await makeBudgetLine(db, { projectId: (await makeProject(db)).id });
  const given = { projectId: project.id, budgetLineId: null, bookedOn: "2013-03-04", amountOre: 2 };
  const cost = await makeCost(db, given);
  const withdrawn = await makeCost(db, { ...given, withdrawnAt: new Date() });
  const place = (costId: string, budgetLineId: string) =>
    placeCost(db, viewer, {
      code: project.code,
      costId,
      budgetLineId,
      submissionId: randomUUID(),
    });
  await expect(place(cost.id, inKind.id)).rejects.toMatchObject({
    fields: { budgetLineId: { key: "funding.errors.lineTakesHours" } },
  });
  await expect(place(cost.id, foreign.id)).rejects.toMatchObject({
    fields: { budgetLineId: { key: "funding.errors.lineOfOtherProject" } },
  });
  await expect(place(withdrawn.id, line.id)).rejects.toMatchObject({ code: "not-found" });
  expect((await db.cost.findUniqueOrThrow({ where: { id: cost.id } })).budgetLineId).toBeNull();
});

test("a cost that came back to a line that was removed meanwhile is placed like any other", async () => {
  const { project, viewer, line } = await makeManagedProject();
  const removed = await makeBudgetLine(db, { projectId: project.id });
  const given = { projectId: project.id, bookedOn: "2013-03-04", amountOre: 2 };
  const cost = await makeCost(db, { ...given, budgetLineId: removed.id });
  const withdrawnAt = new Date();
  await db.budgetLine.update({ where: { id: removed.id }, data: { withdrawnAt } });
  const { code } = project;
  const view = await showUnplacedCost(db, viewer, { code, costId: cost.id });
  expect(view.lines.map(({ id }) => id)).toEqual([line.id]);
  const form = { code, costId: cost.id, submissionId: randomUUID() };
  await expect(placeCost(db, viewer, { ...form, budgetLineId: removed.id })).rejects.toMatchObject({
    fields: { budgetLineId: { key: "funding.errors.lineOfOtherProject" } },
  });
  await placeCost(db, viewer, { ...form, submissionId: randomUUID(), budgetLineId: line.id });
  expect(await db.cost.count({ where: { id: cost.id, budgetLineId: line.id } })).toBe(1);
});

test("a closed grant's line takes no cost of a later day, and is not offered for it", async () => {
  const { project, viewer, line } = await makeManagedProject();
  const { id: projectId, code } = project;
  const funder = await db.funder.create({ data: { name: `Fonden ${code}` } });
  const closedOn = toDbDate("2013-03-04");
  const grant = await db.grant.create({ data: { projectId, funderId: funder.id, closedOn } });
  const closed = await makeBudgetLine(db, { projectId, grantId: grant.id });
  const given = { projectId, budgetLineId: null, amountOre: 2 };
  const [last, late] = [
    await makeCost(db, { ...given, bookedOn: "2013-03-04" }),
    await makeCost(db, { ...given, bookedOn: "2013-03-05" }),
  ];
  const offered = async (costId: string) =>
    (await showUnplacedCost(db, viewer, { code, costId })).lines.map(({ id }) => id);
  expect(await offered(last.id)).toEqual([line.id, closed.id]);
  expect(await offered(late.id)).toEqual([line.id]);
  const place = (costId: string) =>
    placeCost(db, viewer, { code, costId, budgetLineId: closed.id, submissionId: randomUUID() });
  await expect(place(late.id)).rejects.toMatchObject({
    fields: { budgetLineId: { key: "funding.errors.grantClosed", values: { date: "2013-03-04" } } },
  });
  await place(last.id);
});

test("only those who work in the project place its costs", async () => {
  const { project, line } = await makeManagedProject();
  const cost = await makeCost(db, {
    projectId: project.id,
    budgetLineId: null,
    bookedOn: "2013-03-04",
    amountOre: 2,
  });
  const own = { authorityId: project.authorityId };
  for (const viewer of [
    makeViewer({ ...own, roles: ["administrator"] }),
    makeViewer({ ...own, roles: ["manager"] }),
    makeViewer({ roles: ["funder"], fundedProjectIds: [project.id] }),
  ]) {
    const notFound = { code: "not-found" };
    await expect(
      showUnplacedCost(db, viewer, { code: project.code, costId: cost.id }),
    ).rejects.toMatchObject(notFound);
    await expect(
      placeCost(db, viewer, {
        code: project.code,
        costId: cost.id,
        budgetLineId: line.id,
        submissionId: randomUUID(),
      }),
    ).rejects.toMatchObject(notFound);
  }
});
