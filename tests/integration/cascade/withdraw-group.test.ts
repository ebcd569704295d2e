import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { listGroups } from "~/features/cascade/groups/cascade-groups.queries.server";
import { freezeGroup } from "~/features/cascade/groups/freeze-group.commands.server";
import { requiredGroups } from "~/features/cascade/groups/required-groups.queries.server";
import { restoreGroup } from "~/features/cascade/groups/restore-group.commands.server";
import { withdrawnGroups } from "~/features/cascade/groups/withdrawn-groups.queries.server";
import { withdrawGroup } from "~/features/cascade/groups/withdraw-group.commands.server";
import { showGroupWithdrawal } from "~/features/cascade/groups/withdraw-group.queries.server";
import { projectCascadeFigures } from "~/features/cascade/spread/project-figures.queries.server";
import { seenState } from "~/features/organisation/seen-state.server";
import { noteReported } from "~/features/funding/reported/reported-periods.commands.server";
import { makeCompetence } from "../../factories/competence";
import { makePerson } from "../../factories/person";
import { makeRequirement } from "../../factories/requirement";
import { makeSetUpProject } from "../../factories/set-up-project";
import { makeViewer } from "../../factories/viewer";
import { testDatabase } from "../../support/database";
import { outcomeOf } from "../../support/outcome-of";
import { questionOf } from "../../support/question-of";

const { db } = await testDatabase();

const today = "2013-10-01";
const wrongDay = "2013-02-01";

/** A project with one group, frozen for a wrong day. */
async function makeMistake() {
  const { project, manager } = await makeSetUpProject(db);
  const { code, id: projectId, authorityId } = project;
  const unit = { id: project.unitId, authorityId };
  const { id: competenceId } = await makeCompetence(db, { authorityId, name: "Källkritik" });
  await makeRequirement(db, { unitId: unit.id, competenceId, startsOn: "2013-01-01" });
  const { id: personId } = await makePerson(db, { unit });
  const freeze = (day: string) => {
    const answer = {
      submissionId: randomUUID(),
      seen: seenState([personId]),
      agreed: "",
      reason: "",
    };
    return freezeGroup(db, manager, { code, competenceId, day, ...answer }, today);
  };
  const id = await freeze(wrongDay);
  const withdraw = (yes: { agreed?: string; reason?: string } = {}, viewer = manager) =>
    withdrawGroup(
      db,
      viewer,
      { code, id, submissionId: randomUUID(), agreed: "", reason: "", ...yes },
      today,
    );
  return { project, projectId, manager, competenceId, personId, id, freeze, withdraw };
}

test("a group of a wrong day never was, on any day, and the right one can be frozen", async () => {
  const { projectId, manager, competenceId, personId, id, freeze, withdraw } = await makeMistake();
  const { touched, mark } = await questionOf(withdraw());
  expect(touched).toEqual([
    {
      key: "cascade.unfreeze.people",
      values: { name: "Källkritik", count: 1, date: wrongDay },
    },
    { key: "cascade.unfreeze.method", values: { name: "Källkritik" } },
  ]);
  await withdraw({ agreed: mark });
  const told = async (day: string) => {
    const methods = await db.$queryRaw<{ day: string }[]>`
      select to_char(frozen_on, 'YYYY-MM-DD') as day from frozen_methods(${projectId}::uuid)
      union all select 'method' from methods_of(${projectId}::uuid, ${day}::date)
      union all select 'member' from frozen_for(${projectId}::uuid, ${day}::date)
      union all select 'day' from frozen_days_of(${personId}::uuid)`;
    return methods.map(({ day: said }) => said);
  };
  for (const day of [wrongDay, today]) expect(await told(day)).toEqual([]);
  expect((await projectCascadeFigures(db, projectId, today)).methods).toEqual([]);
  expect((await listGroups(db, manager, today)).projects).toEqual([]);
  const groups = () => requiredGroups(db, { projectId, day: today, today });
  expect(await groups()).toMatchObject([{ competenceId, frozen: null }]);
  // The row stays, with its people, and the trail says what was.
  expect(await db.groupMember.count({ where: { groupId: id } })).toBe(1);
  expect(await db.auditEvent.findMany({ where: { subjectId: id } })).toMatchObject([
    { action: "group.freeze" },
    {
      action: "group.withdraw",
      detail: {
        projectId,
        competenceId,
        before: { day: wrongDay, people: [personId] },
        after: null,
      },
    },
  ]);

  const right = await freeze("2013-03-01");
  expect(await groups()).toMatchObject([{ frozen: { id: right, on: "2013-03-01", people: 1 } }]);
  expect(await told(wrongDay)).toEqual(["2013-03-01", "day"]);
  expect(await outcomeOf(freeze("2013-04-01"))).toEqual({ form: "cascade.freeze.already" });
  await expect(
    db.frozenGroup.create({ data: { projectId, competenceId, frozenOn: new Date("2013-05-01") } }),
  ).rejects.toThrow();
});

test("what a funder has read of it is taken back with a reason", async () => {
  const { projectId, id, withdraw } = await makeMistake();
  const period = { startsOn: "2013-01-01", endsBefore: "2013-07-01" };
  await db.$transaction((tx) => noteReported(tx, { projectId, reportId: randomUUID(), period }));
  const { touched, mark, needed } = await questionOf(withdraw());
  expect(touched.at(-1)).toMatchObject({ key: "funding.touched.read", values: { count: 1 } });
  expect(Object.keys(needed)).toEqual(["reason"]);
  await questionOf(withdraw({ agreed: mark }));
  await withdraw({ agreed: mark, reason: "Fel dag" });
  const trail = await db.auditEvent.findFirst({
    where: { subjectId: id, action: "group.withdraw" },
  });
  expect(trail?.detail).toMatchObject({ reason: "Fel dag" });
});

test("what is taken back already, another project's, or not the viewer's gets 404", async () => {
  const { project, manager, id, withdraw } = await makeMistake();
  const other = await makeMistake();
  const code = other.project.code;
  const stranger = makeViewer({ roles: ["employee"], authorityId: project.authorityId });
  expect(await outcomeOf(withdraw({}, stranger))).toBe("not-found");
  const show = (place: { code: string; id: string }, viewer = manager) =>
    outcomeOf(showGroupWithdrawal(db, viewer, { ...place, today }));
  expect(await show({ code, id }, other.manager)).toBe("not-found");
  expect(await show({ code: project.code, id })).toBe("done");
  await withdraw({ agreed: (await questionOf(withdraw())).mark });
  expect(await show({ code: project.code, id })).toBe("not-found");
  expect(await outcomeOf(withdraw())).toBe("not-found");
});

test("a group that was taken back is listed and stands again, unless another does", async () => {
  const { project, projectId, manager, id, freeze, withdraw } = await makeMistake();
  const figures = () => projectCascadeFigures(db, projectId, today);
  const before = await figures();
  await withdraw({ agreed: (await questionOf(withdraw())).mark });
  expect(await withdrawnGroups(db, projectId)).toMatchObject([
    { id, name: "Källkritik", isReplaced: false },
  ]);
  const restore = (agreed = "") =>
    restoreGroup(db, manager, {
      ...{ code: project.code, id, submissionId: randomUUID(), agreed, reason: "" },
    });
  const { mark } = await questionOf(restore());
  await restore(mark);
  expect(await figures()).toEqual(before);
  expect(await withdrawnGroups(db, projectId)).toEqual([]);
  await withdraw({ agreed: (await questionOf(withdraw())).mark });
  await freeze("2013-03-01");
  expect(await withdrawnGroups(db, projectId)).toMatchObject([{ id, isReplaced: true }]);
  expect(await outcomeOf(restore(mark))).toBe("conflict");
});
