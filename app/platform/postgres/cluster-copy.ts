import {
  constants,
  cp,
  lchown,
  lstat,
  readdir,
  readFile,
  realpath,
  rename,
  stat,
  statfs,
  symlink,
  utimes,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Cluster } from "./cluster";
import { programFile } from "./program-folder";
import { runProgram } from "./run-program";
import { removeFolder, removeLeftovers, unfinishedName } from "./unfinished";

/** Why a cluster could not be copied, as half a sentence. */
export class ClusterCopyError extends Error {
  override name = "ClusterCopyError";
}

/**
 * Copies a stopped cluster to DATA/`name`, whole or not at all, and returns that path. In the place
 * of DATA/postgres the copy is a cluster like any other. Where the cluster lies elsewhere, so does
 * the copy, beside it, and DATA/`name` is a link to it too. A copy of that name that was made after
 * `lastChange` is as good and is kept as it is; an older one stays beside the new one. `durable:
 * false` gives up safety against power cuts, for tests.
 * Throws a ClusterCopyError.
 */
export async function copyCluster(options: {
  dataDir: string;
  cluster: Cluster;
  name: string;
  lastChange: Date | null;
  durable: boolean;
  signal?: AbortSignal;
  /** Free bytes of the file system of a folder. */
  roomIn?: (folder: string) => Promise<number>;
}): Promise<string> {
  const { cluster, dataDir, lastChange } = options;
  const home = dirname(cluster.folder);
  await removeLeftovers(home);
  const { name, isMade } = await findName({ ...options, folders: [dataDir, home], lastChange });
  const entry = join(dataDir, name);
  if (isMade) return entry;

  await refuseLackOfRoom({ cluster, home, roomIn: options.roomIn ?? freeBytes });
  const unfinished = join(home, unfinishedName(name));
  try {
    await copyStopped({ ...options, unfinished });
    await rename(unfinished, join(home, name));
  } catch (error) {
    await removeFolder(unfinished);
    throw hasCode(error, "ENOSPC") ? new ClusterCopyError(`${home} has no room left`) : error;
  }
  if (home !== (await realpath(dataDir))) await symlink(join(home, name), entry);
  return entry;
}

async function findName(options: {
  name: string;
  folders: string[];
  lastChange: Date | null;
}): Promise<{ name: string; isMade: boolean }> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? options.name : `${options.name}-${number}`;
    const paths = options.folders.map((folder) => join(folder, name));
    const found = await Promise.all(paths.map((path) => lstat(path).catch(() => null)));
    if (found.every((entry) => entry === null)) return { name, isMade: false };
    const made = await Promise.all(paths.map((path) => stat(path).catch(() => null)));
    const { lastChange } = options;
    const isRecent = made.every((folder) => lastChange && folder && folder.mtime > lastChange);
    if (isRecent) return { name, isMade: true };
  }
}

async function refuseLackOfRoom(options: {
  cluster: Cluster;
  home: string;
  roomIn: (folder: string) => Promise<number>;
}): Promise<void> {
  const { home } = options;
  const needed = await sizeOf(options.cluster.folder);
  const free = await options.roomIn(home);
  if (free < needed)
    throw new ClusterCopyError(
      `it takes ${megabytes(needed)} MB, and ${home} has ${megabytes(free)} MB left`,
    );
}

async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const path of await pathsBelow(folder)) bytes += (await lstat(path)).size;
  return bytes;
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}

async function copyStopped(options: {
  cluster: Cluster;
  unfinished: string;
  durable: boolean;
  signal?: AbortSignal;
}): Promise<void> {
  const { cluster, unfinished, signal } = options;
  const begun = new Date();
  const state = await readState(cluster.folder);
  await cp(cluster.folder, unfinished, {
    recursive: true,
    verbatimSymlinks: true,
    // Where the file system can share the blocks of a copy, it does.
    mode: constants.COPYFILE_FICLONE,
    filter: () => {
      signal?.throwIfAborted();
      return true;
    },
  });
  const isUnchanged = state?.equals((await readState(cluster.folder)) ?? Buffer.of());
  if (!isUnchanged) throw new ClusterCopyError("another program has begun to use it meanwhile");
  await giveTo(cluster, unfinished);
  if (options.durable) await writeThrough(cluster, unfinished, signal);
  await utimes(unfinished, begun, begun);
}

// To the disk, before the name says that it is whole.
async function writeThrough(
  { programs, user }: Cluster,
  folder: string,
  signal?: AbortSignal,
): Promise<void> {
  const args = ["--sync-only", "--pgdata", folder];
  const { ok, output } = await runProgram(programFile(programs, "initdb"), args, { user, signal });
  if (!ok) throw new ClusterCopyError(output);
}

// Every start and every stop of a server is written down there; null while one is running.
async function readState(folder: string): Promise<Buffer | null> {
  if (await lstat(join(folder, "postmaster.pid")).catch(() => null)) return null;
  return readFile(join(folder, "global/pg_control"));
}

async function giveTo({ user }: Cluster, folder: string): Promise<void> {
  if (!user) return;
  for (const path of [folder, ...(await pathsBelow(folder))]) {
    await lchown(path, user.uid, user.gid);
  }
}

async function pathsBelow(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.map((name) => join(folder, name));
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
