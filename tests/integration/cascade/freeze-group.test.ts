import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { freezeGroup } from "~/features/cascade/groups/freeze-group.commands.server";
import {
  requiredGroups,
  showFreezing,
} from "~/features/cascade/groups/required-groups.queries.server";
import { projectCascadeFigures } from "~/features/cascade/spread/project-figures.queries.server";
import { noteReported } from "~/features/funding/reported/reported-periods.commands.server";
import { toDbDate } from "~/terms/day";
import { makeCompetence } from "../../factories/competence";
import { letLeave, makePerson } from "../../factories/person";
import { makeRequirement } from "../../factories/requirement";
import { makeSetUpProject } from "../../factories/set-up-project";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";
import { testDatabase } from "../../support/database";
import { outcomeOf } from "../../support/outcome-of";
import { questionOf } from "../../support/question-of";

const { db } = await testDatabase();

const day = "2013-02-01";
const today = "2013-10-01";

/**
 * A project whose unit has one below it; the unit requires a method until May, and on one day three
 * people should have it.
 */
async function makeRequiringProject() {
  const { project, manager } = await makeSetUpProject(db);
  const { authorityId } = project;
  const unit = { id: project.unitId, authorityId };
  const below = await makeUnit(db, { authorityId, parentId: unit.id });
  const elsewhere = await makeUnit(db, { authorityId });
  const { id: competenceId } = await makeCompetence(db, { authorityId });
  await makeRequirement(db, {
    ...{ unitId: unit.id, competenceId, level: 3 },
    ...{ startsOn: "2013-01-15", endsBefore: "2013-05-01" },
  });
  const people = await Promise.all([
    makePerson(db, { unit, givenName: "Ann", familyName: "Alm" }),
    makePerson(db, { unit: below, givenName: "Bo", familyName: "Björk" }),
    makePerson(db, { unit, givenName: "Cia", familyName: "Ceder", leftOn: "2013-02-02" }),
  ]);
  await makePerson(db, { unit, leftOn: day });
  await makePerson(db, { unit, joinedOn: "2013-02-02" });
  await makePerson(db, { unit: elsewhere });
  const seenFor = async (asked: { competenceId: string; day: string | null }) => {
    const place = { code: project.code, day: asked.day, today };
    const { groups } = await showFreezing(db, manager, place);
    return groups.find((group) => group.competenceId === asked.competenceId)?.seen ?? "";
  };
  const freeze = async (given: Partial<Parameters<typeof freezeGroup>[2]> = {}, on = today) => {
    const asked = { competenceId, submissionId: randomUUID(), day, ...given };
    const answer = { seen: await seenFor(asked), agreed: "", reason: "" };
    return freezeGroup(db, manager, { code: project.code, ...answer, ...asked }, on);
  };
  return { project, manager, competenceId, freeze, ids: people.map(({ id }) => id) };
}

test("the group is the chosen day's people of the requirement, units below included", async () => {
  const { project, manager, competenceId, freeze, ids } = await makeRequiringProject();
  const { code } = project;
  const shown = await showFreezing(db, manager, { code, day, today });
  const people = ["Ann Alm", "Bo Björk", "Cia Ceder"];
  expect(shown).toMatchObject({ day, refusal: null, groups: [{ competenceId, people }] });
  const submissionId = randomUUID();
  const groupId = await freeze({ submissionId });
  expect(await freeze({ submissionId })).toBe(groupId);
  const members = await db.groupMember.findMany({ where: { groupId } });
  expect(members.map(({ personId }) => personId).sort()).toEqual(ids.sort());
  expect(await requiredGroups(db, { projectId: project.id, day: today, today })).toMatchObject([
    { people: [], frozen: { on: day, people: 3 } },
  ]);
});

test("the project's first day is offered, and is meant where no day is said", async () => {
  const { project, manager, freeze } = await makeRequiringProject();
  const first = "2013-01-20";
  const early = { startsOn: toDbDate(first) };
  await db.project.update({ where: { id: project.id }, data: early });
  const { code } = project;
  expect((await showFreezing(db, manager, { code, day: null, today })).day).toBe(first);
  const id = await freeze({ day: null });
  expect(await db.frozenGroup.findUnique({ where: { id } })).toMatchObject({
    frozenOn: toDbDate(first),
  });
});

test("a day ahead, or after the project, freezes nothing; nor does one on which nobody should", async () => {
  const { project, freeze } = await makeRequiringProject();
  const refusals = [
    [await outcomeOf(freeze({ day: "2013-10-02" })), { day: "cascade.freeze.refusal.ahead" }],
    [
      await outcomeOf(freeze({ day: "2031-01-01" }, "2031-02-01")),
      { day: "cascade.freeze.refusal.over" },
    ],
    [await outcomeOf(freeze({ day: "2013-01-14" })), { form: "cascade.freeze.nobody" }],
    [await outcomeOf(freeze({ day: "2013-05-01" })), { form: "cascade.freeze.nobody" }],
  ];
  for (const [refusal, expected] of refusals) expect(refusal).toEqual(expected);
  expect(await db.frozenGroup.count({ where: { projectId: project.id } })).toBe(0);
});

test("a method that is required today is shown for a day on which it wasn't", async () => {
  const { project, manager, competenceId } = await makeRequiringProject();
  const { code } = project;
  await makeRequirement(db, {
    ...{ unitId: project.unitId, competenceId },
    startsOn: "2013-09-01",
  });
  const shown = await showFreezing(db, manager, { code, day: "2013-08-01", today });
  expect(shown.groups).toMatchObject([{ competenceId, people: [], frozen: null }]);
});

test("reach is measured from the day on that the group is frozen for, whoever leaves", async () => {
  const { project, freeze } = await makeRequiringProject();
  await freeze({ day: "2013-02-01" });
  const groupOn = async (asOf: string) => {
    const { methods, reachPercent } = await projectCascadeFigures(db, project.id, asOf);
    return [methods[0]?.reach.denominator, reachPercent];
  };
  expect([
    await groupOn("2013-01-31"),
    await groupOn("2013-02-01"),
    await groupOn("2013-12-01"),
  ]).toEqual([
    [undefined, null],
    [3, 0],
    [3, 0],
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
    expect(await outcomeOf(freeze({ competenceId }))).toEqual({ form: "cascade.freeze.nobody" });
  }
});

test("those who can't set the project up freeze nothing", async () => {
  const { project, competenceId } = await makeRequiringProject();
  const employee = makeViewer({ roles: ["employee"], authorityId: project.authorityId });
  const { code } = project;
  const input = { code, competenceId, submissionId: randomUUID(), day, seen: "" };
  expect(
    await outcomeOf(freezeGroup(db, employee, { ...input, agreed: "", reason: "" }, today)),
  ).toBe("not-found");
  expect(await outcomeOf(showFreezing(db, employee, { code, day, today }))).toBe("not-found");
  expect(await db.frozenGroup.count({ where: { projectId: project.id } })).toBe(0);
});

test("for a day that a funder has read of a group is frozen with a reason", async () => {
  const { project, freeze } = await makeRequiringProject();
  const { id: projectId } = project;
  const read = (startsOn: string, endsBefore: string) =>
    db.$transaction((tx) =>
      noteReported(tx, { projectId, reportId: randomUUID(), period: { startsOn, endsBefore } }),
    );
  await read("2013-01-01", "2013-02-01");
  await read("2013-01-15", "2013-02-02");
  const { touched, mark, needed } = await questionOf(freeze());
  expect(touched).toMatchObject([
    { key: "cascade.freeze.people", values: { count: 3, date: day } },
    { key: "funding.touched.read", values: { count: 1, from: "2013-01-15", to: day } },
  ]);
  expect(Object.keys(needed)).toEqual(["reason"]);
  const id = await freeze({ agreed: mark, reason: "Glömdes" });
  const trail = await db.auditEvent.findFirst({ where: { subjectId: id } });
  expect(trail?.detail).toMatchObject({ day, reason: "Glömdes" });
});

test("a group isn't frozen with other people than the form named", async () => {
  const { project, manager, freeze, ids } = await makeRequiringProject();
  const { groups } = await showFreezing(db, manager, { code: project.code, day, today });
  await letLeave(db, ids[0] ?? "", "2013-01-20");
  const before = { seen: groups[0]?.seen ?? "" };
  expect(await outcomeOf(freeze(before))).toEqual({ form: "organisation.changedMeanwhile" });
  expect(await db.groupMember.count({ where: { groupId: await freeze() } })).toBe(2);
});
