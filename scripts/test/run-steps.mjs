// Runs the chosen steps, as many at a time as does not make them slower, and tells of each.
import path from "node:path";
import { countTests } from "./counts.mjs";
import { runProgram } from "./run-step.mjs";

/** @typedef {import("./counts.mjs").Count} Count */
/** @typedef {import("./steps.mjs").Step} Step */

/**
 * Goes on after a step that fails, except with those that need it. Throws when told to stop.
 * @param {{
 *   steps: Step[];
 *   cwd: string;
 *   folder: string;
 *   env: NodeJS.ProcessEnv;
 *   say: (line: string) => void;
 *   signal: AbortSignal;
 * }} run `folder` is for the suites' own reports
 * @returns {Promise<Count>}
 */
export async function runSteps(run) {
  /** @type {Map<string, Count>} */
  const results = new Map();
  const light = run.steps.filter((step) => !step.usesBothCores);
  const heavy = run.steps.filter((step) => step.usesBothCores);
  const queue = [...light];
  const lane = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) {
      results.set(step.name, await runStep({ ...run, step, results }));
    }
  };
  await Promise.all([lane(), lane()]);
  for (const step of heavy) results.set(step.name, await runStep({ ...run, step, results }));
  return sum([...results.values()]);
}

/**
 * @param {Omit<Parameters<typeof runSteps>[0], "steps"> & {
 *   step: Step;
 *   results: Map<string, Count>;
 * }} run
 * @returns {Promise<Count>}
 */
async function runStep({ step, results, cwd, folder, env, say, signal }) {
  signal.throwIfAborted();
  const missing = step.needs?.find((name) => (results.get(name)?.failed ?? 0) > 0);
  if (missing) {
    say(line("FAIL", step.name, `not run: it needs ${missing}`));
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const began = Date.now();
  const report = path.join(folder, `${step.name}.json`);
  const { ended, output } = await runProgram({
    args: step.reportOption ? [...step.args, step.reportOption + report] : step.args,
    cwd,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  signal.throwIfAborted();
  const count = countTests({ counts: step.counts, ended, output, report });
  const seconds = `${((Date.now() - began) / 1000).toFixed(1)} s`;
  say(line(count.failed > 0 ? "FAIL" : "ok", step.name, `${seconds.padStart(8)}  ${tell(count)}`));
  if (count.failed > 0) say(indent(output));
  return count;
}

/** @param {Count} count */
function tell({ passed, failed, skipped }) {
  return [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ].join(", ");
}

/**
 * @param {string} verdict
 * @param {string} name
 * @param {string} rest
 */
function line(verdict, name, rest) {
  return `${verdict.padEnd(4)}  ${name.padEnd(12)} ${rest}`;
}

/** @param {string} output */
function indent(output) {
  const lines = output.trimEnd().split("\n");
  const shown = lines.length > 600 ? [...lines.slice(0, 300), "[…]", ...lines.slice(-300)] : lines;
  return shown.map((text) => `      ${text}`).join("\n");
}

/**
 * @param {Count[]} counts
 * @returns {Count}
 */
function sum(counts) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const count of counts) {
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
  }
  return total;
}
