import { spawn } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const program = fileURLToPath(new URL("log-program.ts", import.meta.url));

/** Runs the program beside this file; `stderr` may be a file's descriptor. */
async function serveWith(env: Record<string, string>, stderr: "pipe" | number = "pipe") {
  const args = ["--import", "tsx", program, "20"];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_OPTIONS: "", ...env },
    stdio: ["ignore", "pipe", stderr],
    timeout: 15_000,
  });
  const [out, err, code] = await Promise.all([
    child.stdout ? text(child.stdout) : "",
    child.stderr ? text(child.stderr) : "",
    new Promise<number | null>((resolve) => child.on("close", resolve)),
  ]);
  return { code, statuses: JSON.parse(out || "[]"), err };
}

const allServed = Array.from({ length: 20 }, () => 200);

test("every request and the last words of a process are in the file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kaskad-log-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "below", "kaskad.log");
  const { code, statuses, err } = await serveWith({ KASKAD_LOG_FILE: file });
  expect({ code, statuses, err }).toEqual({ code: 0, statuses: allServed, err: "" });
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  const logged = lines.map((line) => JSON.parse(line));
  expect(logged.filter(({ path }) => path === "/log-program.ts")).toHaveLength(20);
  // What is being written when the process ends may get there after its last words.
  const lastWords = expect.objectContaining({ message: "the last line" });
  expect(logged).toContainEqual(expect.objectContaining({ msg: "The end", err: lastWords }));
});

test.skipIf(process.platform !== "linux")(
  "a log on a full disk neither ends nor holds up the program, and is told of once",
  async () => {
    const { code, statuses, err } = await serveWith({ KASKAD_LOG_FILE: "/dev/full" });
    expect({ code, statuses }).toEqual({ code: 0, statuses: allServed });
    expect(err.trim().split("\n")).toEqual([
      expect.stringMatching(/^The log \/dev\/full can't be written \(ENOSPC/),
    ]);
  },
);

test.skipIf(process.platform !== "linux")(
  "nor does a standard error that takes nothing, where the log goes there",
  async () => {
    const full = openSync("/dev/full", "w");
    const { code, statuses } = await serveWith({ KASKAD_LOG_FILE: "" }, full);
    expect({ code, statuses }).toEqual({ code: 0, statuses: allServed });
  },
);
