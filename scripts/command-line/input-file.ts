import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { callersPath } from "./callers-path";
import { UserError } from "./user-error";

/** Bytes. Far more than any ledger has, and what a program can hold. */
const largestFile = 100_000_000;

/** A file that somebody named on a command line, with its content. */
export async function readInputFile(
  path: string,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  try {
    const { size } = await stat(callersPath(path));
    if (size > largestFile) throw new UserError("it is larger than 100 MB.");
    return { name: basename(path), bytes: new Uint8Array(await readFile(callersPath(path))) };
  } catch (error) {
    throw new UserError(
      `${path} can't be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
