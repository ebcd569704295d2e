import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { IndicatorInput } from "~/features/outcomes/set-up/indicator-form.schema";
import { saveIndicator } from "~/features/outcomes/set-up/indicators.commands.server";
import { storedIndicator } from "~/features/outcomes/set-up/stored-indicator.server";
import { sharedReports } from "~/features/reports/published-reports.queries.server";
import { makeIndicator } from "../../factories/indicator";
import { makeReport } from "../../factories/report";
import { makeSetUpProject } from "../../factories/set-up-project";
import { testDatabase } from "../../support/database";
import { questionOf } from "../../support/question-of";

const { db } = await testDatabase();

async function makeMeasured(given: { source?: string; measured?: [string, number][] } = {}) {
  const { project, manager } = await makeSetUpProject(db);
  const measured: [string, number][] = [
    ["2013-02-01", 1],
    ["2013-04-01", 2],
  ];
  const { id } = await makeIndicator(db, { projectId: project.id, measured, ...given });
  const save = (input: Partial<IndicatorInput>) =>
    saveIndicator(
      db,
      manager,
      {
        ...{ submissionId: randomUUID(), code: project.code, id, seen: "", agreed: "" },
        ...{ name: "Kontakter", unit: "kontakter", direction: "higher", cumulation: "sum" },
        ...{ source: "typed", baseline: 0, baselineOn: "2013-01-01" },
        ...{ targetsSince: null, decidedOn: null, rows: [], ...input },
      },
      { today: "2013-09-01", sharedReports },
    );
  return { project, id, save };
}

test.each([
  { unit: "procent" },
  { cumulation: "average" as const },
  { direction: "lower" as const },
  { baseline: 100 },
  { baselineOn: "2013-01-15" },
])("%o of a measured indicator is asked about, with what it touches", async (change) => {
  const { project, id, save } = await makeMeasured();
  await makeReport(db, { projectId: project.id, title: "Delredovisning 1", isShared: true });
  await makeReport(db, { projectId: project.id, title: "Utkast" });
  const { touched, mark } = await questionOf(save(change));
  expect(touched.map(({ key }) => key)).toEqual([
    ...Object.keys(change).map((part) => `outcomes.errors.meaning.${part}`),
    "outcomes.errors.meaning.measuredReported",
  ]);
  expect(touched.at(-1)?.values).toEqual({
    ...{ count: 2, first: "2013-02-01", last: "2013-04-01", reports: "Delredovisning 1" },
  });
  // Said of one change, it is not said of another.
  await questionOf(save({ unit: "samtal", direction: "lower", agreed: mark }));
  await save({ ...change, agreed: mark });
  const stored = await storedIndicator(db, { id, projectId: project.id });
  expect(stored).toMatchObject(change);
});

test("what means the same, or has no figures yet, is not asked about", async () => {
  const { save } = await makeMeasured();
  await save({ name: "Andra kontakter" });
  const nothing = await makeMeasured({ measured: [] });
  await nothing.save({ unit: "procent", cumulation: "latest", source: "hand-overs" });
});

test("a measured indicator can't be computed, whatever is said; a computed one is asked about", async () => {
  const { save } = await makeMeasured();
  await expect(save({ source: "hand-overs", agreed: "" })).rejects.toMatchObject({
    fields: { source: { key: "outcomes.errors.sourceMeasured" } },
  });
  const computed = await makeMeasured({ source: "hand-overs", measured: [] });
  const question = await questionOf(computed.save({ source: "trained-people" }));
  expect(question.touched.at(-1)?.key).toBe("outcomes.errors.meaning.computedHere");
  await computed.save({ source: "trained-people", agreed: question.mark });
});

test("measurements that were taken away ask about nothing", async () => {
  const { id, save } = await makeMeasured();
  await db.measurement.updateMany({
    where: { indicatorId: id },
    data: { withdrawnAt: new Date() },
  });
  await save({ unit: "procent", source: "reach-percent" });
});

test("what is planned alone is asked about once a funder has read it", async () => {
  const { project, save } = await makeMeasured({ measured: [] });
  await save({ baseline: 5 });
  await makeReport(db, { projectId: project.id, title: "Delredovisning 1", isShared: true });
  const { touched, mark } = await questionOf(save({ baseline: 7 }));
  expect(touched).toEqual([
    { key: "outcomes.errors.meaning.baseline", values: { before: 5, after: 7 } },
    {
      key: "outcomes.errors.meaning.plannedReported",
      values: { reports: "Delredovisning 1" },
    },
  ]);
  await save({ baseline: 7, agreed: mark });
});
