// Databases as earlier versions of the program have left them, one compressed script of SQL each:
// `<number of the last migration>-<contents>.sql.gz`.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import pg from "pg";
import { deployMigrations, MIGRATIONS_FOLDER } from "~/platform/postgres/migrations";

const folder = fileURLToPath(new URL("../fixtures/databases", import.meta.url));

/** The names of all that are kept, the oldest first. */
export function keptDatabases(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql.gz"))
    .map((name) => name.replace(".sql.gz", ""))
    .sort();
}

/** Where a script that `writeDatabase` has written is kept. */
export function fileOf({ contents, text }: { contents: string; text: string }): string {
  const last = readHead(text).migrations.at(-1)?.name.split("_")[0] ?? "";
  return join(folder, `${last}-${contents}.sql.gz`);
}

/**
 * Brings an empty database to the migrations of a kept one and loads its rows. Returns the names
 * of those migrations.
 */
export async function loadKeptDatabase(url: string, name: string): Promise<string[]> {
  const text = gunzipSync(readFileSync(join(folder, `${name}.sql.gz`))).toString("utf8");
  const { migrations } = readHead(text);
  await deployOnly(url, migrations);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Its rows hold already what triggers make of each other's rows.
    await setTriggers(client, "DISABLE");
    await client.query(text);
    await setTriggers(client, "ENABLE");
    for (const { name, checksum } of migrations) {
      // As it was: a migration that has been edited since is found by the next deploy.
      const sql = "UPDATE _prisma_migrations SET checksum = $2 WHERE migration_name = $1";
      await client.query(sql, [name, checksum]);
    }
    return migrations.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

async function setTriggers(client: pg.Client, what: "ENABLE" | "DISABLE"): Promise<void> {
  const { rows } = await client.query<{ table: string }>(
    `SELECT DISTINCT tgrelid::regclass::text AS table FROM pg_trigger
      WHERE NOT tgisinternal AND tgrelid::regclass::text <> '_prisma_migrations'`,
  );
  for (const { table } of rows) await client.query(`ALTER TABLE ${table} ${what} TRIGGER USER`);
}

type Head = { migrations: { name: string; checksum: string }[] };

function readHead(text: string): Head {
  // As `writeDatabase` has written it.
  return JSON.parse(text.slice("-- ".length, text.indexOf("\n"))) as Head;
}

async function deployOnly(url: string, migrations: Head["migrations"]): Promise<void> {
  const some = mkdtempSync(join(tmpdir(), "kaskad-migrations-"));
  try {
    for (const { name } of migrations) {
      cpSync(join(MIGRATIONS_FOLDER, name), join(some, name), { recursive: true });
    }
    await deployMigrations(url, { migrations: some, relations: null });
  } finally {
    rmSync(some, { recursive: true });
  }
}
