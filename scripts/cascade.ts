import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import process from "node:process";
import { text } from "node:stream/consumers";

import { readCascadeFile } from "~/features/cascade/spread/cascade-file.schema";
import { cascadeFigures } from "~/features/cascade/rules/cascade-figures";

const help = `Computes a method's cascade from a file, without a database.

  npm run -s cascade -- figures FILE   prints the figures as JSON
  npm run -s cascade -- plan FILE      plans hand-overs: not available in this version

FILE is JSON with asOf, method, people, shouldHold, acquisitions, mayTeach and handOvers;
"-" reads it from standard input. Problems go to standard error, each with the file and the
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
  if (command !== "figures" || file === undefined || rest.length > 0) {
    return refuse([usageProblem(command), "", help.trimEnd()]);
  }
  return printFigures(file);
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
