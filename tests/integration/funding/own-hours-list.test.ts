import { ourOwn } from "~/features/funding/own-hours/own-hours-href";
import { expect, test } from "vitest";
import { projectMoney, untilEndOf } from "~/features/funding/budget/figures.queries.server";
import {
  listOwnHours,
  ownHoursByParty,
} from "~/features/funding/own-hours/own-hours.queries.server";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeOwnHours } from "../../factories/own-hours";
import { makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();

const today = "2013-12-31";

async function makeProjectWithHours() {
  const unit = await makeUnit(db);
  const project = await makeProject(db, { unit });
  const projectId = project.id;
  const line = await makeBudgetLine(db, { projectId, financing: "in_kind" });
  const grantLine = await makeBudgetLine(db, { projectId });
  const person = await makePerson(db, { unit, givenName: "Åsa", familyName: "Öberg" });
  const partner = await db.partner.create({
    data: { projectId, name: "Stiftelsen Nattlyktan", role: "partner" },
  });
  const hours = { projectId, budgetLineId: line.id, workedOn: "2013-04-05" };
  const own = { ...hours, personId: person.id };
  await makeOwnHours(db, { ...own, minutes: 60, amountOre: 35_000, text: "Genomgång" });
  await makeOwnHours(db, { ...own, minutes: 30, amountOre: 17_500, workedOn: "2013-04-06" });
  await makeOwnHours(db, { ...hours, partnerId: partner.id, minutes: 600, amountOre: 350_000 });
  await makeOwnHours(db, { ...own, minutes: 7, amountOre: 7, withdrawnAt: new Date() });
  await makeOwnHours(db, { ...own, minutes: 8, amountOre: 8, workedOn: "2014-01-01" });
  await makeOwnHours(db, { ...own, minutes: 9, amountOre: 9, budgetLineId: grantLine.id });
  return { project, partner, unit };
}

test("by party: our own people are the owner's, parties without hours are shown too", async () => {
  const { project, partner } = await makeProjectWithHours();
  const before = await ownHoursByParty(db, { projectId: project.id, asOf: today });
  const authority = await db.authority.findUniqueOrThrow({ where: { id: project.authorityId } });
  expect(before).toEqual([
    { partnerId: null, name: authority.name, role: "owner", minutes: 90, amountOre: 52_500 },
    {
      partnerId: partner.id,
      name: "Stiftelsen Nattlyktan",
      role: "partner",
      minutes: 600,
      amountOre: 350_000,
    },
  ]);

  await db.partner.createMany({
    data: [
      { projectId: project.id, name: "Socialtjänsten", role: "owner" },
      { projectId: project.id, name: "Arken", role: "coordinator" },
    ],
  });
  const after = await ownHoursByParty(db, { projectId: project.id, asOf: today });
  expect(after.map(({ name, minutes }) => [name, minutes])).toEqual([
    ["Socialtjänsten", 90],
    ["Arken", 0],
    ["Stiftelsen Nattlyktan", 600],
  ]);

  // One that was taken out owns nothing, and has nobody's hours.
  const gone = { where: { projectId: project.id, name: { not: "Stiftelsen Nattlyktan" } } };
  await db.partner.updateMany({ ...gone, data: { withdrawnAt: new Date() } });
  expect(await ownHoursByParty(db, { projectId: project.id, asOf: today })).toEqual(before);
});

test("row by row: what counts, latest first, and its sums", async () => {
  const { project } = await makeProjectWithHours();
  const viewer = makeViewer({ roles: ["manager"], managedProjectIds: [project.id] });
  const list = await listOwnHours(db, viewer, { code: project.code, page: 1, today });
  expect(list).toMatchObject({ minutes: 690, amountOre: 402_500, pageCount: 1 });
  expect(list.rows.map(({ workedOn, minutes }) => [workedOn, minutes])[0]).toEqual([
    "2013-04-06",
    30,
  ]);
  expect(list.rows.map(({ who }) => who).sort()).toEqual([
    "Stiftelsen Nattlyktan",
    "Åsa Öberg",
    "Åsa Öberg",
  ]);
});

test("of one line alone, and those that await an answer: each list's sum is its figure's", async () => {
  const { project, partner } = await makeProjectWithHours();
  const projectId = project.id;
  const other = await makeBudgetLine(db, { projectId, financing: "in_kind" });
  const hours = { projectId, budgetLineId: other.id, partnerId: partner.id };
  const workedOn = "2013-05-01";
  await makeOwnHours(db, { ...hours, workedOn, minutes: 120, amountOre: 70_000 });
  await makeOwnHours(db, { ...hours, workedOn, minutes: 45, amountOre: 26_250, countsOn: null });
  const viewer = makeViewer({ roles: ["manager"], managedProjectIds: [projectId] });
  const list = (line: string | null, isAwaiting: boolean) =>
    listOwnHours(db, viewer, {
      ...{ code: project.code, page: 1, today },
      filter: { line, party: null, isAwaiting },
    });
  const { lines } = await projectMoney(db, {
    ...{ projectId, asOf: today },
    period: untilEndOf(today, "2013-01-01"),
  });
  const inKind = lines.filter(({ financing }) => financing === "in_kind");
  expect(inKind.map(({ accumulatedOre }) => accumulatedOre)).toEqual([402_500, 70_000]);
  for (const { lineId, accumulatedOre } of inKind) {
    const { amountOre, rows } = await list(lineId, false);
    expect(amountOre).toBe(accumulatedOre);
    expect(rows.reduce((sum, row) => sum + row.amountOre, 0)).toBe(accumulatedOre);
  }
  const all = await list(null, true);
  expect(all).toMatchObject({ minutes: 45, amountOre: 26_250, awaiting: { minutes: 45 } });
  expect(all.rows).toMatchObject([{ minutes: 45, countsOn: null }]);
  expect((await list(inKind[0]?.lineId ?? null, true)).rows).toEqual([]);
  const nowhere = "00000000-0000-4000-8000-000000000000";
  const ofParty = (party: string) =>
    listOwnHours(db, viewer, {
      ...{ code: project.code, page: 1, today, filter: { line: null, party, isAwaiting: false } },
    });
  // Our own people's hours are the owner's, where a partner stands for it.
  for (const { partnerId, minutes } of await ownHoursByParty(db, { projectId, asOf: today })) {
    expect(await ofParty(partnerId ?? ourOwn)).toMatchObject({ minutes });
  }
  await expect(ofParty(nowhere)).rejects.toMatchObject({ code: "not-found" });
  await expect(list(nowhere, false)).rejects.toMatchObject({ code: "not-found" });
});

test("own hours with their names are for those who reach the project", async () => {
  const { project, unit } = await makeProjectWithHours();
  for (const viewer of [
    makeViewer({ roles: ["employee"], authorityId: project.authorityId, unitId: unit.id }),
    makeViewer({ roles: ["funder"], fundedProjectIds: [project.id] }),
    makeViewer({ roles: ["administrator"] }),
  ]) {
    await expect(
      listOwnHours(db, viewer, { code: project.code, page: 1, today }),
    ).rejects.toMatchObject({ code: "not-found" });
  }
});
