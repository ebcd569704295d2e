import { expect, test } from "vitest";
import type { AskedRows } from "~/features/reports/freezing/rows-view.server";
import { showRowsNow } from "~/features/reports/freezing/version-pages.queries.server";
import { reportPayload } from "~/features/reports/payload/report-payload.queries.server";
import { translator } from "~/i18n/server";
import { testDatabase } from "../../support/database";
import { makeReaders, makeReportedProject } from "./reported-project";

const { db } = await testDatabase();
const speech = { language: "sv" as const, t: translator("sv") };
const today = "2013-10-01";

async function makeDraft() {
  const reported = await makeReportedProject(db);
  const { projectId, project, report } = reported;
  const readers = await makeReaders(db, { projectId, authorityId: project.authorityId });
  const all: AskedRows = { section: null, under: null, kind: null, page: 1 };
  const asked = { id: report.id, today, speech, ...all };
  return { ...reported, ...readers, asked };
}

test("a draft's figures open to the rows that they count, of a section or of one of its rows", async () => {
  const {
    projectManager: reader,
    asked,
    courses,
    competence,
    report,
    projectId,
  } = await makeDraft();
  const { money, training, cascade, ownHours } = await reportPayload(db, {
    reportId: report.id,
    today,
  });
  const rowsOf = (which: Partial<typeof asked>) => showRowsNow(db, reader, { ...asked, ...which });
  const onLine = await rowsOf({ section: "money", under: courses.id });
  expect(onLine).toMatchObject({ kind: "cost", count: 4 });
  const line = money.lines.find(({ lineId }) => lineId === courses.id);
  expect(line?.accumulatedOre).toBe(1_000_000 + 234_567 - 10_000 + 400_000);
  const taken = await rowsOf({ section: "training" });
  expect(taken).toMatchObject({ kind: "trained", people: training.trainedPeople.accumulated });
  const courseTaken = await rowsOf({ section: "training", kind: "training" });
  expect(courseTaken).toMatchObject({ people: training.coursePeople.accumulated });
  const learned = await rowsOf({ section: "trained", under: competence.id });
  expect(learned.kinds.map(({ kind }) => kind)).toEqual([
    ...["trained", "training", "hand-over", "part", "acquired", "method"],
  ]);
  const [method] = cascade.methods;
  expect(learned).toMatchObject({ kind: "trained", people: method?.trainedPeople.accumulated });
  const worked = await rowsOf({ section: "own-hours" });
  expect(worked).toMatchObject({ kind: "own-hours" });
  expect(ownHours.accumulatedMinutes).toBeGreaterThan(0);
  const nothing = await rowsOf({ section: "money", under: projectId });
  expect(nothing).toMatchObject({ kind: "project", count: 1 });
  const nobody = await rowsOf({ section: "own-hours", under: courses.id });
  expect(nobody.kinds).toEqual([{ kind: "line", count: 1 }]);
  const none = await rowsOf({ section: "own-hours", under: competence.id });
  expect(none).toMatchObject({ kind: "own-hours", kinds: [], count: 0, rows: [] });
  const unplaced = await rowsOf({ section: "money", under: "unplaced" });
  expect(unplaced).toMatchObject({ kind: "cost", count: money.unplaced.count });
});

test("rows are for who sees more of the project than its funder, and names for who may see them", async () => {
  const { asked, funder, employee, administrator, manager, trainer } = await makeDraft();
  for (const viewer of [funder, employee]) {
    await expect(showRowsNow(db, viewer, asked)).rejects.toMatchObject({ code: "not-found" });
  }
  const taken = { ...asked, section: "training" };
  const namesOf = async (viewer: typeof manager) =>
    JSON.stringify(await showRowsNow(db, viewer, taken));
  expect(await namesOf(administrator)).toContain(trainer.familyName);
  expect(await namesOf(manager)).not.toContain(trainer.familyName);
});
