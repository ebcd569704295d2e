import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { reportPayload } from "~/features/reports/report-payload.queries.server";
import { todayInStockholm } from "~/platform/clock";
import { makeProject } from "../../factories/project";
import { testDatabase } from "../../support/database";
import { makeReportedProject } from "./reported-project";

const { db, url } = await testDatabase();
const { project, report } = await makeReportedProject(db);
await makeProject(db, { code: "AAA", name: "Först" });

const folder = await mkdtemp(join(tmpdir(), "kaskad-report-"));
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]) {
  const command = ["--import", "tsx", "scripts/report.ts", ...args];
  const env = { ...process.env, DATABASE_URL: url };
  const done = promisify(execFile)(process.execPath, command, { env });
  return done.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      stdout,
      stderr,
    }),
  );
}

test("list prints the projects", { timeout: 60_000 }, async () => {
  const { code, stdout } = await run("list");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
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

test("what can't be written ends with 1 and says why", { timeout: 90_000 }, async () => {
  const unknown = await run("NOWHERE");
  expect(unknown).toMatchObject({ code: 1, stdout: "" });
  expect(unknown.stderr).toContain("There is no project NOWHERE");
  expect(unknown.stderr).toContain(`AAA  Först\n  ${project.code}  =Nätet`);
  const elsewhere = await run("AAA", "--report", report.id);
  expect(elsewhere).toMatchObject({ code: 1, stdout: "" });
  expect(elsewhere.stderr).toContain("has no report");
  expect((await run("AAA", "--format", "pdf")).stderr).toContain("--format is csv or json");
  expect((await run()).stderr).toContain("Name one project");
});
