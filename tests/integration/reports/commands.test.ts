import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { setUpProject } from "~/features/funding/set-up/set-up-project.server";
import { listReports } from "~/features/reports/reports.queries.server";
import {
  showNewReport,
  showReportTexts,
} from "~/features/reports/writing/report-forms.queries.server";
import { commentField } from "~/features/reports/writing/report-fields";
import {
  beginReport,
  saveReportTexts,
  shareReport,
  unshareReport,
} from "~/features/reports/writing/reports.commands.server";
import { newReportForm, reportTextsForm } from "~/features/reports/writing/reports.schema";
import { parseForm } from "~/platform/form";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeProject } from "../../factories/project";
import { makeReport } from "../../factories/report";
import { testDatabase } from "../../support/database";
import { makeReaders } from "./reported-project";

const { db } = await testDatabase();
const today = "2013-06-10";

async function makeDraft() {
  const project = await makeProject(db);
  const projectId = project.id;
  const line = await makeBudgetLine(db, { projectId, plan: 100 });
  const report = await makeReport(db, { projectId });
  const readers = await makeReaders(db, { projectId, authorityId: project.authorityId });
  return { project, projectId, line, id: report.id, readers, viewer: readers.projectManager };
}

function newReport(given: Record<string, string>): FormData {
  return formOf({
    submissionId: randomUUID(),
    kind: "interim",
    title: "Delredovisning 1",
    startsOn: "2013-01-01",
    endsOn: "2013-06-30",
    dueOn: "2013-08-15",
    ...given,
  });
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

function inputOf(given: Record<string, string>) {
  const parsed = parseForm(newReportForm, newReport(given));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.value;
}

function trail(id: string) {
  return db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
}

test("a report is begun once, as a draft of a half-open period, with a trail", async () => {
  const { projectId, viewer } = await makeDraft();
  const input = inputOf({ projectId });
  const [id, again] = [await beginReport(db, viewer, input), await beginReport(db, viewer, input)];
  expect(again).toBe(id);
  const report = await db.report.findUniqueOrThrow({ where: { id } });
  expect(report.endsBefore.toISOString()).toMatch(/^2013-07-01/);
  expect(report).toMatchObject({ kind: "interim", sharedAt: null, activities: "" });
  expect(await trail(id)).toMatchObject([
    { action: "report.begin", actorName: viewer.name, detail: { projectId, dueOn: "2013-08-15" } },
  ]);
});

test.each(["administrator", "funder", "otherManager", "employee"] as const)(
  "somebody who doesn't lead the project (%s) begins no report of it",
  async (name) => {
    const { projectId, readers } = await makeDraft();
    await expect(beginReport(db, readers[name], inputOf({ projectId }))).rejects.toMatchObject({
      fields: { projectId: { key: "reports.errors.otherProject" } },
    });
    expect(await db.report.count({ where: { projectId } })).toBe(1);
  },
);

test("a period must touch the project's", async () => {
  const { projectId, viewer } = await makeDraft();
  const begin = (startsOn: string, endsOn: string) =>
    beginReport(db, viewer, inputOf({ projectId, startsOn, endsOn, dueOn: "2020-01-01" }));
  const refused = { fields: { startsOn: { key: "reports.errors.outsideProject" } } };
  await expect(begin("2012-01-01", "2012-12-31")).rejects.toMatchObject(refused);
  await expect(begin("2014-01-01", "2014-02-01")).rejects.toMatchObject(refused);
  await begin("2012-01-01", "2013-01-01");
  await begin("2013-12-31", "2014-03-01");
});

test.each([
  ["projectId", "", "errors.required"],
  ["projectId", "x", "errors.unreadable"],
  ["kind", "annual", "errors.required"],
  ["title", "  ", "errors.required"],
  ["title", "x".repeat(121), "errors.tooLong"],
  ["title", "a\u0000b", "errors.controlCharacters"],
  ["startsOn", "2013-02-30", "errors.dayMissing"],
  ["startsOn", "förra veckan", "errors.dayUnreadable"],
  ["endsOn", "2012-12-31", "reports.errors.endsBeforeStart"],
  ["dueOn", "2012-12-31", "reports.errors.dueBeforeStart"],
  ["submissionId", "1", "errors.unreadable"],
])("%s can't be %j", (field, value, key) => {
  const parsed = parseForm(newReportForm, newReport({ projectId: randomUUID(), [field]: value }));
  expect(parsed.ok ? {} : parsed.errors).toMatchObject({ [field]: { key } });
});

test("the form for a new report offers the period after the last one", async () => {
  const { project, viewer, readers } = await makeDraft();
  await makeReport(db, { projectId: project.id, startsOn: "2013-01-01", endsBefore: "2013-03-01" });
  const { projects, suggested } = await showNewReport(db, viewer, { code: null });
  expect(projects).toMatchObject([{ code: project.code, lastDay: "2013-12-31" }]);
  expect(suggested).toEqual({
    projectId: project.id,
    startsOn: "2013-06-01",
    endsOn: "2013-12-31",
  });
  expect(await showNewReport(db, readers.funder, { code: project.code })).toMatchObject({
    projects: [],
    suggested: null,
  });
});

async function textsInput(
  draft: Awaited<ReturnType<typeof makeDraft>>,
  fields: Record<string, string>,
) {
  const { seen } = await showReportTexts(db, draft.viewer, { id: draft.id, today });
  const parsed = parseForm(
    reportTextsForm,
    formOf({
      submissionId: randomUUID(),
      seen,
      activities: "",
      results: "",
      lessons: "",
      ...fields,
    }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return { ...parsed.value, id: draft.id };
}

test("texts and comments are saved as they were typed, and an emptied comment goes", async () => {
  const draft = await makeDraft();
  const { id, line, viewer } = draft;
  const comment = commentField(line.id);
  const results = '<b>Bra</b>\n\n"två" stycken';
  await saveReportTexts(db, viewer, await textsInput(draft, { results, [comment]: "Dyrare." }));
  const shown = await showReportTexts(db, viewer, { id, today });
  expect(shown.report.texts).toEqual({ activities: "", results, lessons: "" });
  expect(shown.report.money.lines[0]?.comment).toBe("Dyrare.");
  await saveReportTexts(db, viewer, await textsInput(draft, { results, [comment]: " " }));
  expect(await db.reportComment.count({ where: { reportId: id } })).toBe(0);
  expect(await trail(id)).toMatchObject([
    { action: "report.write", detail: { changed: ["results"], comments: [line.id] } },
    { action: "report.write", detail: { changed: [], comments: [] } },
  ]);
});

test("the same form sent twice is saved once", async () => {
  const draft = await makeDraft();
  const input = await textsInput(draft, { results: "Bra." });
  await saveReportTexts(db, draft.viewer, input);
  await saveReportTexts(db, draft.viewer, input);
  expect(await trail(draft.id)).toHaveLength(1);
});

test("of two who write at once one is told, and no words are lost unseen", async () => {
  const draft = await makeDraft();
  const { id, viewer } = draft;
  const [mine, theirs] = [
    await textsInput(draft, { results: "Mitt." }),
    await textsInput(draft, { results: "Deras." }),
  ];
  const outcomes = await Promise.allSettled([
    saveReportTexts(db, viewer, mine),
    saveReportTexts(db, draft.readers.manager, theirs),
  ]);
  const refused = outcomes.filter(({ status }) => status === "rejected");
  expect(refused).toMatchObject([
    { reason: { fields: { form: { key: "reports.errors.changedMeanwhile" } } } },
  ]);
  const { results } = await db.report.findUniqueOrThrow({ where: { id } });
  expect(results).toBe(outcomes[0].status === "fulfilled" ? "Mitt." : "Deras.");
  expect(await trail(id)).toHaveLength(1);
});

test.each([
  ["activities", "x".repeat(8001), "errors.tooLong"],
  ["results", "a\u0007b", "errors.controlCharacters"],
  ["lessons", "Anna, 19121212-1212, var med", "errors.identityNumber"],
  [commentField(randomUUID()), "x".repeat(1001), "errors.tooLong"],
  ["seen", "", "errors.required"],
])("%s can't be %j", (field, value, key) => {
  const parsed = parseForm(
    reportTextsForm,
    formOf({ submissionId: randomUUID(), seen: "mark", [field]: value }),
  );
  expect(parsed.ok ? {} : parsed.errors).toMatchObject({ [field]: { key } });
});

test("a comment stands on a line of the report's own project", async () => {
  const draft = await makeDraft();
  const other = await makeDraft();
  const input = await textsInput(draft, { results: "Bra.", [commentField(other.line.id)]: "Här." });
  await expect(saveReportTexts(db, draft.viewer, input)).rejects.toMatchObject({
    code: "not-found",
  });
  expect(await trail(draft.id)).toEqual([]);
});

test("a report is shared, taken back and shared again, each with a trail", async () => {
  const { id, viewer, projectId } = await makeDraft();
  const verb = () => ({ id, submissionId: randomUUID() });
  await shareReport(db, viewer, verb());
  const shared = await db.report.findUniqueOrThrow({ where: { id } });
  expect(shared).toMatchObject({ sharedById: viewer.accountId, sharedAt: expect.any(Date) });
  await expect(shareReport(db, viewer, verb())).rejects.toMatchObject({ code: "conflict" });
  await unshareReport(db, viewer, verb());
  await expect(unshareReport(db, viewer, verb())).rejects.toMatchObject({ code: "conflict" });
  await shareReport(db, viewer, verb());
  expect(await trail(id)).toMatchObject([
    { action: "report.share", accountId: viewer.accountId, detail: { projectId } },
    { action: "report.unshare" },
    { action: "report.share" },
  ]);
});

test("a report is listed once, by its version while that is shared, and then by what it is called", async () => {
  const { id, viewer, project } = await makeDraft();
  const verb = () => ({ id, submissionId: randomUUID() });
  const listed = async () => {
    const { reports, count } = await listReports(db, viewer, { page: 1, today });
    return [count, ...reports.map(({ projectName }) => projectName)];
  };
  await shareReport(db, viewer, verb());
  await db.project.update({ where: { id: project.id }, data: { name: "Nytt namn" } });
  expect(await listed()).toEqual([1, project.name]);
  await unshareReport(db, viewer, verb());
  expect(await listed()).toEqual([1, "Nytt namn"]);
  await shareReport(db, viewer, verb());
  expect(await listed()).toEqual([1, "Nytt namn"]);
});

test("a shared report keeps its words until it is taken back", async () => {
  const draft = await makeDraft();
  const { id, viewer } = draft;
  const input = await textsInput(draft, { results: "Bra." });
  await shareReport(db, viewer, { id, submissionId: randomUUID() });
  await expect(saveReportTexts(db, viewer, input)).rejects.toMatchObject({ code: "conflict" });
  await unshareReport(db, viewer, { id, submissionId: randomUUID() });
  await saveReportTexts(db, viewer, input);
});

test("of two who share at once one wins; the same press twice is one", async () => {
  const { id, viewer, readers } = await makeDraft();
  const outcomes = await Promise.allSettled([
    shareReport(db, viewer, { id, submissionId: randomUUID() }),
    shareReport(db, readers.manager, { id, submissionId: randomUUID() }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "conflict" },
  });
  const press = { id, submissionId: randomUUID() };
  expect([await unshareReport(db, viewer, press), await unshareReport(db, viewer, press)]).toEqual([
    id,
    id,
  ]);
  expect(await trail(id)).toHaveLength(2);
});

test.each([
  ["administrator", "forbidden"],
  ["funder", "not-found"],
  ["otherManager", "not-found"],
  ["employee", "not-found"],
] as const)("%s can't share, take back or write", async (name, code) => {
  const draft = await makeDraft();
  const verb = { id: draft.id, submissionId: randomUUID() };
  const viewer = draft.readers[name];
  const input = await textsInput(draft, { results: "Bra." });
  await expect(shareReport(db, viewer, verb)).rejects.toMatchObject({ code });
  await expect(unshareReport(db, viewer, verb)).rejects.toMatchObject({ code });
  await expect(saveReportTexts(db, viewer, input)).rejects.toMatchObject({ code });
  expect(await trail(draft.id)).toEqual([]);
});

test("who sets the project up while its report is shared is in what is shared", async () => {
  const { project, projectId, line, id, viewer, readers } = await makeDraft();
  const { code } = project;
  let sharing: Promise<unknown> = Promise.resolve();
  const act = { code, action: "test", submissionId: randomUUID() };
  await setUpProject(db, readers.administrator, act, async ({ tx, audit }) => {
    sharing = shareReport(db, viewer, { id, submissionId: randomUUID() });
    await setTimeout(500);
    await tx.budgetLine.update({ where: { id: line.id }, data: { name: "Nytt namn" } });
    audit({ type: "project", id: projectId });
    return projectId;
  });
  await sharing;
  const version = await db.reportVersion.findFirstOrThrow({ where: { reportId: id } });
  expect(JSON.stringify(version)).toContain("Nytt namn");
});
