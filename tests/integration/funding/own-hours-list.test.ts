import { expect, test } from "vitest";
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
