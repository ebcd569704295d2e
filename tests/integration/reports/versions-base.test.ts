import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { showChanges } from "~/features/reports/freezing/version-pages.queries.server";
import { readVersion } from "~/features/reports/freezing/versions.queries.server";
import { baseOf } from "~/features/reports/payload/report-base.queries.server";
import { reportPayload } from "~/features/reports/payload/report-payload.queries.server";
import { shareReport, unshareReport } from "~/features/reports/writing/reports.commands.server";
import { translator } from "~/i18n/server";
import { makeReport } from "../../factories/report";
import { testDatabase } from "../../support/database";
import { makeReaders, makeReportedProject } from "./reported-project";

const { db } = await testDatabase();
const speech = { language: "sv" as const, t: translator("sv") };

/** The spring's report is shared, and then the summer's, which builds on it. */
async function makeSharedReports() {
  const reported = await makeReportedProject(db);
  const { projectId, project, report: spring } = reported;
  const readers = await makeReaders(db, { projectId, authorityId: project.authorityId });
  const { manager } = readers;
  const dates = { startsOn: "2013-06-01", endsBefore: "2013-09-01" };
  const summer = await makeReport(db, { projectId, ...dates });
  const verb = (id: string) => ({ id, submissionId: randomUUID() });
  const share = (id: string) => shareReport(db, manager, verb(id));
  await share(spring.id);
  await share(summer.id);
  return {
    ...{ ...reported, ...readers, spring, summer, share, building: { projectId, ...dates } },
    takeBack: (id: string) => unshareReport(db, manager, verb(id)),
    changes: () => showChanges(db, manager, { id: summer.id, speech }),
  };
}

// It tells a whole report a dozen times.
const long = { timeout: 90_000 };

test(
  "what differs is told on the base that a version had, whatever becomes of that",
  long,
  async () => {
    const { spring, summer, share, takeBack, changes, projectId } = await makeSharedReports();
    expect(await changes()).toMatchObject({ figures: [], rows: [], otherBase: null });
    const was = { title: "Delredovisning 1", number: 1 };
    await takeBack(spring.id);
    const alone = await changes();
    expect(alone).toMatchObject({ figures: [], rows: [], otherBase: { was, is: null } });
    expect(alone.otherBase?.was?.takenBackOn).not.toBeNull();
    // What has become of the base's own rows is a change on that base.
    const where = { projectId, amountOre: 234_567n };
    await db.cost.updateMany({ where, data: { amountOre: 200_000n } });
    await share(spring.id);
    const { figures, rows, otherBase } = await changes();
    expect(otherBase).toMatchObject({ was, is: { number: 2, takenBackOn: null } });
    expect(rows).toMatchObject([{ kind: "cost", how: "changed" }]);
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.filter(({ because }) => because.join() !== "1")).toEqual([]);
    expect(figures.map(({ column }) => column)).not.toContain(speech.t("reports.money.previous"));
    const previous = (await readVersion(db, { reportId: summer.id, number: 1 })).content.figures
      .money.totals.previousOre;
    const { base } = (await readVersion(db, { reportId: summer.id, number: 1 })).content;
    const told = await reportPayload(db, { reportId: summer.id, today: "2013-10-01", base });
    expect(told.money.totals).toMatchObject({ previousOre: previous, changedOre: -34_567 });
  },
);

test("a version that doesn't say what it built on has the base that stood when it was frozen", async () => {
  const { spring, summer, share, takeBack, building } = await makeSharedReports();
  const { frozenAt, content } = await readVersion(db, { reportId: summer.id, number: 1 });
  const asked = { ...building, reportId: summer.id };
  const [first] = await db.reportVersion.findMany({ where: { reportId: spring.id } });
  expect([content.base, await baseOf(db, { ...asked, at: frozenAt })]).toEqual([
    first?.id,
    first?.id,
  ]);
  await takeBack(spring.id);
  expect(await baseOf(db, asked)).toBeNull();
  await share(spring.id);
  expect(await baseOf(db, { ...asked, at: frozenAt })).toBe(first?.id);
  expect(await baseOf(db, asked)).not.toBe(first?.id);
});

test("a report counts somebody once whose name has been erased from what it builds on", async () => {
  const { projectId, spring, summer, learner } = await makeSharedReports();
  const told = () => reportPayload(db, { reportId: summer.id, today: "2013-10-01" });
  const was = await told();
  const version = { version: { reportId: spring.id } };
  await db.reportVersionPerson.deleteMany({ where: { ...version, personId: learner.id } });
  expect(await told()).toEqual(was);
  await db.reportVersionPerson.deleteMany({ where: version });
  expect(await told()).toEqual(was);
  expect(was.training.trainedPeople).toMatchObject({ previous: 3, changed: 0, thisPeriod: 0 });
  await db.trainingRecord.updateMany({
    where: { projectId, minutes: 480 },
    data: { minutes: 500 },
  });
  const { training } = await told();
  expect(training.coursePeople).toEqual(was.training.coursePeople);
});

test("what differs of somebody whose name has been erased is told of the key, and of nobody", async () => {
  const { summer, administrator, learner, trainer, changes } = await makeSharedReports();
  const id = summer.id;
  await db.reportVersionPerson.deleteMany({ where: { version: { reportId: id } } });
  expect(await changes()).toMatchObject({ figures: [], rows: [] });
  const taken = { personId: trainer.id, minutes: 480 };
  await db.trainingRecord.updateMany({ where: taken, data: { minutes: 500 } });
  const { rows } = await showChanges(db, administrator, { id, speech });
  expect(rows).toMatchObject([{ kind: "training", how: "changed" }]);
  expect(rows[0]?.what).toMatch(/P\.[A-Z2-9]{6}/);
  for (const { familyName } of [learner, trainer]) {
    expect(JSON.stringify(rows)).not.toContain(familyName);
  }
});
