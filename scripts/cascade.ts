import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import process from "node:process";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";

import { readCascadeFile } from "~/features/cascade/spread/cascade-file.schema";
import { runCommand } from "./command-line/user-error";
import { cascadeFigures } from "~/features/cascade/rules/cascade-figures";

const help = `Computes a method's cascade from a file, without a database, or looks after the stored one.

  npm run -s cascade -- figures FILE   prints the figures as JSON
  npm run -s cascade -- plan FILE      plans hand-overs: not available in this version
  npm run -s cascade -- check          compares the stored lineage with a fresh reckoning, and lists
                                       what differs, and the units that are counted otherwise;
                                       ends with 1 where anything does
  npm run -s cascade -- rebuild        reckons the stored lineage of every method anew, and counts
                                       the people of all units

FILE is JSON with asOf, method, people, shouldHold, acquisitions, mayTeach and handOvers;
"-" reads it from standard input. check and rebuild take --data DIR, the data folder (default:
KASKAD_DATA or ./data); DATABASE_URL wins over it. Problems go to standard error, each with the file and the
place in it, and the command ends with 1.
`;

process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  const [command, file, ...rest] = args;
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(help);
    return 0;
  }
  if (command === "plan") {
    return refuse(["plan is not available in this version: only figures is."]);
  }
  if (command === "check" || command === "rebuild") return lookAfterLineage(command);
  if (command !== "figures" || file === undefined || rest.length > 0) {
    return refuse([usageProblem(command), "", help.trimEnd()]);
  }
  return printFigures(file);
}

async function lookAfterLineage(command: "check" | "rebuild"): Promise<number> {
  await runCommand(async () => {
    const { values } = parseArgs({
      options: { data: { type: "string" } },
      args: process.argv.slice(3),
    });
    const { withAppDatabase } = await import("./command-line/app-database");
    const { checkLineage, rebuildLineage } =
      await import("~/features/cascade/history/check-lineage.server");
    await withAppDatabase({ dataDir: values.data }, async (db) => {
      if (command === "rebuild") return print({ rebuilt: await rebuildLineage(db) });
      const offenders = await checkLineage(db);
      print({ offenders });
      if (offenders.length > 0) process.exitCode = 1;
    });
  });
  return Number(process.exitCode ?? 0);
}

function print(result: object): void {
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}

function usageProblem(command: string | undefined): string {
  if (command === undefined) return "Which command?";
  if (command === "figures") return "figures takes one FILE.";
  return `There is no command "${command}".`;
}

async function printFigures(file: string): Promise<number> {
  const name = file === "-" ? "standard input" : file;
  let content: string;
  try {
    content = await contentOf(file);
  } catch (error) {
    return refuse([
      `${name}: cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
  const read = readCascadeFile(content);
  if (!read.ok) {
    const lines = read.problems.map(({ path, message }) => [name, path, message].filter(Boolean));
    return refuse(lines.map((parts) => parts.join(": ")));
  }
  process.stdout.write(`${JSON.stringify(cascadeFigures(read.input), null, 2)}\n`);
  return 0;
}

async function contentOf(file: string): Promise<string> {
  if (file === "-") return text(process.stdin);
  return readFile(resolve(callersFolder(), file), "utf8");
}

/** npm runs scripts in the project's folder and keeps the caller's in INIT_CWD. */
function callersFolder(): string {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env;
  return script === "cascade" && folder !== undefined ? folder : process.cwd();
}

function refuse(lines: readonly string[]): number {
  process.stderr.write(`${lines.join("\n")}\n`);
  return 1;
}
