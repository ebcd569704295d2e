import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { freezeGroup } from "~/features/cascade/groups/freeze-group.commands.server";
import {
  requiredGroups,
  showFreezing,
} from "~/features/cascade/groups/required-groups.queries.server";
import { makeCompetence } from "../../factories/competence";
import { makePerson } from "../../factories/person";
import { makeSetUpProject } from "../../factories/set-up-project";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();

const today = "2013-02-01";

/** A project whose unit has one below it; the unit requires a method, three should have it. */
async function makeRequiringProject() {
  const { project, manager } = await makeSetUpProject(db);
  const { authorityId } = project;
  const unit = { id: project.unitId, authorityId };
  const below = await makeUnit(db, { authorityId, parentId: unit.id });
  const elsewhere = await makeUnit(db, { authorityId });
  const { id: competenceId } = await makeCompetence(db, { authorityId });
  await db.requirement.create({
    data: { unitId: unit.id, competenceId, level: 3, minHolders: 1, minCarriers: 1 },
  });
  const people = await Promise.all([
    makePerson(db, { unit }),
    makePerson(db, { unit: below }),
    makePerson(db, { unit, leftOn: "2013-02-02" }),
  ]);
  await makePerson(db, { unit, leftOn: today });
  await makePerson(db, { unit, joinedOn: "2013-02-02" });
  await makePerson(db, { unit: elsewhere });
  const freeze = (given: { competenceId?: string; submissionId?: string } = {}) =>
    freezeGroup(
      db,
      manager,
      { code: project.code, competenceId, submissionId: randomUUID(), ...given },
      today,
    );
  return { project, manager, competenceId, freeze, ids: people.map(({ id }) => id) };
}

test("the group is today's people of the requirement, units below included", async () => {
  const { project, competenceId, freeze, ids } = await makeRequiringProject();
  const asked = { projectId: project.id, today };
  expect(await requiredGroups(db, asked)).toMatchObject([
    { competenceId, people: 3, frozen: null },
  ]);
  const submissionId = randomUUID();
  const groupId = await freeze({ submissionId });
  expect(await freeze({ submissionId })).toBe(groupId);
  const members = await db.groupMember.findMany({ where: { groupId } });
  expect(members.map(({ personId }) => personId).sort()).toEqual(ids.sort());
  const later = { ...asked, today: "2013-02-03" };
  expect(await requiredGroups(db, later)).toMatchObject([
    { people: 3, frozen: { on: today, people: 3 } },
  ]);
});

test("a group is frozen once, also by two at once", async () => {
  const { project, freeze } = await makeRequiringProject();
  const ended = await Promise.allSettled([freeze(), freeze()]);
  expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(ended.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { fields: { form: { key: "cascade.freeze.already" } } },
  });
  expect(await db.frozenGroup.count({ where: { projectId: project.id } })).toBe(1);
});

test("a method that nobody is required to have has no group", async () => {
  const { project, freeze } = await makeRequiringProject();
  const other = await makeCompetence(db, { authorityId: project.authorityId });
  for (const competenceId of [other.id, randomUUID()]) {
    await expect(freeze({ competenceId })).rejects.toMatchObject({
      fields: { form: { key: "cascade.freeze.nobody" } },
    });
  }
});

test("those who can't set the project up freeze nothing", async () => {
  const { project, competenceId } = await makeRequiringProject();
  const employee = makeViewer({ roles: ["employee"], authorityId: project.authorityId });
  const { code } = project;
  const input = { code, competenceId, submissionId: randomUUID() };
  await expect(freezeGroup(db, employee, input, today)).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(showFreezing(db, employee, { code, today })).rejects.toMatchObject({
    code: "not-found",
  });
  expect(await db.frozenGroup.count({ where: { projectId: project.id } })).toBe(0);
});
