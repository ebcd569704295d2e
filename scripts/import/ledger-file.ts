import { isTrusted, isUnreadable, toldProblems } from "~/features/exchange/ledgers/trusted.server";
import { describeSieProblem } from "~/formats/sie/describe-problem";
import { readSie } from "~/formats/sie/read-sie";
import type { SieFile, SieProblem } from "~/formats/sie/sie-file";
import { summariseSie } from "~/formats/sie/summarise";
import { readInputFile } from "../command-line/input-file";
import { UserError } from "../command-line/user-error";
import { say, warnOfFirst } from "./print";

export type HandedIn = { name: string; bytes: Uint8Array<ArrayBuffer> };

/** Prints what a SIE file holds, also of one that can't be trusted, and then says why not. */
export async function inspectSie(path: string): Promise<void> {
  const { file, problems } = await readAndReport(path);
  if (!problems.some(({ code }) => isUnreadable(code))) say(JSON.stringify(summariseSie(file)));
  if (problems.some(({ severity }) => severity === "error")) refuse(path);
}

/** A ledger that can be trusted; its smaller problems have been told. */
export async function readLedger(path: string): Promise<{ handedIn: HandedIn; file: SieFile }> {
  const { handedIn, file, problems } = await readAndReport(path, toldProblems);
  if (!isTrusted(problems)) refuse(path);
  return { handedIn, file };
}

async function readAndReport(
  path: string,
  told: (problems: readonly SieProblem[]) => readonly SieProblem[] = (problems) => problems,
) {
  const handedIn = await readInputFile(path);
  const { file, problems } = readSie(handedIn.bytes);
  // The reasons first: of each kind of problem no more than a person will read.
  for (const severity of ["error", "warning", "notice"] as const) {
    const lines = told(problems)
      .filter((problem) => problem.severity === severity)
      .map((problem) => `${severity}: ${describeSieProblem(problem)}`);
    warnOfFirst(lines, severity === "error" ? 100 : 20);
  }
  return { handedIn, file, problems };
}

function refuse(path: string): never {
  throw new UserError(`${path} can't be trusted and is not brought in.`);
}
