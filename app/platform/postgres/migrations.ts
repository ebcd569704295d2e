// Applies prisma/migrations to a database. The history table is Prisma's own, row for row, so
// that a machine with Prisma's native engine can run `prisma migrate status` on the same database.
// Each file is sent whole and in one transaction together with its row in the history: functions
// with $$ bodies survive, and a migration that fails leaves nothing behind. So no migration may
// hold a statement that refuses a transaction, or a COMMIT of its own.
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import {
  dropRelations,
  hasRelations,
  makeRelations,
  readRelations,
  RELATIONS_FOLDER,
  type Relations,
} from "./relations";

/** The folder of the migrations that belong to this version of the program. */
export const MIGRATIONS_FOLDER = fileURLToPath(
  new URL("../../../prisma/migrations", import.meta.url),
);

// The number of Prisma's own advisory lock: its engine and this file exclude each other.
const PRISMA_MIGRATION_LOCK = 72_707_369;
const UNDEFINED_TABLE = "42P01";
const LOCK_NOT_AVAILABLE = "55P03";

/** Why a database could not be brought up to date, in a sentence for whoever runs the program. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

export type MigrationStatus = {
  /** Names in the order in which they were applied. */
  applied: string[];
  /** Names in the order in which they will be applied. */
  pending: string[];
  /** Applied here, with a script that has been changed since. */
  edited: string[];
  /** In the database, not in the folder: a newer version of the program has been here. */
  unknown: string[];
  /** Begun by Prisma's own engine and never finished. */
  failed: string[];
};

/** A version of the database: its migrations, and the named relations that are made after them. */
export type SchemaFolders = { migrations: string; relations: string | null };

const OWN_FOLDERS: SchemaFolders = { migrations: MIGRATIONS_FOLDER, relations: RELATIONS_FOLDER };

type Migration = { name: string; script: string };

/**
 * Brings the database up to date and returns the names of the migrations applied by this call.
 * The named relations are dropped before the first migration and made anew after the last; where
 * none is pending they are made anew if they are not this version's. Costs two queries when there
 * is nothing to do. Two calls at once wait for each other. What a migration has to tell (`RAISE
 * INFO`: a name that it had to change) goes to `say`.
 * Throws a MigrationError, which names the migration, and then that migration left no trace.
 */
export async function deployMigrations(
  url: string,
  folders: SchemaFolders = OWN_FOLDERS,
  say: (line: string) => void = () => undefined,
): Promise<string[]> {
  const migrations = readMigrations(folders.migrations);
  const relations = folders.relations === null ? null : readRelations(folders.relations);
  return withClient(url, async (client) => {
    client.on("notice", ({ severity, message = "" }) => {
      if (severity === "INFO") say(message);
    });
    const status = compare(migrations, await readHistory(client));
    refuseDivergence(status);
    const isReady = status.pending.length === 0 && (await has(client, relations));
    return isReady ? [] : deployUnderLock(client, { migrations, relations });
  });
}

/** Carries out what belongs to migrating and needs the program, while nobody else migrates. */
export function underMigrationLock<Result>(
  url: string,
  work: () => Promise<Result>,
): Promise<Result> {
  return withClient(url, async (client) => {
    await takeLock(client);
    return work();
  });
}

/** How the database's history compares with the folder; reads only. */
export async function migrationStatus(
  url: string,
  folders: SchemaFolders = OWN_FOLDERS,
): Promise<MigrationStatus> {
  const migrations = readMigrations(folders.migrations);
  return withClient(url, async (client) => compare(migrations, await readHistory(client)));
}

/** Whether the database is exactly this version's: nothing pending, its own named relations. */
export async function isUpToDate(url: string): Promise<boolean> {
  const migrations = readMigrations(OWN_FOLDERS.migrations);
  return withClient(url, async (client) => {
    const { pending } = compare(migrations, await readHistory(client));
    return pending.length === 0 && hasRelations(client, readRelations());
  });
}

async function has(client: pg.Client, relations: Relations | null): Promise<boolean> {
  return relations === null || hasRelations(client, relations);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: "kaskad migrate" });
  // A connection that breaks between two queries makes the next query throw, which is enough.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, script: readFileSync(join(folder, name, "migration.sql"), "utf8") }));
}

type HistoryRow = { name: string; checksum: string; finished: boolean };

async function readHistory(client: pg.Client): Promise<HistoryRow[] | "none"> {
  try {
    const { rows } = await client.query<HistoryRow>(
      `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
         FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`,
    );
    return rows;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === UNDEFINED_TABLE) return "none";
    throw error;
  }
}

function compare(migrations: Migration[], history: HistoryRow[] | "none"): MigrationStatus {
  const rows = history === "none" ? [] : history;
  const checksums = new Map(rows.map((row) => [row.name, row.checksum]));
  const known = new Set(migrations.map(({ name }) => name));
  return {
    applied: rows.filter((row) => row.finished).map((row) => row.name),
    pending: migrations.filter(({ name }) => !checksums.has(name)).map(({ name }) => name),
    edited: migrations
      .filter(({ name, script }) => isEdited(script, checksums.get(name)))
      .map(({ name }) => name),
    unknown: rows.filter((row) => !known.has(row.name)).map((row) => row.name),
    failed: rows.filter((row) => !row.finished).map((row) => row.name),
  };
}

function isEdited(script: string, checksum: string | undefined): boolean {
  if (checksum === undefined) return false;
  // A checkout on Windows may have changed the line ends, which Prisma forgives as well.
  const unix = script.replaceAll("\r\n", "\n");
  const spellings = [script, unix, unix.replaceAll("\n", "\r\n")];
  return !spellings.some((spelling) => checksumOf(spelling) === checksum);
}

function checksumOf(script: string): string {
  return createHash("sha256").update(script).digest("hex");
}

function refuseDivergence({ failed, unknown, edited }: MigrationStatus): void {
  if (failed.length > 0)
    throw new MigrationError(`The migration ${list(failed)} was begun here and never finished.`);
  if (unknown.length > 0)
    throw new MigrationError(
      `The database was made by another version of Kaskad: it has the migration ${list(unknown)}, which is not in prisma/migrations.`,
    );
  if (edited.length > 0)
    throw new MigrationError(
      `The migration ${list(edited)} was changed after it had been applied to this database.`,
    );
}

function list(names: string[]): string {
  return names.join(", ");
}

async function deployUnderLock(
  client: pg.Client,
  { migrations, relations }: { migrations: Migration[]; relations: Relations | null },
): Promise<string[]> {
  // The lock belongs to the connection and falls with it.
  await takeLock(client);
  const history = await readHistory(client);
  if (history === "none") {
    await refuseForeignDatabase(client);
    await client.query(CREATE_HISTORY_TABLE);
  }
  const status = compare(migrations, history);
  refuseDivergence(status);
  const pending = new Set(status.pending);
  if (pending.size > 0) await dropRelations(client);
  for (const migration of migrations) {
    if (pending.has(migration.name)) await apply(client, migration);
  }
  if (relations && !(await hasRelations(client, relations))) await makeRelations(client, relations);
  return status.pending;
}

async function takeLock(client: pg.Client): Promise<void> {
  try {
    await client.query("SET lock_timeout = '60s'");
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_MIGRATION_LOCK]);
    await client.query("RESET lock_timeout");
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === LOCK_NOT_AVAILABLE)
      throw new MigrationError("Another program has been migrating this database for a minute.");
    throw error;
  }
}

async function refuseForeignDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string }>(
    `SELECT tablename AS table FROM pg_tables WHERE schemaname = current_schema() LIMIT 1`,
  );
  const [first] = rows;
  if (first)
    throw new MigrationError(
      `The database is not empty and not Kaskad's: it has a table ${first.table} but no history of migrations.`,
    );
}

const CREATE_HISTORY_TABLE = `CREATE TABLE _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

async function apply(client: pg.Client, { name, script }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query("SELECT set_config('kaskad.migration', $1, true)", [name]);
    await client.query(script);
    await refuseEndedTransaction(client, name);
    await client.query(
      `INSERT INTO _prisma_migrations
         (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, now(), 1)`,
      [randomUUID(), checksumOf(script), name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    if (error instanceof MigrationError) throw error;
    throw new MigrationError(
      `The migration ${name} failed and was undone: ${describe(error, script)}`,
      { cause: error },
    );
  }
}

// The setting lives as long as the transaction: once it is gone, so is the transaction.
async function refuseEndedTransaction(client: pg.Client, name: string): Promise<void> {
  const { rows } = await client.query<{ running: string | null }>(
    "SELECT current_setting('kaskad.migration', true) AS running",
  );
  if (rows[0]?.running !== name)
    throw new MigrationError(
      `The migration ${name} ends its own transaction. Take BEGIN, COMMIT and ROLLBACK out of it.`,
    );
}

function describe(error: unknown, script: string): string {
  if (!(error instanceof Error)) return String(error);
  const position = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN;
  if (!Number.isFinite(position)) return error.message;
  const line = script.slice(0, position - 1).split("\n").length;
  return `${error.message} (line ${line})`;
}
