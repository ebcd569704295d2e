import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { countTests, type Count } from "../../../scripts/test/counts.mjs";

const folder = mkdtempSync(join(tmpdir(), "kaskad-counts-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Result = Omit<Parameters<typeof countTests>[0], "report"> & { report?: object };

const vitest = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, testResults: [] };
const brokenFile = { status: "failed", assertionResults: [] };
const failedFile = { status: "failed", assertionResults: [{ status: "failed" }] };
const stats = { expected: 7, unexpected: 0, flaky: 0, skipped: 0 };

test.each<[string, Partial<Result>, Count]>([
  ["a program that ends well is one test", {}, count(1, 0)],
  ["and one failure where it doesn't", { ended: false }, count(0, 1)],
  [
    "checks are counted by their lines",
    { counts: "lines", ended: false, output: "ok   a\nFAIL b\n     FAIL c\nok   d\n" },
    count(2, 1),
  ],
  [
    "checks that broke off have failed",
    { counts: "lines", ended: false, output: "ok   a" },
    count(1, 1),
  ],
  ["vitest's own figures", { counts: "vitest", report: vitest }, count(7, 0)],
  [
    "skipped tests are told apart",
    { counts: "vitest", report: { ...vitest, numPendingTests: 2, numTodoTests: 1 } },
    count(7, 0, 3),
  ],
  [
    "a file that could not be loaded is a failure, one whose tests failed is not another",
    {
      counts: "vitest",
      ended: false,
      report: { ...vitest, numFailedTests: 1, testResults: [brokenFile, failedFile] },
    },
    count(7, 2),
  ],
  [
    "an error outside of all tests is one",
    { counts: "vitest", ended: false, report: vitest },
    count(7, 1),
  ],
  [
    "a suite without tests has failed",
    { counts: "vitest", report: { ...vitest, numPassedTests: 0 } },
    count(0, 1),
  ],
  ["so has one without a report", { counts: "vitest" }, count(0, 1)],
  [
    "Playwright's figures",
    {
      counts: "playwright",
      ended: false,
      report: { stats: { ...stats, unexpected: 2, skipped: 1 }, errors: [] },
    },
    count(7, 2, 1),
  ],
  [
    "an app that did not start",
    {
      counts: "playwright",
      ended: false,
      report: { stats: { ...stats, expected: 0 }, errors: [{}] },
    },
    count(0, 1),
  ],
])("%s", (_, { report, ...result }, expected) => {
  const file = join(folder, `${Math.random()}.json`);
  if (report) writeFileSync(file, JSON.stringify(report));
  expect(countTests({ counts: "one", ended: true, output: "", ...result, report: file })).toEqual(
    expected,
  );
});

function count(passed: number, failed: number, skipped = 0): Count {
  return { passed, failed, skipped };
}
