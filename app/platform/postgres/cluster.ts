// A cluster is the folder of files that one PostgreSQL server works on: DATA/postgres. Started by
// root in a folder that no other user may enter, DATA/postgres is a link to a folder below
// /var/lib/kaskad instead.
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import {
  chmod,
  chown,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  rmdir,
  symlink,
  writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { preparePrograms, programFile } from "./program-folder";
import { runProgram, type ProgramResult, type SystemUser } from "./run-program";
import { canWriteIn, serverUser } from "./server-user";
import { removeFolder, removeLeftovers, unfinishedName, uniqueMark } from "./unfinished";

export type Cluster = {
  /** The real path of the cluster's folder. */
  folder: string;
  /** The folder of the server's programs. */
  programs: string;
  user: SystemUser;
  /** The password of the server's superuser. */
  password: string;
};

const MAJOR_VERSION = "18";
const CLOSED_FOLDER_HOME = "/var/lib/kaskad";

/**
 * The cluster of a data folder, made now if there is none yet: whole or not at all, whatever
 * interrupts it, and once, also when two programs ask at the same time.
 */
export async function prepareCluster(options: {
  dataDir: string;
  durable: boolean;
  signal?: AbortSignal;
}): Promise<Cluster> {
  const { dataDir } = options;
  await mkdir(dataDir, { recursive: true });
  const entry = join(dataDir, "postgres");
  const isNew = await isMissing(entry);
  const password = await readOrMakePassword({ dataDir, isNew });
  if (isNew) await makeCluster({ ...options, password });
  await refuseOtherVersion(entry);
  const folder = await realpath(entry);
  const user = await serverUser(folder);
  const programs = await preparePrograms({ user, copyTo: dirname(folder) });
  return { folder, programs, user, password };
}

// A cluster that cannot be seen just now must never be taken for a missing one: a new, empty
// database in its place would look like lost data.
async function isMissing(entry: string): Promise<boolean> {
  if (!(await lstat(entry).catch(() => undefined))) return true;
  if (!existsSync(entry)) throw new Error(`${await readlink(entry)}, where it lies, is gone`);
  const files = await readdir(entry).catch(refuseOwner);
  if (files.includes("PG_VERSION")) return false;
  if (files.length > 0) throw new Error(`${entry} is in the way and is no database`);
  await rmdir(entry);
  return true;
}

function refuseOwner(error: unknown): never {
  throw new Error("it belongs to another system user", { cause: error });
}

async function readOrMakePassword(options: { dataDir: string; isNew: boolean }): Promise<string> {
  const file = join(options.dataDir, "postgres.password");
  if (existsSync(file)) return (await readFile(file, "utf8")).trim();
  if (!options.isNew) throw new Error(`its password file ${file} is gone`);
  const passing = `${file}.${uniqueMark()}`;
  await writeFile(passing, `${randomBytes(24).toString("hex")}\n`, { mode: 0o600 });
  // A link is made by one of two programs, with the whole text or not at all.
  await link(passing, file).catch((error: unknown) => {
    if (!existsSync(file)) throw error;
  });
  await rm(passing);
  return (await readFile(file, "utf8")).trim();
}

async function makeCluster(options: {
  dataDir: string;
  password: string;
  durable: boolean;
  signal?: AbortSignal;
}): Promise<void> {
  const entry = join(options.dataDir, "postgres");
  await removeLeftovers(options.dataDir);

  const user = await serverUser(entry);
  const unfinished = await makeEmptyFolder(options.dataDir, user);
  const home = dirname(unfinished);
  try {
    const programs = await preparePrograms({ user, copyTo: home });
    await initialise({ ...options, folder: unfinished, programs, user });
    await putInPlace({ unfinished, entry, inDataDir: home === options.dataDir });
  } finally {
    await removeFolder(unfinished);
    const inUse = await realpath(entry).catch(() => "");
    if (home !== options.dataDir && dirname(inUse) !== home) await removeFolder(home);
  }
}

async function makeEmptyFolder(dataDir: string, user: SystemUser): Promise<string> {
  const folder = join(dataDir, unfinishedName("postgres"));
  await mkdir(folder, { mode: 0o700 });
  if (!user) return folder;
  await chown(folder, user.uid, user.gid);
  if (await canWriteIn(folder, user)) return folder;
  await rmdir(folder);

  // 755: root's umask must not close the way to the folder again.
  await mkdir(CLOSED_FOLDER_HOME, { recursive: true });
  await chmod(CLOSED_FOLDER_HOME, 0o755);
  const home = await mkdtemp(join(CLOSED_FOLDER_HOME, "data-"));
  await chmod(home, 0o755);
  const elsewhere = join(home, "postgres.new");
  await mkdir(elsewhere, { mode: 0o700 });
  await chown(elsewhere, user.uid, user.gid);
  if (await canWriteIn(elsewhere, user)) return elsewhere;
  await rm(home, { recursive: true });
  throw new Error(
    `root may not run it, and the user "nobody" can enter neither ${dataDir} nor ${CLOSED_FOLDER_HOME}`,
  );
}

async function initialise(options: {
  folder: string;
  programs: string;
  user: SystemUser;
  password: string;
  durable: boolean;
  signal?: AbortSignal;
}): Promise<void> {
  const { folder, user, signal } = options;
  const passwordFile = `${folder}.password`;
  await writeFile(passwordFile, options.password, { mode: 0o600 });
  try {
    if (user) await chown(passwordFile, user.uid, user.gid);
    // ICU sorts, in Swedish; the C library's locale is only what it falls back on, and not every
    // system has the first of these.
    let result: ProgramResult = { ok: false, output: "" };
    for (const locale of ["C.UTF-8", "en_US.UTF-8", "C"]) {
      const args = ["--pgdata", folder, "--username", "postgres", "--pwfile", passwordFile];
      args.push("--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", locale);
      args.push("--locale-provider", "icu", "--icu-locale", "sv-SE");
      if (!options.durable) args.push("--no-sync");
      result = await runProgram(programFile(options.programs, "initdb"), args, { user, signal });
      if (result.ok || !result.output.includes("invalid locale name")) break;
    }
    if (!result.ok) throw new Error(`initdb failed: ${result.output.split("\n").at(-1) ?? ""}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function putInPlace(options: {
  unfinished: string;
  entry: string;
  inDataDir: boolean;
}): Promise<void> {
  try {
    if (options.inDataDir) return await rename(options.unfinished, options.entry);
    const finished = join(dirname(options.unfinished), "postgres");
    await rename(options.unfinished, finished);
    await symlink(finished, options.entry);
  } catch (error) {
    // Another program was faster: its cluster is as good.
    if (!existsSync(join(options.entry, "PG_VERSION"))) throw error;
  }
}

async function refuseOtherVersion(folder: string): Promise<void> {
  const version = (await readFile(join(folder, "PG_VERSION"), "utf8")).trim();
  if (version !== MAJOR_VERSION)
    throw new Error(
      `it was made by PostgreSQL ${version}, and this is PostgreSQL ${MAJOR_VERSION}`,
    );
}
