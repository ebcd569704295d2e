import { expect, test } from "vitest";
import { findProject, listProjects } from "~/features/funding/projects/projects.queries.server";
import { makeAuthority } from "../../factories/authority";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeCost } from "../../factories/cost";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();

const today = "2013-06-15";

test("each sees the projects that they reach, and no others", async () => {
  const authority = await makeAuthority(db);
  const unit = await makeUnit(db, { authorityId: authority.id });
  const [first, second] = [await makeProject(db, { unit }), await makeProject(db, { unit })];
  const foreign = await makeProject(db);
  const codes = async (viewer: Parameters<typeof listProjects>[1]) =>
    (await listProjects(db, viewer, { page: 1, today })).projects.map(({ code }) => code).sort();

  const projectManager = makeViewer({
    authorityId: authority.id,
    roles: ["project_manager"],
    managedProjectIds: [second.id],
  });
  const administrator = makeViewer({ authorityId: authority.id, roles: ["administrator"] });
  expect(await codes(projectManager)).toEqual([second.code]);
  expect(await codes(administrator)).toEqual([first.code, second.code].sort());
  expect(await codes(makeViewer({ roles: ["manager"] }))).toEqual([]);
  for (const viewer of [projectManager, administrator, makeViewer({ roles: ["administrator"] })]) {
    await expect(findProject(db, viewer, { code: foreign.code })).rejects.toMatchObject({
      code: "not-found",
    });
  }
  await expect(findProject(db, administrator, { code: first.code })).resolves.toMatchObject({
    mayChange: false,
  });
  await expect(
    findProject(db, administrator, { code: first.code, verb: "change" }),
  ).rejects.toMatchObject({ code: "not-found" });
});

test("an unknown code is not found", async () => {
  const viewer = makeViewer({ roles: ["manager"] });
  await expect(findProject(db, viewer, { code: "NO'; --" })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("projects under way come first, then those to come, then ended ones, with their money", async () => {
  const unit = await makeUnit(db);
  const make = (code: string, startsOn: string, endsBefore: string) =>
    makeProject(db, { unit, code, startsOn, endsBefore });
  const ended = await make("ENDED", "2012-01-01", today);
  const current = await make("CURRENT", today, "2013-06-16");
  const coming = await make("COMING", "2013-06-16", "2014-01-01");
  const unplanned = await make("UNPLANNED", "2013-01-01", "2014-01-01");
  await makeCost(db, { projectId: unplanned.id, bookedOn: today, amountOre: 400 });
  const line = await makeBudgetLine(db, { projectId: current.id, plan: 100_000 });
  await makeBudgetLine(db, { projectId: current.id, financing: "in_kind", plan: 9_000 });
  const cost = { projectId: current.id, budgetLineId: line.id };
  await makeCost(db, { ...cost, bookedOn: today, amountOre: 30_000 });
  await makeCost(db, { ...cost, budgetLineId: null, bookedOn: today, amountOre: 1_000 });
  await makeCost(db, { ...cost, bookedOn: "2013-06-16", amountOre: 500 });
  await makeCost(db, { ...cost, bookedOn: today, amountOre: 70, withdrawnAt: new Date() });

  const viewer = makeViewer({
    roles: ["manager"],
    managedProjectIds: [ended.id, current.id, coming.id, unplanned.id],
  });
  const list = await listProjects(db, viewer, { page: 1, today });
  expect(list.projects.map(({ code, state }) => [code, state])).toEqual([
    ["CURRENT", "current"],
    ["UNPLANNED", "current"],
    ["COMING", "coming"],
    ["ENDED", "ended"],
  ]);
  expect(list.projects[0]).toMatchObject({
    budgetOre: 100_000,
    spentOre: 31_000,
    remainingOre: 69_000,
  });
  // Nothing remains of a budget that there isn't.
  expect(list).toMatchObject({ count: 4, currentCount: 2, currentRemainingOre: 69_000 });
});

test("a long list comes 25 at a time", async () => {
  const unit = await makeUnit(db);
  const projects = [];
  for (let number = 0; number < 27; number += 1) projects.push(await makeProject(db, { unit }));
  const viewer = makeViewer({
    roles: ["manager"],
    managedProjectIds: projects.map(({ id }) => id),
  });
  const first = await listProjects(db, viewer, { page: 1, today });
  const second = await listProjects(db, viewer, { page: 2, today });
  expect([first.projects.length, second.projects.length]).toEqual([25, 2]);
  expect(new Set([...first.projects, ...second.projects].map(({ code }) => code)).size).toBe(27);
  expect(first).toMatchObject({ count: 27, pageCount: 2 });
});
