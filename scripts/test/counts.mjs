// How many tests of a step passed and failed.
import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number; failed: number; skipped: number }} Count */

/**
 * A step that ends badly has at least one failure, and a suite without a single test has failed.
 * @param {{
 *   counts: import("./steps.mjs").Step["counts"];
 *   ended: boolean;
 *   output: string;
 *   report: string;
 * }} result `ended`: with exit code 0. `report`: the path of the suite's own JSON report.
 * @returns {Count}
 */
export function countTests({ counts, ended, output, report }) {
  const count = countBy[counts]({ ended, output, report: readReport(report) });
  if (count.failed > 0) return count;
  return ended && count.passed > 0 ? count : { ...count, failed: 1 };
}

/** @type {Record<import("./steps.mjs").Step["counts"], (result: { ended: boolean; output: string; report: any }) => Count>} */
const countBy = {
  one: ({ ended }) => ({ passed: ended ? 1 : 0, failed: ended ? 0 : 1, skipped: 0 }),
  lines: ({ output }) => ({
    passed: [...output.matchAll(/^ok /gm)].length,
    failed: [...output.matchAll(/^FAIL /gm)].length,
    skipped: 0,
  }),
  vitest: ({ report }) => ({
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + brokenFiles(report),
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  }),
  playwright: ({ report }) => ({
    passed: (report?.stats.expected ?? 0) + (report?.stats.flaky ?? 0),
    failed: (report?.stats.unexpected ?? 0) + (report?.errors.length ?? 0),
    skipped: report?.stats.skipped ?? 0,
  }),
};

/**
 * Files that failed as a whole, before or beside their tests.
 * @param {any} report Vitest's, in the shape of Jest's
 */
function brokenFiles(report) {
  /** @type {{ status: string; assertionResults: { status: string }[] }[]} */
  const files = report?.testResults ?? [];
  return files.filter(
    (file) =>
      file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
  ).length;
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
