import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { showVersion } from "~/features/reports/freezing/version-pages.queries.server";
import { showDraft } from "~/features/reports/writing/report-forms.queries.server";
import {
  changeReport,
  discardReport,
  shareReport,
  unshareReport,
} from "~/features/reports/writing/reports.commands.server";
import { listReports, showReport } from "~/features/reports/reports.queries.server";
import { translator } from "~/i18n/server";
import { dayBefore } from "~/terms/day";
import { makeProject } from "../../factories/project";
import { makeReport } from "../../factories/report";
import { testDatabase } from "../../support/database";
import { makeReaders } from "./reported-project";

const { db } = await testDatabase();
const today = "2013-06-10";
const speech = { language: "sv" as const, t: translator("sv") };

async function makeDraft() {
  const project = await makeProject(db);
  const report = await makeReport(db, { projectId: project.id });
  const scope = { projectId: project.id, authorityId: project.authorityId };
  const { projectManager: viewer, ...others } = await makeReaders(db, scope);
  return { projectId: project.id, id: report.id, viewer, others };
}

async function changeOf(draft: Awaited<ReturnType<typeof makeDraft>>) {
  const { seen, draft: head } = await showDraft(db, draft.viewer, draft.id);
  return {
    id: draft.id,
    submissionId: randomUUID(),
    seen,
    kind: "final" as const,
    title: "Slutredovisning",
    startsOn: head.startsOn,
    endsOn: "2013-09-30",
    dueOn: "2013-10-31",
  };
}

function verb(id: string) {
  return { id, submissionId: randomUUID() };
}

test("a draft's kind, title, period and due day can be changed, with what they were in the trail", async () => {
  const draft = await makeDraft();
  const change = await changeOf(draft);
  const was = (await showDraft(db, draft.viewer, draft.id)).draft;
  await changeReport(db, draft.viewer, change);
  const { draft: now } = await showDraft(db, draft.viewer, draft.id);
  expect(now).toEqual({
    kind: "final",
    title: "Slutredovisning",
    startsOn: was.startsOn,
    endsBefore: "2013-10-01",
    dueOn: "2013-10-31",
  });
  const [event] = await db.auditEvent.findMany({ where: { action: "report.change" } });
  expect(event?.detail).toMatchObject({ ...now, was });
});

test("a draft that somebody else has changed meanwhile isn't written over", async () => {
  const draft = await makeDraft();
  const [first, second] = [await changeOf(draft), await changeOf(draft)];
  await changeReport(db, draft.viewer, first);
  await expect(changeReport(db, draft.viewer, { ...second, title: "Annan" })).rejects.toMatchObject(
    {
      fields: { form: { key: "reports.errors.changedMeanwhile" } },
    },
  );
});

test("a period outside the project is refused when a draft is changed, as when it is begun", async () => {
  const draft = await makeDraft();
  const change = { ...(await changeOf(draft)), startsOn: "1990-01-01", endsOn: "1990-12-31" };
  await expect(changeReport(db, draft.viewer, change)).rejects.toMatchObject({
    fields: { startsOn: { key: "reports.errors.outsideProject" } },
  });
});

test("a discarded draft is shown nowhere, stays as a row, and is discarded once", async () => {
  const draft = await makeDraft();
  await discardReport(db, draft.viewer, verb(draft.id));
  await expect(showReport(db, draft.viewer, { id: draft.id, today, speech })).rejects.toMatchObject(
    {
      code: "not-found",
    },
  );
  expect((await listReports(db, draft.viewer, { page: 1, today })).count).toBe(0);
  expect(await db.report.count({ where: { id: draft.id } })).toBe(1);
  await expect(discardReport(db, draft.viewer, verb(draft.id))).rejects.toMatchObject({
    code: "not-found",
  });
});

test("a shared report is neither changed nor discarded", async () => {
  const draft = await makeDraft();
  const change = await changeOf(draft);
  await shareReport(db, draft.viewer, verb(draft.id));
  for (const work of [
    () => changeReport(db, draft.viewer, change),
    () => discardReport(db, draft.viewer, verb(draft.id)),
    () => showDraft(db, draft.viewer, draft.id),
  ]) {
    await expect(work()).rejects.toMatchObject({ code: "conflict" });
  }
});

test("a report that has been shared isn't discarded after it was taken back: its versions stay", async () => {
  const { id, viewer } = await makeDraft();
  expect((await showReport(db, viewer, { id, today, speech })).mayDiscard).toBe(true);
  await shareReport(db, viewer, verb(id));
  await unshareReport(db, viewer, verb(id));
  const { mayDiscard, behind } = await showReport(db, viewer, { id, today, speech });
  expect([mayDiscard, behind?.versions.length]).toEqual([false, 1]);
  await expect(discardReport(db, viewer, verb(id))).rejects.toMatchObject({
    fields: { form: { key: "reports.errors.wasShared" } },
  });
  const discarded = { where: { id }, data: { discardedAt: new Date() } };
  await expect(db.report.update(discarded)).rejects.toThrow("not discarded");
  expect((await showVersion(db, viewer, { id, number: 1, speech })).told.notice).not.toBeNull();
});

test.each(["administrator", "funder", "otherManager"] as const)(
  "who doesn't write the project's reports (%s) changes and discards none",
  async (name) => {
    const draft = await makeDraft();
    const change = await changeOf(draft);
    const other = draft.others[name];
    await expect(changeReport(db, other, change)).rejects.toThrow();
    await expect(discardReport(db, other, verb(draft.id))).rejects.toThrow();
    expect(await db.report.count({ where: { id: draft.id, discardedAt: null } })).toBe(1);
  },
);

test("reports that have a day in common are named to who writes, and to nobody else", async () => {
  const { projectId, viewer, others, id } = await makeDraft();
  const { draft } = await showDraft(db, viewer, id);
  const touching = await makeReport(db, {
    projectId,
    startsOn: draft.endsBefore,
    endsBefore: "2014-01-01",
  });
  const last = { startsOn: dayBefore(draft.endsBefore), endsBefore: "2014-01-01" };
  const within = await makeReport(db, { projectId, ...last });
  const gone = await makeReport(db, { projectId, ...last });
  await discardReport(db, viewer, verb(gone.id));
  await makeDraft();

  const { overlaps } = await showReport(db, viewer, { id, today, speech });
  expect(overlaps.map((other) => other.id)).toEqual([within.id]);
  expect(overlaps.map((other) => other.id)).not.toContain(touching.id);
  expect((await showReport(db, others.administrator, { id, today, speech })).overlaps).toEqual([]);
});
