import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { projectIndicators } from "~/features/outcomes/indicators.queries.server";
import { recordMeasurement } from "~/features/outcomes/measurements/measurements.commands.server";
import { showMeasurements } from "~/features/outcomes/measurements/measurements.queries.server";
import { measurementForm } from "~/features/outcomes/measurements/measurements.schema";
import { makeAccount } from "../../factories/account";
import { makeIndicator } from "../../factories/indicator";
import { makeProject } from "../../factories/project";
import { makeViewer } from "../../factories/viewer";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();

const today = "2013-07-02";

async function makeManagedProject() {
  const project = await makeProject(db);
  const account = await makeAccount(db, { name: "Petra Projekt" });
  const viewer = makeViewer({
    accountId: account.id,
    roles: ["project_manager"],
    managedProjectIds: [project.id],
  });
  return { project, viewer };
}

function measurement(given: { value?: number; measuredOn?: string; agreed?: string } = {}) {
  const form = { submissionId: randomUUID(), note: "", agreed: "" };
  return { ...form, measuredOn: today, value: 12, ...given };
}

test("indicators stand in order with plan, actual and progress as of the day", async () => {
  const { project } = await makeManagedProject();
  await makeIndicator(db, {
    projectId: project.id,
    targets: [["2014-01-01", 365]],
    measured: [
      ["2013-03-01", 100],
      ["2013-07-02", 50.5],
      ["2013-07-03", 1000],
    ],
  });
  await makeIndicator(db, {
    projectId: project.id,
    cumulation: "latest",
    baseline: 26,
    targets: [["2013-07-02", 12]],
    measured: [["2013-06-01", 15.5]],
  });
  await makeIndicator(db, { projectId: project.id, cumulation: "average" });
  const [sum, latest, none] = await projectIndicators(db, { projectId: project.id, asOf: today });
  expect(sum).toMatchObject({ actual: 150.5, plan: 182, band: "behind", measuredOn: today });
  expect(latest).toMatchObject({ actual: 15.5, on: "2013-06-01", plan: 14.4, band: "on-track" });
  expect(none).toMatchObject({ actual: null, plan: 0, ratio: null, band: "not-due" });
});

test("a measurement is recorded once, by name, with a trail", async () => {
  const { project, viewer } = await makeManagedProject();
  const indicator = await makeIndicator(db, { projectId: project.id });
  const place = { code: project.code, indicatorId: indicator.id };
  const input = { ...measurement(), ...place };
  const id = await recordMeasurement(db, viewer, input, today);
  expect(await recordMeasurement(db, viewer, input, today)).toBe(id);

  const page = { code: project.code, id: indicator.id, page: 1, today };
  const view = await showMeasurements(db, viewer, page);
  expect(view.measurements).toMatchObject([
    { measuredOn: today, value: 12, recordedBy: "Petra Projekt" },
  ]);
  expect(view.indicator).toMatchObject({ actual: 12 });
  expect(await db.auditEvent.findMany({ where: { subjectId: id } })).toMatchObject([
    { action: "measurement.record", detail: { value: 12, measuredOn: today } },
  ]);
});

test("a day ahead, or before the baseline, is refused by its field", async () => {
  const { project, viewer } = await makeManagedProject();
  const indicator = await makeIndicator(db, { projectId: project.id });
  const record = (measuredOn: string) =>
    recordMeasurement(
      db,
      viewer,
      { ...measurement({ measuredOn }), code: project.code, indicatorId: indicator.id },
      today,
    );
  await expect(record("2013-07-03")).rejects.toMatchObject({
    fields: { measuredOn: { key: "outcomes.errors.dayAhead" } },
  });
  await expect(record("2012-12-31")).rejects.toMatchObject({
    fields: { measuredOn: { key: "outcomes.errors.dayBeforeBaseline" } },
  });
  expect(await db.measurement.count({ where: { indicatorId: indicator.id } })).toBe(0);
});

test("a computed indicator, and another project's, take no measurements", async () => {
  const { project, viewer } = await makeManagedProject();
  const computed = await makeIndicator(db, { projectId: project.id, source: "hand-overs" });
  const foreign = await makeIndicator(db, { projectId: (await makeProject(db)).id });
  for (const { id } of [computed, foreign]) {
    await expect(
      recordMeasurement(
        db,
        viewer,
        { ...measurement(), code: project.code, indicatorId: id },
        today,
      ),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(
      showMeasurements(db, viewer, { code: project.code, id, page: 1, today }),
    ).rejects.toMatchObject({ code: "not-found" });
  }
});

test("only those who work in the project record; an administrator looks", async () => {
  const { project } = await makeManagedProject();
  const indicator = await makeIndicator(db, { projectId: project.id });
  const administrator = makeViewer({
    authorityId: project.authorityId,
    roles: ["administrator"],
  });
  const page = { code: project.code, id: indicator.id, page: 1, today };
  await expect(showMeasurements(db, administrator, page)).resolves.toMatchObject({
    project: { mayChange: false },
  });
  for (const viewer of [administrator, makeViewer({ roles: ["project_manager"] })]) {
    await expect(
      recordMeasurement(
        db,
        viewer,
        { ...measurement(), code: project.code, indicatorId: indicator.id },
        today,
      ),
    ).rejects.toMatchObject({ code: "not-found" });
  }
});

test.each([
  { typed: "1 234,5", value: 1234.5 },
  { typed: "7.25", value: 7.25 },
  { typed: "−3", value: -3 },
  { typed: "", fault: "errors.required" },
  { typed: "1e9", fault: "outcomes.errors.valueUnreadable" },
  { typed: "1.234", fault: "outcomes.errors.valueDecimals" },
  { typed: "9999999999999", fault: "errors.tooLarge" },
])("the value $typed", ({ typed, value, fault }) => {
  const read = measurementForm.safeParse({
    submissionId: randomUUID(),
    measuredOn: "2013-07-02",
    value: typed,
    note: "",
  });
  if (fault) expect(read.error?.issues.map(({ message }) => message)).toEqual([fault]);
  else expect(read.data?.value).toBe(value);
});
