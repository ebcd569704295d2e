import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { deployMigrations, MIGRATIONS_FOLDER } from "~/platform/postgres/migrations";
import { dropDatabase } from "../../scripts/migrate/scratch-database";
import { readRelations } from "~/platform/postgres/relations";

const templatePrefix = "kaskad_template_";

/**
 * Sees to it that the server has a migrated, empty database to clone from, and returns its name.
 * It is made once for one state of prisma/migrations and prisma/relations; those of other states are dropped.
 */
export async function prepareTemplate(serverUrl: string): Promise<string> {
  const name = `${templatePrefix}${hashOfSchema()}`;
  await withAdmin(serverUrl, async (admin) => {
    // Held until the connection ends: of two runs at once the second finds the work done.
    await admin.query("SELECT pg_advisory_lock(hashtext($1))", [templatePrefix]);
    const existing = await databasesLike(admin, `${templatePrefix}%`);
    if (existing.includes(name)) return;
    for (const old of existing) await dropDatabase(admin, old);
    const unfinished = `${templatePrefix}unfinished`;
    await admin.query(`CREATE DATABASE ${unfinished}`);
    await deployMigrations(urlOf(serverUrl, unfinished));
    await admin.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
  });
  return name;
}

/** Drops the clones of this run, and those of runs that were killed. */
export async function dropClones(serverUrl: string): Promise<void> {
  await withAdmin(serverUrl, async (admin) => {
    for (const name of await databasesLike(admin, "kaskad_test_%")) {
      const pid = Number(name.split("_")[2]);
      if (pid === process.pid || !isAlive(pid)) await dropDatabase(admin, name);
    }
  });
}

/** One connection to the server's own database, for as long as `work` takes. */
export async function withAdmin<T>(
  serverUrl: string,
  work: (admin: pg.Client) => Promise<T>,
): Promise<T> {
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

export async function databaseExists(admin: pg.Client, name: string): Promise<boolean> {
  return (await databasesLike(admin, name)).includes(name);
}

/** The address of another database on the same server. */
export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

function hashOfSchema(): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(MIGRATIONS_FOLDER, { recursive: true, encoding: "utf8" }).sort()) {
    if (!name.endsWith(".sql")) continue;
    hash.update(`${name}\n`).update(readFileSync(join(MIGRATIONS_FOLDER, name)));
  }
  return hash.update(readRelations().fingerprint).digest("hex").slice(0, 16);
}

async function databasesLike(admin: pg.Client, pattern: string): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    "SELECT datname AS name FROM pg_database WHERE datname LIKE $1",
    [pattern],
  );
  return rows.map((row) => row.name);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
