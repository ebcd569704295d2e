import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { noteReported } from "~/features/funding/reported/reported-periods.commands.server";
import { saveLine } from "~/features/funding/set-up/budget-lines.commands.server";
import { saveGrant, savePartner } from "~/features/funding/set-up/papers.commands.server";
import { stayReason } from "~/features/funding/set-up/remove-part.commands.server";
import { toDbDate } from "~/terms/day";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeCost } from "../../factories/cost";
import { makeOwnHours } from "../../factories/own-hours";
import { makePerson } from "../../factories/person";
import { makeSetUpProject } from "../../factories/set-up-project";
import { testDatabase } from "../../support/database";
import { questionOf } from "../../support/question-of";

const { db } = await testDatabase();

/** A project of 2013 with two grants, the first of which pays a line with two costs. */
async function paidProject(given: { costs?: string[] } = {}) {
  const { project, manager } = await makeSetUpProject(db);
  const projectId = project.id;
  const grantOf = (name: string) =>
    db.grant.create({
      data: {
        ...{ project: { connect: { id: projectId } }, grantedOre: 500_000n },
        ...{ funder: { create: { name: `${name} ${randomUUID()}` } } },
        grantedOn: toDbDate("2013-01-10"),
      },
      include: { funder: true },
    });
  const [first, second] = [await grantOf("Fond A"), await grantOf("Fond B")];
  const line = await makeBudgetLine(db, { projectId, name: "Resor", grantId: first.id, plan: 100 });
  for (const bookedOn of given.costs ?? ["2013-02-01", "2013-05-01"]) {
    await makeCost(db, { projectId, budgetLineId: line.id, bookedOn, amountOre: 100 });
  }
  const place = () => ({ code: project.code, submissionId: randomUUID() });
  const saveTheLine = (changed: object) =>
    saveLine(db, manager, {
      ...{ ...place(), id: line.id, costCategory: line.costCategory, name: line.name },
      ...{ financing: "grant", grantId: first.id, accounts: "", agreed: "", reason: "" },
      ...{ budgetSince: null, decidedOn: null },
      rows: [{ number: 0, startsOn: "2013-01-01", endsOn: "2013-12-31", amountOre: 100 }],
      ...changed,
    });
  const saveTheGrant = (changed: object) =>
    saveGrant(db, manager, {
      ...{ ...place(), id: first.id, funder: first.funder.name, programme: "", funderRef: null },
      ...{ ownRef: null, appliedOn: null, appliedOre: null, conditions: "" },
      ...{ grantedOn: "2013-01-10", grantedOre: 500_000, closedOn: null },
      ...{ agreed: "", reason: "", ...changed },
    });
  const share = (endsBefore: string) =>
    db.$transaction((tx) =>
      noteReported(tx, {
        ...{ projectId, reportId: randomUUID(), period: { startsOn: "2013-01-01", endsBefore } },
      }),
    );
  const trailOf = async (action: string) => {
    const where = { action, authorityId: project.authorityId };
    return (await db.auditEvent.findFirstOrThrow({ where, orderBy: { at: "desc" } })).detail;
  };
  return { project, first, second, line, saveTheLine, saveTheGrant, share, trailOf };
}

const budget = { key: "funding.touched.lineBudget", values: { amount: 1 } };
const booked = {
  key: "funding.touched.lineHolds",
  values: { count: 2, from: "2013-02-01", to: "2013-05-01" },
};

test("who pays a line with costs is changed after a yes, and the trail says what was", async () => {
  const { first, second, line, saveTheLine, trailOf } = await paidProject();
  const { touched, mark } = await questionOf(saveTheLine({ grantId: second.id }));
  const payer = { before: first.funder.name, after: `grant ${second.funder.name}` };
  expect(touched).toEqual([{ key: "funding.touched.wasGrant", values: payer }, budget, booked]);
  // Said of one payer, it is not said of another.
  await questionOf(saveTheLine({ financing: "cash", grantId: null, agreed: mark }));
  const stored = () => db.budgetLine.findUniqueOrThrow({ where: { id: line.id } });
  expect((await stored()).grantId).toBe(first.id);
  await saveTheLine({ grantId: second.id, agreed: mark });
  expect((await stored()).grantId).toBe(second.id);
  expect(await trailOf("budget-line.change")).toMatchObject({
    ...{ grantId: second.id, financing: "grant", costCategory: "Utbildning" },
    was: { grantId: first.id, financing: "grant", costCategory: "Utbildning" },
  });
});

test("another cost category is asked about, another name is not, nor a line without money", async () => {
  const { saveTheLine } = await paidProject();
  const { touched } = await questionOf(saveTheLine({ costCategory: "Drift" }));
  expect(touched).toEqual([
    { key: "funding.touched.category", values: { before: "Utbildning", after: "Drift" } },
    budget,
    booked,
  ]);
  await saveTheLine({ name: "Resor och logi" });
  const empty = await paidProject({ costs: [] });
  await db.budgetAmount.deleteMany({ where: { budgetLineId: empty.line.id } });
  await empty.saveTheLine({ costCategory: "Drift", grantId: empty.second.id });
});

test("a line with nothing but a budget names it when somebody else is to pay", async () => {
  const { first, second, line, saveTheLine } = await paidProject({ costs: [] });
  const [stored] = await db.budgetAmount.findMany({ where: { budgetLineId: line.id } });
  if (!stored) throw new Error("The line has a budget");
  // What was entered by mistake never was.
  const { id: _id, ...wrong } = { ...stored, amountOre: 700n, withdrawnAt: new Date() };
  await db.budgetAmount.create({ data: wrong });
  const { touched, mark } = await questionOf(saveTheLine({ grantId: second.id }));
  expect(touched).toEqual([
    {
      key: "funding.touched.wasGrant",
      values: { before: first.funder.name, after: `grant ${second.funder.name}` },
    },
    budget,
  ]);
  await saveTheLine({ grantId: second.id, agreed: mark });
});

test("what a funder has read of a line is changed with a reason", async () => {
  const { second, saveTheLine, share, trailOf } = await paidProject({ costs: [] });
  await share("2013-07-01");
  const { touched, mark } = await questionOf(saveTheLine({ grantId: second.id }));
  expect(touched.map(({ key }) => key)).toEqual([
    "funding.touched.wasGrant",
    "funding.touched.lineBudget",
    "funding.touched.read",
  ]);
  await questionOf(saveTheLine({ grantId: second.id, agreed: mark }));
  await saveTheLine({ grantId: second.id, agreed: mark, reason: "Fel fond" });
  expect(await trailOf("budget-line.change")).toMatchObject({ reason: "Fel fond" });
});

test("a budget that a funder has read otherwise is asked about; one decided later is not", async () => {
  const { saveTheLine, share } = await paidProject();
  await share("2013-07-01");
  const rows = [{ number: 0, startsOn: "2013-01-01", endsOn: "2013-12-31", amountOre: 900 }];
  const { touched } = await questionOf(saveTheLine({ rows, budgetSince: "start" }));
  expect(touched).toMatchObject([
    { key: "funding.touched.budget", values: { before: 1, after: 9 } },
    { key: "funding.touched.read" },
  ]);
  await saveTheLine({ rows, budgetSince: "decided", decidedOn: "2013-07-01" });
});

test("a line with later costs isn't paid by a grant that was closed", async () => {
  const { second, saveTheLine } = await paidProject();
  const close = (day: string) =>
    db.grant.update({ where: { id: second.id }, data: { closedOn: toDbDate(day) } });
  await close("2013-04-30");
  await expect(saveTheLine({ grantId: second.id })).rejects.toMatchObject({
    fields: { grantId: { key: "funding.errors.grantClosedBefore" } },
  });
  await close("2013-05-01");
  await questionOf(saveTheLine({ grantId: second.id }));
});

test("what a grant gave is changed after a yes, and it is closed before what is booked after one", async () => {
  const { project, second, saveTheGrant, trailOf } = await paidProject();
  const ofAnother = { projectId: project.id, name: "Lön", grantId: second.id };
  const { id: budgetLineId } = await makeBudgetLine(db, ofAnother);
  const later = { projectId: project.id, budgetLineId, bookedOn: "2013-08-01", amountOre: 100 };
  await makeCost(db, later);
  const given = await questionOf(saveTheGrant({ grantedOre: 400_000 }));
  expect(given.touched).toEqual([
    {
      key: "funding.touched.granted",
      values: { before: 5000, after: 4000, beforeOn: "2013-01-10", afterOn: "2013-01-10" },
    },
    booked,
  ]);
  await saveTheGrant({ grantedOre: 400_000, agreed: given.mark });
  expect(await trailOf("grant.change")).toMatchObject({
    ...{ grantedOre: 400_000, was: { grantedOre: 500_000, grantedOn: "2013-01-10" } },
  });
  const closed = await questionOf(saveTheGrant({ grantedOre: 400_000, closedOn: "2013-04-30" }));
  expect(closed.touched).toEqual([
    {
      key: "funding.touched.closed",
      values: { count: 1, from: "2013-05-01", to: "2013-05-01", date: "2013-04-30" },
    },
  ]);
  await saveTheGrant({ grantedOre: 400_000, closedOn: "2013-05-01" });
});

test("a first decision of a grant asks where a funder has read of its days alone", async () => {
  const { project, saveTheGrant, share } = await paidProject();
  await db.grant.updateMany({
    where: { projectId: project.id },
    data: { grantedOre: null, grantedOn: null },
  });
  await share("2013-07-01");
  await questionOf(saveTheGrant({ grantedOn: "2013-06-30" }));
  await saveTheGrant({ grantedOn: "2013-07-01" });
});

test("a project has one owner: a second is refused, the first one stays while hours are its own", async () => {
  const { project, manager } = await makeSetUpProject(db);
  const projectId = project.id;
  const add = (name: string, role: "owner" | "partner", agreed = "") =>
    savePartner(db, manager, {
      ...{ code: project.code, id: null, submissionId: randomUUID() },
      ...{ name, role, orgNumber: null, agreed, reason: "" },
    });
  const owner = await add("Socialtjänsten", "owner");
  await expect(add("Polisen", "owner")).rejects.toMatchObject({
    fields: { role: { key: "funding.errors.ownerTwice", values: { name: "Socialtjänsten" } } },
  });
  await db.partner.create({
    data: { projectId, name: "Någon annan", role: "owner", withdrawnAt: new Date() },
  });
  const second = { projectId, name: "Kyrkan", role: "owner" as const };
  await expect(db.partner.create({ data: second })).rejects.toThrow("partner_one_owner");
  expect(await stayReason(db, "partners", owner)).toBeNull();
  const line = await makeBudgetLine(db, { projectId, financing: "in_kind" });
  const { id: personId } = await makePerson(db, {
    unit: { id: project.unitId, authorityId: project.authorityId },
  });
  await makeOwnHours(db, {
    ...{ projectId, budgetLineId: line.id, personId, workedOn: "2013-02-10" },
    ...{ minutes: 60, amountOre: 35_000 },
  });
  expect(await stayReason(db, "partners", owner)).toBe("partner-owns");
  await db.partner.update({ where: { id: owner }, data: { withdrawnAt: new Date() } });
  const { mark } = await questionOf(add("Kyrkan", "owner"));
  await add("Kyrkan", "owner", mark);
});

test("a new grant is asked about where a funder has read of its days, or where it has none", async () => {
  const { saveTheGrant, share } = await paidProject();
  await share("2013-07-01");
  const add = (given: object) => saveTheGrant({ id: null, funder: "Fond C", ...given });
  const undated = await questionOf(add({ grantedOn: null }));
  expect(undated.touched).toMatchObject([
    { key: "funding.touched.newGrant", values: { funder: "Fond C" } },
    { key: "funding.touched.read", values: { count: 1 } },
  ]);
  expect(Object.keys(undated.needed)).toEqual(["reason"]);
  await questionOf(add({ grantedOn: "2013-09-01", appliedOn: "2013-06-30" }));
  await add({ grantedOn: "2013-07-01" });
  await add({ grantedOn: null, funder: "Fond C", agreed: undated.mark, reason: "Glömdes" });
});
