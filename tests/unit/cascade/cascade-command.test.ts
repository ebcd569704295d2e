import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

import { expect, onTestFinished, test, vi } from "vitest";

import { twoLearners } from "./two-learners";

// Each call starts a Node of its own.
vi.setConfig({ testTimeout: 30_000 });

const root = fileURLToPath(new URL("../../..", import.meta.url));
const { input, figures } = twoLearners();

test("figures prints the figures of a file", async () => {
  const file = await writeTemporaryFile(JSON.stringify(input));
  const { code, out, err } = await cascade({ args: ["figures", file] });

  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(JSON.stringify(JSON.parse(out))).toBe(JSON.stringify(figures));
});

test("figures reads standard input in place of a file", async () => {
  const { code, out } = await cascade({ args: ["figures", "-"], stdin: JSON.stringify(input) });

  expect({ code, figures: JSON.parse(out) }).toEqual({ code: 0, figures });
});

test("problems name the file and the place, one a line, and print no figures", async () => {
  const file = await writeTemporaryFile(
    JSON.stringify({ ...input, asOf: "2026-02-30", shouldHold: ["p1", 2] }),
  );

  expect(await cascade({ args: ["figures", file] })).toEqual({
    code: 1,
    out: "",
    err: [
      `${file}: asOf: "2026-02-30" is not a day of the calendar (YYYY-MM-DD)`,
      `${file}: shouldHold[1]: must be a string`,
      "",
    ].join("\n"),
  });
});

test("a file that isn't there is a problem like others", async () => {
  const { code, out, err } = await cascade({ args: ["figures", "no-such-file.json"] });

  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(/^no-such-file\.json: cannot be read: ENOENT/);
});

test.each([
  [["plan", "week.json"], "plan is not available in this version: only figures is.\n"],
  [["figure", "week.json"], 'There is no command "figure".\n'],
  [["figures"], "figures takes one FILE.\n"],
  [["figures", "a.json", "b.json"], "figures takes one FILE.\n"],
  [[], "Which command?\n"],
])("%j ends with 1 and says why", async (args, message) => {
  const { code, out, err } = await cascade({ args });

  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err.startsWith(message)).toBe(true);
});

test("--help says how to call it", async () => {
  const { code, out, err } = await cascade({ args: ["figures", "--help"] });

  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("npm run -s cascade -- figures FILE");
});

type Outcome = { code: number | null; out: string; err: string };

async function cascade({ args, stdin = "" }: { args: string[]; stdin?: string }): Promise<Outcome> {
  const command = ["--import", "tsx", "scripts/cascade.ts", ...args];
  const child = spawn(process.execPath, command, { cwd: root });
  const closed = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  child.stdin.end(stdin);
  const [code, out, err] = await Promise.all([closed, text(child.stdout), text(child.stderr)]);
  return { code, out, err };
}

async function writeTemporaryFile(content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "cascade-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "cascade.json");
  await writeFile(file, content);
  return file;
}
