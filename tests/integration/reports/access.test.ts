import { expect, test } from "vitest";
import { reportChartFile, reportFile } from "~/features/reports/files/report-files.server";
import { showReportTexts } from "~/features/reports/writing/report-forms.queries.server";
import { shareReport } from "~/features/reports/writing/reports.commands.server";
import { listReports, showReport } from "~/features/reports/reports.queries.server";
import { translator } from "~/i18n/server";
import { makeProject } from "../../factories/project";
import { makeReport } from "../../factories/report";
import { testDatabase } from "../../support/database";
import { makeReaders, makeReportedProject } from "./reported-project";

const { db } = await testDatabase();

const today = "2013-06-10";
const speech = { language: "sv" as const, t: translator("sv") };

type Reader = keyof Awaited<ReturnType<typeof makeReaders>>;

async function makeReadReport() {
  const { report, projectId, unit } = await makeReportedProject(db);
  const readers = await makeReaders(db, { projectId, authorityId: unit.authorityId });
  return { id: report.id, readers };
}

/** What somebody is answered at every address of a report. */
async function answersTo(viewer: Parameters<typeof showReport>[1], id: string) {
  const asked = { id, today, speech };
  const doors = {
    page: () => showReport(db, viewer, asked),
    csv: () => reportFile(db, viewer, { ...asked, format: "csv" }),
    json: () => reportFile(db, viewer, { ...asked, format: "json" }),
    chart: () => reportChartFile(db, viewer, { ...asked, file: "budget.csv" }),
  };
  const answers = await Promise.all(
    Object.values(doors).map((open) =>
      open().then(
        () => "read",
        (error: { code?: string }) => error.code,
      ),
    ),
  );
  expect(new Set(answers).size, answers.join()).toBe(1);
  return answers[0];
}

const everybody: Record<Reader, { draft: string; shared: string }> = {
  manager: { draft: "read", shared: "read" },
  projectManager: { draft: "read", shared: "read" },
  administrator: { draft: "read", shared: "read" },
  funder: { draft: "not-found", shared: "read" },
  otherManager: { draft: "not-found", shared: "not-found" },
  otherFunder: { draft: "not-found", shared: "not-found" },
  otherAdministrator: { draft: "not-found", shared: "not-found" },
  employee: { draft: "not-found", shared: "not-found" },
};

// Object.keys forgets which keys it was given.
const names = Object.keys(everybody) as Reader[];

test("a draft and a shared report open to those who reach them, at every address alike", async () => {
  const { id, readers } = await makeReadReport();
  const answered: Partial<typeof everybody> = {};
  for (const name of names) {
    answered[name] = { draft: (await answersTo(readers[name], id)) ?? "", shared: "" };
  }
  await shareReport(db, readers.manager, { id, submissionId: crypto.randomUUID() });
  for (const name of names) {
    answered[name]!.shared = (await answersTo(readers[name], id)) ?? "";
  }
  expect(answered).toEqual(everybody);
});

test("only those who lead the project may write, and only a draft", async () => {
  const { id, readers } = await makeReadReport();
  expect((await showReport(db, readers.projectManager, { id, today, speech })).mayWrite).toBe(true);
  expect((await showReport(db, readers.administrator, { id, today, speech })).mayWrite).toBe(false);
  const form = (name: Reader) => showReportTexts(db, readers[name], { id, today });
  await expect(form("manager")).resolves.toMatchObject({ id });
  await expect(form("administrator")).rejects.toMatchObject({ code: "forbidden" });
  await expect(form("funder")).rejects.toMatchObject({ code: "not-found" });
  await shareReport(db, readers.manager, { id, submissionId: crypto.randomUUID() });
  await expect(form("manager")).rejects.toMatchObject({ code: "conflict" });
  await expect(form("funder")).rejects.toMatchObject({ code: "forbidden" });
});

test("what a funder is sent names nobody and holds no claim or level", async () => {
  const { id, readers } = await makeReadReport();
  await shareReport(db, readers.manager, { id, submissionId: crypto.randomUUID() });
  const view = await showReport(db, readers.funder, { id, today, speech });
  const { bytes } = await reportFile(db, readers.funder, { id, today, speech, format: "csv" });
  const sent = JSON.stringify(view) + new TextDecoder().decode(bytes);
  expect(sent).not.toMatch(/Hemlig|level|claim|nivå/i);
  expect(view.mayWrite).toBe(false);
});

test.each(["budget", "budget.pdf", "constructor.csv", "budget.csv.csv", ".csv", "../x.png"])(
  "there is no chart %s",
  async (file) => {
    const { id, readers } = await makeReadReport();
    const asked = { id, today, speech, file };
    await expect(reportChartFile(db, readers.manager, asked)).rejects.toMatchObject({
      code: "not-found",
    });
  },
);

test("each chart is a picture, and its CSV says what the report's CSV says", async () => {
  const { id, readers } = await makeReadReport();
  const asked = { id, today, speech };
  const text = ({ bytes }: { bytes: Uint8Array }) => new TextDecoder().decode(bytes);
  const whole = text(await reportFile(db, readers.manager, { ...asked, format: "csv" }));
  for (const chart of ["budget", "cumulative", "outcomes"]) {
    const file = (ending: string) =>
      reportChartFile(db, readers.manager, { ...asked, file: `${chart}.${ending}` });
    const png = await file("png");
    expect(text({ bytes: png.bytes.slice(1, 4) })).toBe("PNG");
    for (const line of text(await file("csv"))
      .split("\r\n")
      .slice(1)) {
      expect(whole).toContain(line);
    }
  }
});

test("the list has the viewer's reports, drafts that are due soonest first", async () => {
  const { id: projectId, authorityId } = await makeProject(db);
  const { id: elsewhere } = await makeProject(db);
  const report = (title: string, dueOn: string, isShared = false) =>
    makeReport(db, { projectId, title, dueOn, isShared });
  await report("shared long ago", "2012-01-01", true);
  await report("soon", "2013-06-20");
  await report("shared lately", "2013-06-30", true);
  await report("late", "2013-06-08");
  await makeReport(db, { projectId: elsewhere, title: "not theirs", isShared: true });
  const readers = await makeReaders(db, { projectId, authorityId });
  const list = (name: Reader) => listReports(db, readers[name], { page: 1, today });
  const mine = await list("projectManager");
  expect(mine.reports.map(({ title, state }) => [title, state])).toEqual([
    ["late", { state: "late", days: 2 }],
    ["soon", { state: "due", days: 10 }],
    ["shared lately", { state: "shared" }],
    ["shared long ago", { state: "shared" }],
  ]);
  expect(mine).toMatchObject({
    count: 4,
    draftCount: 2,
    lateCount: 1,
    nextDueOn: "2013-06-20",
    mayWrite: true,
  });
  expect(await list("administrator")).toMatchObject({ count: 4, mayWrite: false });
  const shared = await list("funder");
  expect(shared.reports.map(({ title }) => title)).toEqual(["shared lately", "shared long ago"]);
  expect(shared).toMatchObject({ draftCount: 0, nextDueOn: null, mayWrite: false });
  for (const name of ["otherManager", "otherFunder", "otherAdministrator", "employee"] as const) {
    expect(await list(name)).toMatchObject({ reports: [], count: 0, pageCount: 1 });
  }
});

test("a long list comes a page at a time", async () => {
  const { id: projectId, authorityId } = await makeProject(db);
  for (let number = 10; number < 37; number += 1) {
    await makeReport(db, { projectId, title: `R${number}`, dueOn: `20${number}-01-01` });
  }
  const { manager } = await makeReaders(db, { projectId, authorityId });
  const second = await listReports(db, manager, { page: 2, today });
  expect(second.reports.map(({ title }) => title)).toEqual(["R35", "R36"]);
  expect(second).toMatchObject({ count: 27, pageCount: 2 });
});
