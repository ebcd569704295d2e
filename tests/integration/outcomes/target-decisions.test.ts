import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { noteReported } from "~/features/funding/reported/reported-periods.commands.server";
import { projectIndicators } from "~/features/outcomes/indicators.queries.server";
import { showIndicatorForm } from "~/features/outcomes/set-up/indicator-form.queries.server";
import type { IndicatorInput } from "~/features/outcomes/set-up/indicator-form.schema";
import { saveIndicator } from "~/features/outcomes/set-up/indicators.commands.server";
import { toDbDate } from "~/terms/day";
import { makeIndicator } from "../../factories/indicator";
import { makeSetUpProject } from "../../factories/set-up-project";
import { testDatabase } from "../../support/database";
import { questionOf } from "../../support/question-of";

const { db } = await testDatabase();

const today = "2013-09-01";

async function makeTargeted() {
  const { project, manager } = await makeSetUpProject(db);
  const projectId = project.id;
  const { id, unit, name } = await makeIndicator(db, { projectId, targets: [["2013-12-31", 100]] });
  const save = (
    target: number,
    since: Partial<Pick<IndicatorInput, "targetsSince" | "decidedOn" | "agreed">> = {},
  ) =>
    saveIndicator(
      db,
      manager,
      {
        ...{
          submissionId: randomUUID(),
          code: project.code,
          id,
          name,
          unit,
          seen: "",
          agreed: "",
        },
        ...{ direction: "higher", cumulation: "sum", source: "typed" },
        ...{ baseline: 0, baselineOn: "2013-01-01", targetsSince: null, decidedOn: null },
        rows: target === 0 ? [] : [{ number: 0, dueOn: "2013-12-31", target }],
        ...since,
      },
      { today, sharedReports: async () => [] },
    );
  const targetOn = async (asOf: string) => {
    const [view] = await projectIndicators(db, { projectId, asOf });
    return view?.targets.map(({ value, decidedOn }) => [value, decidedOn]);
  };
  return { project, manager, id, save, targetOn };
}

test("a report takes the targets that were decided by its last day", async () => {
  const { id, save, targetOn } = await makeTargeted();
  await save(150, { targetsSince: "decided", decidedOn: "2013-06-01" });
  await save(200, { targetsSince: "decided", decidedOn: "2013-08-01" });
  expect(await targetOn("2013-05-31")).toEqual([[100, null]]);
  expect(await targetOn("2013-06-01")).toEqual([[150, "2013-06-01"]]);
  expect(await targetOn("2013-07-31")).toEqual([[150, "2013-06-01"]]);
  expect(await targetOn("2014-06-01")).toEqual([[200, "2013-08-01"]]);
  expect(await db.indicatorTarget.count({ where: { indicatorId: id, withdrawnAt: null } })).toBe(3);
  const [, change] = await db.auditEvent.findMany({ where: { subjectId: id } });
  expect(change?.detail).toMatchObject({
    targets: {
      ...{ step: "replacement", decidedOn: "2013-08-01" },
      before: [{ value: 150 }],
      after: [{ value: 200 }],
    },
  });
});

test("targets that were wrong from the start are others on every day, and kept", async () => {
  const { id, save, targetOn } = await makeTargeted();
  await save(150, { targetsSince: "start" });
  expect(await targetOn("2013-02-01")).toEqual([[150, null]]);
  const rows = await db.indicatorTarget.findMany({ where: { indicatorId: id } });
  expect(rows.map(({ withdrawnAt }) => withdrawnAt === null).sort()).toEqual([false, true]);
});

test("a decision touches the targets in force, and none that was wrong or is replaced already", async () => {
  const { id, save } = await makeTargeted();
  const stored = async () =>
    new Map(
      (await db.indicatorTarget.findMany({ where: { indicatorId: id } })).map((row) => [
        Number(row.value),
        row,
      ]),
    );
  await save(150, { targetsSince: "start" });
  const wrong = (await stored()).get(100);
  await save(200, { targetsSince: "decided", decidedOn: "2013-06-01" });
  const replaced = (await stored()).get(150);
  expect(replaced).toMatchObject({ replacedOn: toDbDate("2013-06-01"), withdrawnAt: null });
  await save(210, { targetsSince: "decided", decidedOn: "2013-07-01" });
  await save(220, { targetsSince: "start" });
  const now = await stored();
  expect([now.get(100), now.get(150)]).toEqual([wrong, replaced]);
  expect([now.get(210)?.withdrawnAt, now.get(220)?.withdrawnAt]).toEqual([expect.any(Date), null]);
});

test("where nothing is said a change is decided today, and saving again changes nothing", async () => {
  const { id, save, targetOn, project, manager } = await makeTargeted();
  await save(150);
  await save(150, { targetsSince: "start" });
  expect(await targetOn("2013-08-31")).toEqual([[100, null]]);
  expect(await targetOn(today)).toEqual([[150, today]]);
  expect(await db.indicatorTarget.count({ where: { indicatorId: id } })).toBe(2);
  const asked = { code: project.code, id, language: "sv" as const, today };
  expect(await showIndicatorForm(db, manager, asked)).toMatchObject({
    values: { target0: "150", targetsSince: "decided", decidedOn: today },
    earlierTargets: [{ value: 100, replacedOn: today }],
  });
});

test("taking targets away is a decision too", async () => {
  const { save, targetOn } = await makeTargeted();
  await save(0, { decidedOn: "2013-03-01" });
  expect(await targetOn("2013-02-28")).toEqual([[100, null]]);
  expect(await targetOn("2013-03-01")).toEqual([]);
  await save(90, { decidedOn: "2013-04-01" });
  expect(await targetOn("2013-03-31")).toEqual([]);
  expect(await targetOn("2013-04-01")).toEqual([[90, "2013-04-01"]]);
});

test("a decision ahead, or before the one in force, is refused by its field", async () => {
  const { save } = await makeTargeted();
  await expect(save(150, { decidedOn: "2013-09-02" })).rejects.toMatchObject({
    fields: { decidedOn: { key: "outcomes.errors.decidedAhead" } },
  });
  await save(150, { decidedOn: "2013-06-01" });
  await expect(save(200, { decidedOn: "2013-05-31" })).rejects.toMatchObject({
    fields: {
      decidedOn: { key: "outcomes.errors.decidedBefore", values: { date: "2013-06-01" } },
    },
  });
});

test("the database refuses two targets of one day in force at once", async () => {
  const { id } = await makeTargeted();
  const decide = (decidedOn: string, replacedOn: string | null) =>
    db.indicatorTarget.create({
      data: {
        ...{ indicatorId: id, dueOn: toDbDate("2013-12-31"), value: 1 },
        decidedOn: toDbDate(decidedOn),
        replacedOn: replacedOn && toDbDate(replacedOn),
      },
    });
  await expect(decide("2013-06-01", null)).rejects.toThrow("indicator_target_once");
  await db.indicatorTarget.updateMany({
    where: { indicatorId: id },
    data: { replacedOn: toDbDate("2013-06-01") },
  });
  await expect(decide("2013-05-31", "2013-06-02")).rejects.toThrow("indicator_target_once");
  await expect(decide("2013-06-01", "2013-06-01")).rejects.toThrow("indicator_target_decided");
  await decide("2013-06-01", null);
});

test("targets that a funder has read otherwise are asked about, those decided later are not", async () => {
  const { project, save } = await makeTargeted();
  const period = { startsOn: "2013-01-01", endsBefore: "2013-07-01" };
  await db.$transaction((tx) =>
    noteReported(tx, { projectId: project.id, reportId: randomUUID(), period }),
  );
  await questionOf(save(120, { targetsSince: "decided", decidedOn: "2013-06-30" }));
  await save(120, { targetsSince: "decided", decidedOn: "2013-07-01" });
  const correction = { targetsSince: "start" } as const;
  await save(130, correction);
  const earlier = await makeTargeted();
  await db.$transaction((tx) =>
    noteReported(tx, { projectId: earlier.project.id, reportId: randomUUID(), period }),
  );
  const { touched, mark } = await questionOf(earlier.save(150, correction));
  expect(touched).toMatchObject([
    { key: "outcomes.errors.targetsRead", values: { count: 1, to: "2013-06-30" } },
  ]);
  // Said of these targets, it is not said of others.
  await questionOf(earlier.save(160, { ...correction, agreed: mark }));
  await earlier.save(150, { ...correction, agreed: mark });
  expect(await earlier.targetOn("2013-06-30")).toEqual([[150, null]]);
});
