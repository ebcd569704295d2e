import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { projectIndicators } from "~/features/outcomes/indicators.queries.server";
import { showMeasurement } from "~/features/outcomes/measurements/measurement-form.queries.server";
import {
  correctMeasurement,
  recordMeasurement,
  withdrawMeasurement,
} from "~/features/outcomes/measurements/measurements.commands.server";
import { showMeasurements } from "~/features/outcomes/measurements/measurements.queries.server";
import { makeAccount } from "../../factories/account";
import { makeIndicator } from "../../factories/indicator";
import { makeProject } from "../../factories/project";
import { makeViewer } from "../../factories/viewer";
import { testDatabase } from "../../support/database";
import { questionOf } from "../../support/question-of";

const { db } = await testDatabase();

const today = "2013-07-02";

async function makeMeasured(measured: [string, number][], unit = "kontakter") {
  const project = await makeProject(db);
  const account = await makeAccount(db, { name: "Petra Projekt" });
  const managedProjectIds = [project.id];
  const viewer = makeViewer({ accountId: account.id, roles: ["manager"], managedProjectIds });
  const indicator = await makeIndicator(db, {
    ...{ projectId: project.id, cumulation: "latest", unit, measured },
    targets: [["2013-12-31", 100]],
  });
  const place = { code: project.code, indicatorId: indicator.id };
  const ids = await db.measurement.findMany({
    where: { indicatorId: indicator.id },
    orderBy: { enteredAt: "asc" },
  });
  const actualOn = async (asOf: string) =>
    (await projectIndicators(db, { projectId: project.id, asOf }))[0]?.actual;
  const page = () =>
    showMeasurements(db, viewer, { code: place.code, id: indicator.id, page: 1, today });
  return { viewer, place, ids: ids.map(({ id }) => id), actualOn, page };
}

const form = () => ({ submissionId: randomUUID(), note: "", agreed: "" });
const correction = (value: number, measuredOn = "2013-06-01") => ({
  ...form(),
  ...{ value, measuredOn, reason: "Siffrorna hade bytt plats" },
});

test("a correction takes the place of what was wrong, which stays with its trace", async () => {
  const { viewer, place, ids, actualOn, page } = await makeMeasured([["2013-06-01", 85]]);
  const [measurementId = ""] = ids;
  const given = { ...correction(58, "2013-05-01"), ...place, measurementId };
  const id = await correctMeasurement(db, viewer, given, today);
  expect(await correctMeasurement(db, viewer, given, today)).toBe(id);
  expect(await actualOn("2013-05-01")).toBe(58);
  expect(await actualOn("2013-06-01")).toBe(58);
  const { measurements, withdrawn } = await page();
  expect(measurements).toMatchObject([{ id, value: 58, recordedBy: "Petra Projekt" }]);
  expect(withdrawn).toMatchObject([
    {
      ...{ measuredOn: "2013-06-01", value: 85, withdrawnBy: "Petra Projekt" },
      ...{ reason: given.reason, correction: { measuredOn: "2013-05-01", value: 58 } },
    },
  ]);
  expect(await db.auditEvent.findMany({ where: { subjectId: id } })).toMatchObject([
    {
      action: "measurement.correct",
      detail: {
        ...{ replaces: measurementId, before: { measuredOn: "2013-06-01", value: 85 } },
        after: { measuredOn: "2013-05-01", value: 58 },
      },
    },
  ]);
});

test("what is withdrawn never was, on any day, and stays with its trace", async () => {
  const { viewer, place, ids, actualOn, page } = await makeMeasured([
    ["2013-05-01", 10],
    ["2013-06-01", 85],
  ]);
  const measurementId = ids[1] ?? "";
  const given = { submissionId: randomUUID(), reason: "Fel projekt", ...place, measurementId };
  await withdrawMeasurement(db, viewer, given);
  expect(await actualOn(today)).toBe(10);
  expect(await page()).toMatchObject({
    measurements: [{ value: 10 }],
    withdrawn: [{ value: 85, reason: "Fel projekt", correction: null }],
  });
  expect(await db.auditEvent.findMany({ where: { subjectId: measurementId } })).toMatchObject([
    { action: "measurement.withdraw", detail: { before: { value: 85 }, after: null } },
  ]);
});

test("of two of one day the last entered counts, also once the first is corrected", async () => {
  const { viewer, place, ids, actualOn, page } = await makeMeasured([
    ["2013-06-01", 1],
    ["2013-06-01", 2],
  ]);
  expect(await actualOn(today)).toBe(2);
  expect((await page()).measurements.map(({ value }) => value)).toEqual([2, 1]);
  const [first = "", second = ""] = ids;
  const correct = (measurementId: string, value: number) =>
    correctMeasurement(db, viewer, { ...correction(value), ...place, measurementId }, today);
  await correct(first, 7);
  expect(await actualOn(today)).toBe(2);
  await correct(second, 8);
  expect(await actualOn(today)).toBe(8);
  // What was taken away stands by when it was.
  expect((await page()).withdrawn.map(({ value }) => value)).toEqual([2, 1]);
  await recordMeasurement(
    db,
    viewer,
    { ...form(), ...place, value: 9, measuredOn: "2013-06-01" },
    today,
  );
  expect(await actualOn(today)).toBe(9);
});

test("what is gone can't be corrected or withdrawn once more; two at once leave one", async () => {
  const { viewer, place, ids, page } = await makeMeasured([["2013-06-01", 1]]);
  const [measurementId = ""] = ids;
  const correct = (value: number) =>
    correctMeasurement(db, viewer, { ...correction(value), ...place, measurementId }, today);
  const both = await Promise.allSettled([correct(2), correct(3)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await page()).measurements).toHaveLength(1);
  const gone = { fields: { form: { key: "outcomes.errors.measurementGone" } } };
  await expect(correct(4)).rejects.toMatchObject(gone);
  const withdrawal = { submissionId: randomUUID(), reason: "Fel", ...place, measurementId };
  await expect(withdrawMeasurement(db, viewer, withdrawal)).rejects.toMatchObject(gone);
  const asked = { ...place, measurementId, language: "sv" as const, today };
  expect(await showMeasurement(db, viewer, asked)).toMatchObject({ isGone: true, value: 1 });
});

test("a correction is refused where it changes nothing or can't have been measured", async () => {
  const { viewer, place, ids } = await makeMeasured([["2013-06-01", 1]]);
  const [measurementId = ""] = ids;
  const correct = (value: number, measuredOn: string) =>
    correctMeasurement(
      db,
      viewer,
      { ...correction(value, measuredOn), ...place, measurementId },
      today,
    );
  await expect(correct(1, "2013-06-01")).rejects.toMatchObject({
    fields: { value: { key: "outcomes.errors.nothingCorrected" } },
  });
  await expect(correct(2, "2013-07-03")).rejects.toMatchObject({
    fields: { measuredOn: { key: "outcomes.errors.dayAhead" } },
  });
  await expect(correct(2, "2012-12-31")).rejects.toMatchObject({
    fields: { measuredOn: { key: "outcomes.errors.dayBeforeBaseline" } },
  });
});

test.each([
  { unit: "procent", value: 112, key: "outcomes.errors.over-hundred" },
  { unit: "hours", value: -3, key: "outcomes.errors.below-zero" },
  { unit: "personer", value: 3.5, key: "outcomes.errors.not-whole" },
])("$value $unit is asked about, and written once said to be right", async (odd) => {
  const { viewer, place, ids, actualOn } = await makeMeasured([["2013-06-01", 1]], odd.unit);
  const { value } = odd;
  const record = (agreed: string, other = value) =>
    recordMeasurement(
      db,
      viewer,
      { ...form(), ...place, value: other, measuredOn: today, agreed },
      today,
    );
  const { touched, mark } = await questionOf(record(""));
  expect(touched).toEqual([{ key: odd.key, values: { unit: odd.unit, value } }]);
  // Said of another value.
  const { mark: ofAnother } = await questionOf(record("", value * 3));
  await questionOf(record(ofAnother));
  expect(await actualOn(today)).toBe(1);
  await record(mark);
  expect(await actualOn(today)).toBe(value);
  const [measurementId = ""] = ids;
  const corrected = { ...correction(value), ...place, measurementId };
  await questionOf(correctMeasurement(db, viewer, corrected, today));
});

test("another indicator's measurement, and a viewer who may only look, get 404", async () => {
  const { viewer, place, ids } = await makeMeasured([["2013-06-01", 1]]);
  const other = await makeMeasured([["2013-06-01", 1]]);
  const [measurementId = ""] = other.ids;
  const onlooker = makeViewer({ roles: ["administrator"], authorityId: viewer.authorityId });
  for (const [who, id] of [
    [viewer, measurementId],
    [viewer, randomUUID()],
    [viewer, "nonsense"],
    [onlooker, ids[0] ?? ""],
  ] as const) {
    const at = { ...place, measurementId: id };
    for (const attempt of [
      () => showMeasurement(db, who, { ...at, language: "sv", today }),
      () => correctMeasurement(db, who, { ...correction(2), ...at }, today),
      () => withdrawMeasurement(db, who, { submissionId: randomUUID(), reason: "Fel", ...at }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
    }
  }
});
