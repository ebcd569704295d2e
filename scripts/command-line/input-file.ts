import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { callersPath } from "./callers-path";
import { UserError } from "./user-error";

/** A file that somebody named on a command line, with its content. */
export async function readInputFile(
  path: string,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  try {
    return { name: basename(path), bytes: new Uint8Array(await readFile(callersPath(path))) };
  } catch (error) {
    throw new UserError(
      `${path} can't be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
