import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { reportPayload } from "~/features/reports/payload/report-payload.queries.server";
import { shareReport } from "~/features/reports/writing/reports.commands.server";
import { todayInStockholm } from "~/platform/clock";
import { makeCost } from "../../factories/cost";
import { makeProject } from "../../factories/project";
import { testDatabase } from "../../support/database";
import { runCommand } from "../../support/run-command";
import { makeReaders, makeReportedProject } from "./reported-project";

const { db, url } = await testDatabase();
const { project, report } = await makeReportedProject(db);
await makeProject(db, { code: "AAA", name: "Först" });

const folder = await mkdtemp(join(tmpdir(), "kaskad-report-"));
afterAll(() => rm(folder, { recursive: true }));

const run = (...args: string[]) => runCommand("report", args, { DATABASE_URL: url });

test("list prints the projects", { timeout: 60_000 }, async () => {
  const { code, out } = await run("list");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    projects: [
      { code: "AAA", name: "Först" },
      { code: project.code, name: "=Nätet" },
    ],
  });
});

test("a report is written as the page's own JSON and CSV", { timeout: 60_000 }, async () => {
  const json = join(folder, "r.json");
  const csv = join(folder, "r.csv");
  expect(await run(project.code, "--format", "json", "--out", json)).toMatchObject({ code: 0 });
  expect(await run(project.code, "--out", csv, "--lang", "en")).toMatchObject({ code: 0 });
  const today = todayInStockholm();
  expect(JSON.parse(await readFile(json, "utf8"))).toEqual(
    await reportPayload(db, { reportId: report.id, today }),
  );
  const text = await readFile(csv, "utf8");
  expect(text.startsWith("\uFEFFThe report;")).toBe(true);
  expect(text).toContain(";16245,67;");
});

test(
  "a former code leads to its project's report, and says so beside it",
  { timeout: 60_000 },
  async () => {
    const { id, code } = await makeProject(db, { code: "AAB", name: "Flyttat" });
    await db.project.update({ where: { id }, data: { code: "ZZZ" } });
    const { out, err, ...ended } = await run(code, "--format", "json");
    expect(ended.code).toBe(0);
    expect(err).toBe("The project AAB has the code ZZZ now.\n");
    expect(JSON.parse(out).project).toMatchObject({ code: "ZZZ", name: "Flyttat" });
  },
);

test("what can't be written ends with 1 and says why", { timeout: 90_000 }, async () => {
  const unknown = await run("NOWHERE");
  expect(unknown).toMatchObject({ code: 1, out: "" });
  expect(unknown.err).toContain("There is no project NOWHERE");
  expect(unknown.err).toContain(`AAA  Först\n  ${project.code}  =Nätet`);
  const elsewhere = await run("AAA", "--report", report.id);
  expect(elsewhere).toMatchObject({ code: 1, out: "" });
  expect(elsewhere.err).toContain("has no report");
  expect((await run("AAA", "--format", "pdf")).err).toContain("--format is csv or json");
  expect((await run()).err).toContain("Name one project");
});

test(
  "a database or a place that isn't there is told in a sentence",
  { timeout: 90_000 },
  async () => {
    const unwritable = await run("list", "--out", join(folder, "none", "list.json"));
    expect(unwritable).toMatchObject({ code: 1, out: "" });
    expect(unwritable.err).toMatch(/^\S+list\.json can't be written: ENOENT[^\n]*\n$/);

    const away = "postgresql://kaskad@127.0.0.1:1/kaskad";
    const unreachable = await runCommand("report", ["list"], { DATABASE_URL: away });
    expect(unreachable).toMatchObject({ code: 1, out: "" });
    expect(unreachable.err).toMatch(/^The database of DATABASE_URL cannot be used: [^\n]+\n$/);

    const nowhere = join(folder, "typo");
    const none = await runCommand("report", ["list", "--data", nowhere], { DATABASE_URL: "" });
    expect(none).toMatchObject({ code: 1, out: "" });
    expect(none.err).toBe(`There is no database in ${nowhere}: run npm start once.\n`);
    expect(existsSync(nowhere)).toBe(false);
  },
);

test(
  "a shared report is written as it was shared, and verified",
  { timeout: 120_000 },
  async () => {
    const scene = await makeReportedProject(db);
    const { manager } = await makeReaders(db, {
      projectId: scene.projectId,
      authorityId: scene.unit.authorityId,
    });
    const id = scene.report.id;
    expect(await run("verify", id)).toMatchObject({ code: 1, out: "" });
    await shareReport(db, manager, { id, submissionId: randomUUID() });
    await makeCost(db, { projectId: scene.projectId, bookedOn: "2013-04-04", amountOre: 100 });
    const written = await run(scene.project.code, "--report", id, "--format", "json");
    const [file] = await db.reportVersionFile.findMany({ where: { path: "report.json" } });
    expect(written.out).toBe(new TextDecoder().decode(file?.bytes));

    const held = await run("verify", id);
    expect(held).toMatchObject({ code: 0, err: "" });
    expect(held.out).toMatch(/^Version 1, shared .*: holds\./);
    await db.reportVersionText.deleteMany();
    await db.$executeRaw`alter table report_version_file disable trigger user`;
    await db.$executeRaw`delete from report_version_file where path = 'sv/report.csv'`;
    const broken = await run("verify", id, "--json");
    expect(broken.code).toBe(1);
    expect(JSON.parse(broken.out)).toMatchObject({
      ...{ report: id, holds: false },
      versions: [{ number: 1, holds: false, faults: ["file sv/report.csv"] }],
    });
  },
);
