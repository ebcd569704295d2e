import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { noteReported } from "~/features/funding/reported/reported-periods.commands.server";
import { projectIndicators } from "~/features/outcomes/indicators.queries.server";
import { showMeasurement } from "~/features/outcomes/measurements/measurement-form.queries.server";
import { recordMeasurement } from "~/features/outcomes/measurements/measurements.commands.server";
import { showMeasurements } from "~/features/outcomes/measurements/measurements.queries.server";
import { showIndicatorForm } from "~/features/outcomes/set-up/indicator-form.queries.server";
import { restoreIndicator } from "~/features/outcomes/set-up/restore-indicator.commands.server";
import { withdrawIndicator } from "~/features/outcomes/set-up/withdraw-indicator.commands.server";
import { showIndicatorWithdrawal } from "~/features/outcomes/set-up/withdraw-indicator.queries.server";
import { showSetUp } from "~/overviews/project/project-set-up.queries.server";
import { makeIndicator } from "../../factories/indicator";
import { makeSetUpProject } from "../../factories/set-up-project";
import { makeViewer } from "../../factories/viewer";
import { testDatabase } from "../../support/database";
import { outcomeOf } from "../../support/outcome-of";
import { questionOf } from "../../support/question-of";

const { db } = await testDatabase();

const today = "2013-09-01";

type Given = Omit<Parameters<typeof makeIndicator>[1], "projectId">;

/** A project with one indicator that stands and one, of the same, that was entered by mistake. */
async function makeDouble(given: Given = {}) {
  const { project, manager } = await makeSetUpProject(db);
  const { code, id: projectId } = project;
  const { id: right } = await makeIndicator(db, { projectId });
  const { id, name } = await makeIndicator(db, { projectId, ...given });
  const withdraw = (yes: { agreed?: string; reason?: string } = {}) =>
    withdrawIndicator(db, manager, {
      ...{ code, id, submissionId: randomUUID(), agreed: "", reason: "", ...yes },
    });
  return { project, projectId, code, manager, right, id, name, withdraw };
}

const full: Given = {
  targets: [
    ["2013-12-31", 50, "1900-01-01", "2013-06-01"],
    ["2013-12-31", 100, "2013-06-01"],
  ],
  measured: [
    ["2013-02-01", 4],
    ["2013-08-01", 9],
  ],
};

test("one that nothing is entered of is taken back at once, and is in nothing any more", async () => {
  const { projectId, code, manager, right, id, withdraw } = await makeDouble();
  await withdraw();
  const view = await showSetUp(db, manager, { code, today });
  expect(view.indicators.map((one) => one.id)).toEqual([right]);
  const shown = await projectIndicators(db, { projectId, asOf: today });
  expect(shown.map((one) => one.id)).toEqual([right]);
  expect(await db.indicator.count({ where: { id } })).toBe(1);
});

test("its targets and measurements are named first, and never were, on any day", async () => {
  const { projectId, code, manager, right, id, name, withdraw } = await makeDouble(full);
  const { touched, mark } = await questionOf(withdraw());
  expect(touched).toEqual([
    {
      key: "outcomes.withdraw.baseline",
      values: { unit: "kontakter", baseline: 0, date: "2013-01-01" },
    },
    { key: "outcomes.withdraw.targets", values: { count: 1 } },
    {
      key: "outcomes.withdraw.measured",
      values: { count: 2, from: "2013-02-01", to: "2013-08-01" },
    },
  ]);
  await withdraw({ agreed: mark });
  const told = await db.$queryRaw<{ id: string }[]>`
    select indicator_id as id from indicators_by(${projectId}::uuid, ${today}::date)
    union all select indicator_id from target_decisions(${projectId}::uuid)
    union all select indicator_id from measurements_until(${projectId}::uuid, ${today}::date)
    union all select under from report_rows(${projectId}::uuid, ${today}::date)
      where kind in ('indicator', 'target', 'measurement')`;
  expect(new Set(told.map((row) => row.id))).toEqual(new Set([right]));
  const days = await db.$queryRaw<unknown[]>`
    select kind from dated_outcomes(${projectId}::uuid) where kind <> 'start'`;
  expect(days).toEqual([]);
  expect(await db.measurement.count({ where: { indicatorId: id } })).toBe(2);
  expect(await db.auditEvent.findMany({ where: { subjectId: id } })).toMatchObject([
    {
      action: "indicator.withdraw",
      detail: {
        ...{ projectId, after: null },
        before: { name, unit: "kontakter", baseline: 0, baselineOn: "2013-01-01" },
      },
    },
  ]);
  const [measurement] = await db.measurement.findMany({ where: { indicatorId: id } });
  const place = { code, indicatorId: id };
  const value = { value: 1, measuredOn: "2013-08-02", note: "", agreed: "" };
  const language = "sv";
  for (const attempt of [
    () => withdraw(),
    () => showIndicatorWithdrawal(db, manager, { code, id }),
    () => showIndicatorForm(db, manager, { code, id, language, today }),
    () => showMeasurements(db, manager, { code, id, page: 1, today }),
    () =>
      showMeasurement(db, manager, {
        ...{ ...place, measurementId: measurement?.id ?? "", language, today },
      }),
    () => recordMeasurement(db, manager, { ...place, ...value, submissionId: randomUUID() }, today),
  ]) {
    expect(await outcomeOf(attempt())).toBe("not-found");
  }
});

test("what a funder has read of it is taken back with a reason", async () => {
  const { projectId, id, withdraw } = await makeDouble({ baselineOn: "2013-06-30" });
  const share = (startsOn: string, endsBefore: string) =>
    db.$transaction((tx) =>
      noteReported(tx, {
        ...{ projectId, reportId: randomUUID(), period: { startsOn, endsBefore } },
      }),
    );
  await share("2013-01-01", "2013-06-30");
  await share("2013-03-01", "2013-07-01");
  const { touched, mark, needed } = await questionOf(withdraw());
  expect(touched).toMatchObject([
    { key: "outcomes.withdraw.baseline" },
    { key: "funding.touched.read", values: { count: 1, from: "2013-03-01", to: "2013-06-30" } },
  ]);
  expect(Object.keys(needed)).toEqual(["reason"]);
  await questionOf(withdraw({ agreed: mark }));
  await withdraw({ agreed: mark, reason: "Samma som en annan" });
  const [act] = await db.auditEvent.findMany({ where: { subjectId: id } });
  expect(act?.detail).toMatchObject({ reason: "Samma som en annan" });
});

test("another project's indicator, and a viewer without the project, get 404", async () => {
  const { id, code } = await makeDouble();
  const other = await makeDouble();
  const stranger = makeViewer({ roles: ["project_manager"] });
  const form = { submissionId: randomUUID(), agreed: "", reason: "" };
  for (const attempt of [
    () => withdrawIndicator(db, other.manager, { ...form, code: other.code, id }),
    () => withdrawIndicator(db, stranger, { ...form, code, id }),
    () => showIndicatorWithdrawal(db, stranger, { code, id }),
  ]) {
    expect(await outcomeOf(attempt())).toBe("not-found");
  }
});

test("one that was taken back is listed, and stands again with all that it had", async () => {
  const { projectId, code, manager, right, id, name, withdraw } = await makeDouble(full);
  const shown = () => projectIndicators(db, { projectId, asOf: today });
  const before = await shown();
  await withdraw({ agreed: (await questionOf(withdraw())).mark });
  const view = await showSetUp(db, manager, { code, today });
  expect(view.withdrawn).toMatchObject([{ id, name, isReplaced: false }]);
  const restore = (agreed = "", one = id) =>
    restoreIndicator(db, manager, {
      ...{ code, id: one, submissionId: randomUUID(), agreed, reason: "" },
    });
  const { touched, mark } = await questionOf(restore());
  expect(touched.map(({ key }) => key)).toContain("outcomes.withdraw.measured");
  expect((await showSetUp(db, manager, { code, today })).withdrawn).toHaveLength(1);
  await restore(mark);
  expect(await shown()).toEqual(before);
  expect((await showSetUp(db, manager, { code, today })).withdrawn).toEqual([]);
  expect(await outcomeOf(restore(mark))).toBe("not-found");
  expect(await outcomeOf(restore("", right))).toBe("not-found");
});
