import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { reportChartFile, reportFile } from "~/features/reports/files/report-files.server";
import { freezeSharedReports } from "~/features/reports/freezing/freeze-earlier.server";
import {
  showChanges,
  showRows,
  showVersion,
} from "~/features/reports/freezing/version-pages.queries.server";
import { verifyReport } from "~/features/reports/freezing/verify-report.server";
import { versionContent } from "~/features/reports/freezing/version-content.server";
import { readVersion } from "~/features/reports/freezing/versions.queries.server";
import { listReports, showReport } from "~/features/reports/reports.queries.server";
import { shareReport, unshareReport } from "~/features/reports/writing/reports.commands.server";
import { translator } from "~/i18n/server";
import { makeCost } from "../../factories/cost";
import { makeReport } from "../../factories/report";
import { makeProject } from "../../factories/project";
import { testDatabase } from "../../support/database";
import { makeReaders, makeReportedProject } from "./reported-project";

const { db } = await testDatabase();
const everything = { section: null, under: null, kind: null, page: 1 };
const today = "2013-06-10";
const speech = { language: "sv" as const, t: translator("sv") };

async function makeShared() {
  const scene = await makeReportedProject(db);
  const readers = await makeReaders(db, {
    projectId: scene.projectId,
    authorityId: scene.unit.authorityId,
  });
  const id = scene.report.id;
  await shareReport(db, readers.manager, verb(id));
  return { ...scene, ...readers, id };
}

function verb(id: string) {
  return { id, submissionId: randomUUID() };
}

/** All that somebody is given of a report, as text. */
async function givenTo(viewer: Parameters<typeof showReport>[1], id: string) {
  const asked = { id, today, speech };
  const { told, sha256 } = await showReport(db, viewer, asked);
  const files = [
    await reportFile(db, viewer, { ...asked, format: "csv" }),
    await reportFile(db, viewer, { ...asked, format: "json" }),
    ...(await Promise.all(
      ["budget.png", "cumulative.png", "outcomes.png", "budget.csv"].map((file) =>
        reportChartFile(db, viewer, { ...asked, file }),
      ),
    )),
  ];
  const { reports } = await listReports(db, viewer, { page: 1, today });
  return JSON.stringify([
    { told, sha256, reports },
    files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString("base64")]),
  ]);
}

test("what was shared stays as it was, whatever becomes of what it was made from", async () => {
  const { id, funder, projectId, courses } = await makeShared();
  const before = await givenTo(funder, id);
  await makeCost(db, {
    projectId,
    budgetLineId: courses.id,
    bookedOn: "2013-04-04",
    amountOre: 555_500,
  });
  await db.project.update({ where: { id: projectId }, data: { name: "Omdöpt" } });
  await db.competence.updateMany({ data: { name: "Annan metod" } });
  const dueOn = new Date("2013-12-24");
  await db.report.update({ where: { id }, data: { title: "Annan", kind: "final", dueOn } });
  expect(await givenTo(funder, id)).toBe(before);
});

test("the project sees beside it what would differ, with the rows that it depends on", async () => {
  const { id, manager, funder, projectId, courses } = await makeShared();
  const asked = { id, today, speech };
  expect((await showReport(db, manager, asked)).behind).toMatchObject({ changedFigures: 0 });
  await makeCost(db, {
    projectId,
    budgetLineId: courses.id,
    bookedOn: "2013-04-04",
    amountOre: 555_500,
  });
  const { figures, rows } = await showChanges(db, manager, { id, speech });
  expect(rows).toMatchObject([{ number: 1, kind: "cost", how: "came", then: "" }]);
  expect(rows[0]?.now).toContain("belopp 5\u00a0555\u00a0kr");
  const line = figures.filter(
    ({ section, rowKey }) => section === "money" && rowKey === courses.id,
  );
  expect(line.map(({ column }) => column)).toContain("Ackumulerat");
  expect(figures.every(({ because }) => because.join() === "1")).toBe(true);
  expect((await showReport(db, manager, asked)).behind?.changedFigures).toBe(figures.length);
  expect((await showReport(db, funder, asked)).behind).toBeNull();
  await expect(showChanges(db, funder, { id, speech })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("taking back ends the funder's reading, and the version stays for the project", async () => {
  const { id, manager, funder, administrator } = await makeShared();
  await unshareReport(db, manager, verb(id));
  await expect(showReport(db, funder, { id, today, speech })).rejects.toMatchObject({
    code: "not-found",
  });
  for (const viewer of [manager, administrator]) {
    const version = await showVersion(db, viewer, { id, number: 1, speech });
    expect(version.takenBackOn).not.toBeNull();
    expect(version.told.notice?.title).toContain("Version 1");
  }
  await expect(showVersion(db, funder, { id, number: 1, speech })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("sharing again is the next version, and says which it replaces", async () => {
  const { id, manager, funder, projectId } = await makeShared();
  await unshareReport(db, manager, verb(id));
  await makeCost(db, { projectId, bookedOn: "2013-04-04", amountOre: 100 });
  await shareReport(db, manager, verb(id));
  const { told, code } = await showReport(db, funder, { id, today, speech });
  expect(told.notice?.title).toContain("Version 2");
  expect(told.notice?.text).toContain("Ersätter version 1");
  expect(told.sections.find(({ key }) => key === "report")?.table.rows[0]?.cells).toMatchObject({
    version: 2,
  });
  const csv = await reportFile(db, funder, { id, today, speech, format: "csv" });
  expect(csv.name).toBe(`${code}-interim-2013-05-31-v2.csv`);
  const { versions } = (await showReport(db, manager, { id, today, speech })).behind!;
  expect(versions.map(({ number, takenBackOn }) => [number, takenBackOn !== null])).toEqual([
    [2, false],
    [1, true],
  ]);
});

test("sharing twice with one form writes one version, and with two is refused", async () => {
  const { id, manager, funder } = await makeShared();
  await expect(shareReport(db, manager, verb(id))).rejects.toMatchObject({ code: "conflict" });
  await unshareReport(db, manager, verb(id));
  const again = verb(id);
  const both = await Promise.allSettled([
    shareReport(db, manager, again),
    shareReport(db, manager, again),
  ]);
  expect(both).toMatchObject([{ status: "fulfilled" }, { status: "fulfilled" }]);
  const others = await Promise.allSettled([unshareReport(db, manager, verb(id))]);
  expect(others).toHaveLength(1);
  expect(await db.reportVersion.count({ where: { reportId: id } })).toBe(2);
  await shareReport(db, manager, verb(id));
  const { told } = await showReport(db, funder, { id, today, speech });
  expect(told.notice?.text).toContain("Ersätter version 2");
});

test("nobody's name, id or words are in what is frozen: keys and hashes stand for them", async () => {
  const { id, manager, trainer, learner } = await makeShared();
  const version = await db.reportVersion.findFirstOrThrow({ where: { reportId: id } });
  const files = await db.reportVersionFile.findMany({ where: { versionId: version.id } });
  const frozen =
    version.content + files.map(({ bytes }) => Buffer.from(bytes).toString("latin1")).join();
  for (const somebody of [trainer, learner]) {
    expect(frozen).not.toContain(somebody.id);
    expect(frozen).not.toContain(somebody.familyName);
  }
  expect(frozen).not.toContain("Kurs i att söka");
  const beside = await db.reportVersionText.findMany({ where: { versionId: version.id } });
  expect(beside.map(({ text }) => text)).toContain("Kurs i att söka");
  const other = await makeShared();
  const keysOf = async (reportId: string) => {
    const people = await db.reportVersionPerson.findMany({ where: { version: { reportId } } });
    return people.map(({ key }) => key);
  };
  const both = [...(await keysOf(id)), ...(await keysOf(other.id))];
  expect(new Set(both).size).toBe(both.length);
  const { rows } = await showRows(db, manager, {
    ...{ id, number: 1, speech, ...everything },
    kind: "training",
  });
  expect(rows.map(({ words }) => words)).toContain("Kurs i att söka");
});

test("a row's person is named to who may see them today; else they are the version's key", async () => {
  const { id, manager, administrator, trainer } = await makeShared();
  const asked = { id, number: 1, speech, ...everything, kind: "group" };
  const seenBy = async (viewer: typeof manager) =>
    (await showRows(db, viewer, asked)).rows.map(({ person }) => person).join();
  expect(await seenBy(administrator)).toContain(trainer.familyName);
  // Manages the project, and none of its people.
  expect(await seenBy(manager)).not.toContain(trainer.familyName);
  expect(await seenBy(manager)).toMatch(/^P\.[A-Z2-9]{6},/);
});

test("texts and the names behind keys can be erased, and the checksum holds", async () => {
  const { id, administrator, trainer } = await makeShared();
  const [before] = await verifyReport(db, id);
  expect(before).toMatchObject({ holds: true, faults: [], texts: { erased: 0 } });
  const versionId = (await readVersion(db, { reportId: id, number: 1 })).id;
  await db.reportVersionText.deleteMany({ where: { versionId } });
  await db.reportVersionPerson.deleteMany({ where: { versionId, personId: trainer.id } });
  const [after] = await verifyReport(db, id);
  expect(after).toMatchObject({ holds: true, faults: [], people: { erased: 1 } });
  expect(after?.texts).toEqual({ kept: 0, erased: before?.texts.kept });
  const asked = { id, number: 1, speech, ...everything };
  const group = await showRows(db, administrator, { ...asked, kind: "group" });
  expect(JSON.stringify(group)).not.toContain(trainer.familyName);
  const training = await showRows(db, administrator, { ...asked, kind: "training" });
  expect(training.rows.map(({ words }) => words)).toContain(null);
});

test("what a version holds is kept under its checksum, and no other is taken for it", async () => {
  const { id, manager } = await makeShared();
  const first = await readVersion(db, { reportId: id, number: 1 });
  // There is no such version: what is told was kept.
  const kept = await versionContent(db, { id: randomUUID(), sha256: first.sha256 });
  expect(kept).toBe(first.content);
  await expect(versionContent(db, { id: randomUUID(), sha256: "none" })).rejects.toThrow();
  await unshareReport(db, manager, verb(id));
  await expect(readVersion(db, { reportId: id, number: "standing" })).rejects.toThrow();
  await shareReport(db, manager, verb(id));
  const second = await readVersion(db, { reportId: id, number: "standing" });
  expect(second.sha256).not.toBe(first.sha256);
  expect(second.content.heading.number).toBe(2);
});

test("the database refuses to change a version or its files", async () => {
  const { id } = await makeShared();
  const { id: versionId } = await readVersion(db, { reportId: id, number: 1 });
  const where = { id: versionId };
  const file = { versionId_path: { versionId, path: "sv/report.csv" } };
  const bytes = new Uint8Array([1]);
  const [text] = await db.reportVersionText.findMany({ where: { versionId } });
  for (const work of [
    () => db.reportVersion.update({ where, data: { sharedAt: new Date() } }),
    () => db.reportVersion.update({ where, data: { content: "{}" } }),
    () => db.reportVersion.update({ where, data: { takenBackAt: new Date(), number: 7 } }),
    () => db.reportVersion.delete({ where }),
    () => db.reportVersionFile.update({ where: file, data: { bytes } }),
    () => db.reportVersionFile.delete({ where: file }),
    () =>
      db.reportVersionFile.create({
        data: { versionId, path: "sv/other.csv", mediaType: "text/csv", bytes },
      }),
    () => db.reportVersionText.updateMany({ where: { versionId }, data: { text: "Annat" } }),
    () => db.reportVersionPerson.updateMany({ where: { versionId }, data: { key: "P.AAAAAA" } }),
    () => db.reportVersionText.create({ data: { versionId, row: "cost x", salt: "1", text: "2" } }),
    () => bindAnew(versionId),
    () =>
      db.$transaction(async (tx) => {
        await tx.reportVersion.update({ where, data: { takenBackAt: new Date() } });
        await bindAnew(versionId, tx);
      }),
    ...[
      "report_version",
      "report_version_file",
      "report_version_text",
      "report_version_person",
    ].map((table) => () => db.$executeRawUnsafe(`TRUNCATE ${table} CASCADE`)),
    () => db.$executeRawUnsafe("TRUNCATE report CASCADE"),
  ]) {
    await expect(work()).rejects.toThrow(/not changed|no such file/);
  }
  await db.reportVersion.update({ where, data: { takenBackAt: new Date() } });
  for (const takenBackAt of [null, new Date(0)]) {
    await expect(db.reportVersion.update({ where, data: { takenBackAt } })).rejects.toThrow(
      "not changed",
    );
  }
  expect(text).toBeDefined();
});

/** Gives a key whose name is erased to somebody else. */
async function bindAnew(versionId: string, tx: Pick<typeof db, "reportVersionPerson"> = db) {
  const [first, second] = await tx.reportVersionPerson.findMany({ where: { versionId } });
  if (!first || !second) throw new Error("Two people stand in the version");
  await tx.reportVersionPerson.deleteMany({
    where: { versionId, key: { in: [first.key, second.key] } },
  });
  await tx.reportVersionPerson.create({ data: { ...first, personId: second.personId } });
}

test("whatever is changed past the database's refusal is found, and named", async () => {
  const { id } = await makeShared();
  const { id: versionId } = await readVersion(db, { reportId: id, number: 1 });
  const tables = ["", "_file", "_text", "_person"].map((part) => `report_version${part}`);
  const faultsAfter = async (sql: string) => {
    await db.$transaction(async (tx) => {
      for (const table of tables) {
        await tx.$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      }
      await tx.$executeRawUnsafe(
        "ALTER TABLE report_version DROP CONSTRAINT IF EXISTS report_version_checksum, DROP CONSTRAINT IF EXISTS report_version_heading",
      );
      await tx.$executeRawUnsafe(sql.replaceAll("$id", `'${versionId}'`));
      for (const table of tables) {
        await tx.$executeRawUnsafe(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
      }
    });
    return (await verifyReport(db, id)).flatMap(({ faults }) => faults);
  };
  expect(
    await faultsAfter(
      "UPDATE report_version_file SET bytes = '\\x00' WHERE version_id = $id AND path = 'en/budget.png'",
    ),
  ).toEqual(["file en/budget.png"]);
  expect(
    await faultsAfter(
      "DELETE FROM report_version_file WHERE version_id = $id AND path = 'report.json'",
    ),
  ).toEqual(["file en/budget.png", "file report.json"]);
  expect(
    await faultsAfter("UPDATE report_version_text SET text = text || '.' WHERE version_id = $id"),
  ).toContainEqual(expect.stringMatching(/^text training /));
  const [first] = await db.reportVersionPerson.findMany({ where: { versionId } });
  expect(
    await faultsAfter(
      `UPDATE report_version_person SET person_id = (SELECT id FROM person WHERE id NOT IN
        (SELECT person_id FROM report_version_person) LIMIT 1)
        WHERE version_id = $id AND key = '${first?.key}'`,
    ),
  ).toContain(`person ${first?.key}`);
  expect(
    await faultsAfter(
      "UPDATE report_version SET shared_at = shared_at - interval '3 days' WHERE id = $id",
    ),
  ).toContain("heading");
  expect(
    await faultsAfter(
      "UPDATE report_version SET content = replace(content, '1624567', '1624568') WHERE id = $id",
    ),
  ).toContain("content");
});

test("reports that were shared before are frozen once, those shared first before the others", async () => {
  await freezeSharedReports(db);
  const { id: projectId } = await makeProject(db);
  const late = await makeReport(db, { projectId, isShared: true });
  const early = await makeReport(db, { projectId, isShared: true });
  await makeReport(db, { projectId });
  await db.report.update({
    where: { id: early.id },
    data: { sharedAt: new Date("2013-06-01T10:00:00Z") },
  });
  expect(await freezeSharedReports(db)).toBe(2);
  expect(await freezeSharedReports(db)).toBe(0);
  const versions = await db.reportVersion.findMany({
    where: { report: { projectId } },
    orderBy: { frozenAt: "asc" },
  });
  expect(versions).toMatchObject([
    { reportId: early.id, number: 1, freezing: "at_upgrade" },
    { reportId: late.id, number: 1, freezing: "at_upgrade" },
  ]);
  const { content } = await readVersion(db, { reportId: late.id, number: "standing" });
  expect(content.heading.sharedOn).toBe("2013-06-20");
  expect(content.told.sv.notice?.text).toMatch(/De är frysta .* inte när redovisningen delades\./);
  expect(content.told.en.notice?.text).toMatch(/They were frozen on .* not when/);
});
