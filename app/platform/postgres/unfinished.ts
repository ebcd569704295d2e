// A folder that takes time to make bears a passing name until it is whole. The name says whose it
// is, so that what a killed program has left can be told from what another one is making.
import { randomBytes } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

// A program that was killed writes on for a moment into what is being removed.
const patient = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 };

/** A mark that no other process, and nothing else of this one, bears. */
export function uniqueMark(): string {
  return `${process.pid}-${randomBytes(4).toString("hex")}`;
}

/** The passing name of what will bear `name`. */
export function unfinishedName(name: string): string {
  return `${name}.new-${uniqueMark()}`;
}

/** Removes a folder that is not to be finished, or is no longer. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, patient);
}

/** Removes what killed programs have left. A process id in use again keeps it a while longer. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = /^(?:postgres|before-.*)\.new-(\d+)-/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await removeFolder(join(folder, name));
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
