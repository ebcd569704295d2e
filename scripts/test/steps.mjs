// What `npm test` runs, in this order.

/**
 * @typedef {{
 *   name: string;
 *   says: string;
 *   args: string[];
 *   reportOption?: string;
 *   counts: "one" | "lines" | "vitest" | "playwright";
 *   usesBothCores?: boolean;
 *   needs?: string[];
 * }} Step A program for Node, what it proves, and how its tests are counted. A step that keeps both
 *   cores busy runs alone; the others run two at a time. `reportOption` names the file of a suite's
 *   own JSON report.
 */

/** @type {Step[]} */
export const steps = [
  {
    name: "lint",
    says: "ESLint finds nothing",
    args: [
      ...["node_modules/eslint/bin/eslint.js", "-c", "scripts/checks/eslint.config.js"],
      ...["--max-warnings", "0", "--cache", "--cache-location", "node_modules/.cache/eslint/", "."],
    ],
    counts: "one",
  },
  {
    name: "types",
    says: "the compiler finds no fault",
    args: [
      ...["node_modules/typescript/bin/tsc", "--noEmit", "--incremental"],
      ...["--tsBuildInfoFile", "node_modules/.cache/tsc.tsbuildinfo"],
    ],
    counts: "one",
  },
  {
    name: "format",
    says: "every file looks as Prettier leaves it (npm run format)",
    args: [
      ...["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn"],
      ...["--cache", "--cache-location", "node_modules/.cache/prettier/cache"],
      ...[".", "!tests/fixtures/**", "!public/**"],
    ],
    counts: "one",
  },
  {
    name: "checks",
    says: "the rules of the house: direction of imports, rooms of tables, layout, messages, schema",
    args: ["--import", "tsx", "scripts/checks/run.ts"],
    counts: "lines",
  },
  {
    name: "build",
    says: "the app can be built",
    args: ["--import", "tsx", "scripts/test/build.ts"],
    counts: "one",
  },
  vitest("unit", "rules and formats, without a database"),
  vitest("integration", "queries and commands against a real PostgreSQL"),
  vitest("routes", "loaders and actions, and who may see what"),
  {
    name: "e2e",
    says: "the main journeys in a real Chromium",
    args: ["node_modules/@playwright/test/cli.js", "test", "-c", "tests/playwright.config.ts"],
    counts: "playwright",
    usesBothCores: true,
    needs: ["build"],
  },
];

/**
 * @param {string} name
 * @param {string} says
 * @returns {Step}
 */
function vitest(name, says) {
  return {
    name,
    says,
    args: [
      ...["node_modules/vitest/vitest.mjs", "run", "--config", "tests/vitest.config.ts"],
      ...["--project", name, "--reporter=dot", "--reporter=json"],
    ],
    reportOption: "--outputFile.json=",
    counts: "vitest",
    usesBothCores: true,
  };
}
