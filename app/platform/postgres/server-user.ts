// PostgreSQL refuses to run as root. Started by root, the server runs as the owner of its cluster,
// or as `nobody` for a new one; started by anybody else it runs as that user.
import { execFileSync } from "node:child_process";
import { stat } from "node:fs/promises";
import { runProgram, type SystemUser } from "./run-program";

/** The user for the server of this cluster, which need not exist yet. */
export async function serverUser(cluster: string): Promise<SystemUser> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return { uid: idOfNobody("-u"), gid: idOfNobody("-g") };
}

/** Whether the user can create files in the folder: every folder above it counts as well. */
export async function canWriteIn(folder: string, user: SystemUser): Promise<boolean> {
  const probe = 'cd "$0" && : > .probe && rm .probe';
  return (await runProgram("/bin/sh", ["-c", probe, folder], { user })).ok;
}

function idOfNobody(which: "-u" | "-g"): number {
  // Some systems print the id as a negative number of 32 bits.
  return Number(execFileSync("id", [which, "nobody"], { encoding: "utf8" })) >>> 0;
}
