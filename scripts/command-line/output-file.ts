import { writeFile } from "node:fs/promises";
import { callersPath } from "./callers-path";
import { UserError } from "./user-error";

/** Writes what a command made to a file that somebody named, or to standard output for "-". */
export async function writeOutput(path: string, bytes: Uint8Array): Promise<void> {
  if (path === "-") {
    process.stdout.write(bytes);
    return;
  }
  try {
    await writeFile(callersPath(path), bytes);
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    throw new UserError(`${path} can't be written: ${because}`);
  }
}
