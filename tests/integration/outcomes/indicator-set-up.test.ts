import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { showIndicatorForm } from "~/features/outcomes/set-up/indicator-form.queries.server";
import {
  indicatorForm,
  type IndicatorInput,
} from "~/features/outcomes/set-up/indicator-form.schema";
import { saveIndicator } from "~/features/outcomes/set-up/indicators.commands.server";
import { sharedReports } from "~/features/reports/published-reports.queries.server";
import { showSetUp } from "~/overviews/project/project-set-up.queries.server";
import { parseForm } from "~/platform/form";
import { makeIndicator } from "../../factories/indicator";
import { makeProject } from "../../factories/project";
import { makeSetUpProject } from "../../factories/set-up-project";
import { makeViewer } from "../../factories/viewer";
import { testDatabase } from "../../support/database";
import { questionOf } from "../../support/question-of";

const { db } = await testDatabase();

const today = "2013-09-01";
const given = { today, sharedReports };

function indicator(given: Partial<IndicatorInput> = {}): IndicatorInput {
  return {
    submissionId: randomUUID(),
    name: "Kontakter",
    unit: "kontakter",
    direction: "lower",
    baseline: 12.5,
    baselineOn: "2013-01-01",
    cumulation: "latest",
    source: "typed",
    ...{ targetsSince: null, decidedOn: null, seen: "", agreed: "" },
    rows: [{ number: 1, dueOn: "2013-12-31", target: 6 }],
    ...given,
  };
}

test("an indicator is added once, shown as typed, and changed with its targets", async () => {
  const { project, administrator: viewer } = await makeSetUpProject(db);
  const { code } = project;
  const input = { ...indicator(), code, id: null };
  const id = await saveIndicator(db, viewer, input, given);
  expect(await saveIndicator(db, viewer, input, given)).toBe(id);
  const form = await showIndicatorForm(db, viewer, { code, id, language: "sv", today });
  expect(form.values).toMatchObject({
    ...{ direction: "lower", baseline: "12,5", source: "typed", baselineOn: "2013-01-01" },
    ...{ dueOn0: "2013-12-31", target0: "6" },
  });
  const changed = indicator({ source: "hand-overs", rows: [], seen: form.seen });
  await saveIndicator(db, viewer, { ...changed, code, id }, given);
  const view = await showSetUp(db, viewer, { code, today });
  expect(view).toMatchObject({
    indicators: [{ id, source: "hand-overs", targets: [] }],
    missing: { indicators: false, targets: true, groups: false },
  });
});

test("targets and measurements that don't fit are refused by their fields", async () => {
  const { project, manager } = await makeSetUpProject(db);
  const { code, id: projectId } = project;
  const measured = await makeIndicator(db, { projectId, measured: [["2013-02-01", 1]] });
  const save = (input: Partial<IndicatorInput>, id: string | null = null) =>
    saveIndicator(db, manager, { ...indicator(input), code, id }, given);
  const target = (number: number, dueOn: string) => ({ number, dueOn, target: 1 });
  await expect(save({ rows: [target(0, "2013-01-01")] })).rejects.toMatchObject({
    fields: { dueOn0: { key: "outcomes.errors.targetBeforeBaseline" } },
  });
  await expect(
    save({ rows: [target(0, "2013-06-01"), target(4, "2013-06-01")] }),
  ).rejects.toMatchObject({ fields: { dueOn4: { key: "outcomes.errors.targetTwice" } } });
  await expect(save({ source: "hand-overs" }, measured.id)).rejects.toMatchObject({
    fields: { source: { key: "outcomes.errors.sourceMeasured" } },
  });
  await expect(save({ baselineOn: "2013-02-02" }, measured.id)).rejects.toMatchObject({
    fields: { baselineOn: { key: "outcomes.errors.baselineAfterMeasured" } },
  });
  await expect(
    save({ direction: "lower", baseline: 10, rows: [{ ...target(3, "2013-06-01"), target: 20 }] }),
  ).rejects.toMatchObject({ fields: { target3: { key: "outcomes.errors.turned.lower" } } });
  await expect(
    save({ source: "hand-overs", cumulation: "sum", baseline: 100, rows: [] }),
  ).rejects.toMatchObject({ fields: { baseline: { key: "outcomes.errors.computedFromNothing" } } });
  expect(await db.indicator.count({ where: { projectId } })).toBe(1);
  // On the day of the first measurement it may begin.
  const { name, unit } = measured;
  const same = { name, unit, direction: "higher", cumulation: "sum", baseline: 0 } as const;
  const { touched } = await questionOf(
    save({ ...same, rows: [], baselineOn: "2013-02-01" }, measured.id),
  );
  expect(touched).toHaveLength(2);
});

test("a change that somebody else has made meanwhile is not overwritten", async () => {
  const { project, manager } = await makeSetUpProject(db);
  const { code } = project;
  const id = await saveIndicator(db, manager, { ...indicator(), code, id: null }, given);
  const { seen } = await showIndicatorForm(db, manager, { code, id, language: "sv", today });
  const save = (name: string) =>
    saveIndicator(db, manager, { ...indicator({ name, seen }), code, id }, given);
  await save("Samtal");
  await expect(save("Kontakter")).rejects.toMatchObject({
    fields: { form: { key: "organisation.changedMeanwhile" } },
  });
});

test("two added at once both get a place", async () => {
  const { project, manager } = await makeSetUpProject(db);
  const { code, id: projectId } = project;
  const add = () => saveIndicator(db, manager, { ...indicator(), code, id: null }, given);
  await Promise.all([add(), add()]);
  const made = await db.indicator.findMany({ where: { projectId }, orderBy: { position: "asc" } });
  expect(made.map(({ position }) => position)).toEqual([1, 2]);
});

test("another project's indicator, and a viewer without the project, get 404", async () => {
  const { project, manager } = await makeSetUpProject(db);
  const { code } = project;
  const { id } = await makeIndicator(db, { projectId: (await makeProject(db)).id });
  const stranger = makeViewer({ roles: ["project_manager"] });
  for (const attempt of [
    () => saveIndicator(db, manager, { ...indicator(), code, id }, given),
    () => showIndicatorForm(db, manager, { code, id, language: "sv", today }),
    () => saveIndicator(db, stranger, { ...indicator(), code, id: null }, given),
    () => showSetUp(db, stranger, { code, today: "2013-03-01" }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
  }
});

test("a target needs its value and its day", () => {
  const form = new FormData();
  const fields = { ...indicator(), baseline: "0", target0: "5", dueOn2: "2013-06-01" };
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  expect(parseForm(indicatorForm, form)).toMatchObject({
    ok: false,
    errors: { dueOn0: { key: "errors.required" }, target2: { key: "errors.required" } },
  });
});
