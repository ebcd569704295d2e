// `npm test`: everything that this repository knows about being right. Plain JavaScript, because
// it also puts node_modules in order.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { installPackages } from "./start/packages.mjs";
import { generateClient } from "./start/prisma-client.mjs";
import { findOrFetchChromium } from "./test/chromium.mjs";
import { cleanEnvironment } from "./test/clean-environment.mjs";
import { stopPrograms } from "./test/run-step.mjs";
import { runSteps } from "./test/run-steps.mjs";
import { steps } from "./test/steps.mjs";

const HELP = `Usage: npm test [-- STEP …]

Runs all steps, or the named ones with what they need:

${steps.map(({ name, says }) => `  ${name.padEnd(13)}${says}`).join("\n")}

The last line is "N passed, N failed"; the exit code is 1 where anything failed.
CHROME_PATH names the Chromium or Chrome of the e2e step, where it is not found by itself.`;

const cwd = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "kaskad-test-"));
const stopping = new AbortController();
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const [signal, code] of /** @type {const} */ ([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
])) {
  process.once(signal, () => {
    console.log("Stopping …");
    stopping.abort();
    void stopPrograms().then(() => process.exit(code));
  });
}

await run().catch((error) => {
  // Whoever stopped us ends the process too, once everything is down.
  if (stopping.signal.aborted) return new Promise(() => undefined);
  throw error;
});

async function run() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: "boolean", short: "h" } },
  });
  const unknown = positionals.filter((name) => !steps.some((step) => step.name === name));
  if (values.help || unknown.length > 0) {
    if (unknown.length > 0) console.error(`There is no step called ${unknown.join(", ")}.\n`);
    console.log(HELP);
    process.exitCode = unknown.length > 0 ? 1 : 0;
    return;
  }
  // With this set to "production", npm would leave out the tools of the tests.
  Reflect.deleteProperty(process.env, "NODE_ENV");
  await installPackages(stopping.signal);
  await generateClient(stopping.signal);
  const chosen = choose(positionals);
  const { passed, failed, skipped } = await runSteps({
    steps: chosen,
    cwd,
    folder,
    env: await environment(chosen),
    say: (line) => console.log(line),
    signal: stopping.signal,
  });
  if (skipped > 0) console.log(`${skipped} skipped`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

/** @param {string[]} names none means all */
function choose(names) {
  const needed = steps
    .filter(({ name }) => names.includes(name))
    .flatMap(({ needs }) => needs ?? []);
  return steps.filter(({ name }) => names.length === 0 || [...names, ...needed].includes(name));
}

/** @param {typeof steps} chosen */
async function environment(chosen) {
  const env = cleanEnvironment(process.env);
  env.NO_COLOR = "1";
  if (chosen.some((step) => step.counts === "playwright")) {
    const say = (/** @type {string} */ line) => console.log(line);
    const chromium = await findOrFetchChromium(say).catch((error) => say(error.message));
    if (chromium) env.CHROME_PATH = chromium;
    else say("The e2e step needs a Chromium or Chrome: install one, or name it in CHROME_PATH.");
  }
  return env;
}
