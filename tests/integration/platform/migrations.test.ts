import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import {
  deployMigrations,
  migrationStatus,
  type SchemaFolders,
} from "~/platform/postgres/migrations";
import { writeNewMigration } from "../../../scripts/migrate/new-migration";
import { schemaDiffersFromMigrations } from "../../../scripts/migrate/schema-drift";
import { withScratchDatabase } from "../../../scripts/migrate/scratch-database";

const { url: serverUrl } = inject("testServer");

// A function body full of semicolons, which must not be cut at them.
const guarded = `CREATE TABLE kept (x int);
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RAISE EXCEPTION 'kept; for good'; END;
$$;
CREATE TRIGGER kept_for_good BEFORE DELETE ON kept FOR EACH ROW EXECUTE FUNCTION refuse();`;

describe("deploying migrations", () => {
  it("applies what is pending, in the order of the names, once", () =>
    withScratchDatabase(serverUrl, async (url) => {
      const folder = migrationsFolder({
        "2_rows": "INSERT INTO kept VALUES (1);",
        "1_kept": guarded,
      });
      expect(await deployMigrations(url, only(folder))).toEqual(["1_kept", "2_rows"]);
      expect(await deployMigrations(url, only(folder))).toEqual([]);
      await expect(query(url, "DELETE FROM kept")).rejects.toThrow("kept; for good");
      const { applied, pending } = await migrationStatus(url, only(folder));
      expect({ applied, pending }).toEqual({ applied: ["1_kept", "2_rows"], pending: [] });
    }));

  it("writes the history that Prisma reads", () =>
    withScratchDatabase(serverUrl, async (url) => {
      await deployMigrations(url, only(migrationsFolder({ "1_one": "SELECT 1;" })));
      const [row] = await query(url, "SELECT * FROM _prisma_migrations");
      expect(row).toMatchObject({
        // printf 'SELECT 1;' | sha256sum
        checksum: "17db4fd369edb9244b9f91d9aeed145c3d04ad8ba6e95d06247f07a63527d11a",
        migration_name: "1_one",
        applied_steps_count: 1,
        logs: null,
        rolled_back_at: null,
      });
      expect(row?.finished_at).toBeInstanceOf(Date);
    }));

  it("lets two programs at once apply each migration once", () =>
    withScratchDatabase(serverUrl, async (url) => {
      const folder = migrationsFolder({ "1_kept": guarded, "2_slow": "SELECT pg_sleep(0.3);" });
      const applied = await Promise.all([
        deployMigrations(url, only(folder)),
        deployMigrations(url, only(folder)),
      ]);
      expect(applied.flat().sort()).toEqual(["1_kept", "2_slow"]);
    }));

  it("takes a failing migration back whole, keeps those before it, and says which and where", () =>
    withScratchDatabase(serverUrl, async (url) => {
      const folder = migrationsFolder({
        "1_good": "CREATE TABLE good (x int);",
        "2_bad": "CREATE TABLE half (x int);\nCREATE TABLE bad (x nosuchtype);",
      });
      await expect(deployMigrations(url, only(folder))).rejects.toThrow(
        'The migration 2_bad failed and was undone: type "nosuchtype" does not exist (line 2)',
      );
      expect(await tables(url)).toEqual(["_prisma_migrations", "good"]);
      expect((await migrationStatus(url, only(folder))).pending).toEqual(["2_bad"]);
    }));

  it("refuses a migration that ends its own transaction", () =>
    withScratchDatabase(serverUrl, async (url) => {
      const folder = migrationsFolder({ "1_commits": "COMMIT; BEGIN;" });
      await expect(deployMigrations(url, only(folder))).rejects.toThrow("1_commits ends its own");
    }));

  it("refuses a history that is not this folder's", () =>
    withScratchDatabase(serverUrl, async (url) => {
      await deployMigrations(url, only(migrationsFolder({ "1_one": "SELECT 1;\n" })));
      const edited = migrationsFolder({ "1_one": "SELECT 2;\n", "2_two": "SELECT 2;" });
      await expect(deployMigrations(url, only(edited))).rejects.toThrow("1_one was changed after");
      const other = migrationsFolder({ "2_two": "SELECT 2;" });
      await expect(deployMigrations(url, only(other))).rejects.toThrow("another version of Kaskad");
      const checkedOutOnWindows = migrationsFolder({ "1_one": "SELECT 1;\r\n" });
      expect(await deployMigrations(url, only(checkedOutOnWindows))).toEqual([]);
    }));

  it("keeps its hands off a database that holds something else", () =>
    withScratchDatabase(serverUrl, async (url) => {
      await query(url, "CREATE TABLE payroll (x int)");
      const folder = migrationsFolder({ "1_kept": guarded });
      await expect(deployMigrations(url, only(folder))).rejects.toThrow("it has a table payroll");
      expect(await tables(url)).toEqual(["payroll"]);
    }));
});

describe("making migrations", () => {
  it("writes what the schema has and the migrations lack, until nothing is lacking", async () => {
    const schemaFolder = temporaryFolder();
    const migrationsFolder = temporaryFolder();
    const places = { url: serverUrl, schemaFolder, migrationsFolder };
    const datasource = 'datasource db {\n  provider = "postgresql"\n}\n';
    writeFileSync(join(schemaFolder, "schema.prisma"), datasource);
    writeFileSync(join(schemaFolder, "unit.prisma"), model("Unit"));
    const now = new Date("2026-03-04T05:06:07Z");
    expect(await writeNewMigration({ ...places, name: "First units", now })).toBe(
      join(migrationsFolder, "20260304050607_first_units", "migration.sql"),
    );
    expect(await schemaDiffersFromMigrations(places)).toBeNull();
    writeFileSync(join(schemaFolder, "person.prisma"), model("Person"));
    const drift = await schemaDiffersFromMigrations(places);
    expect(drift).toContain('CREATE TABLE "Person"');
    expect(drift).not.toContain('"Unit"');
  });

  it("leaves no scratch database behind", async () => {
    let scratch = "";
    const work = withScratchDatabase(serverUrl, async (url) => {
      scratch = url;
      await query(url, "CREATE TABLE half (x int)");
      throw new Error("given up");
    });
    await expect(work).rejects.toThrow("given up");
    await expect(query(scratch, "SELECT 1")).rejects.toThrow("does not exist");
  });
});

/** Migrations without relations. */
function only(migrations: string): SchemaFolders {
  return { migrations, relations: null };
}

function model(name: string): string {
  return `model ${name} {\n  id   String @id @db.Uuid\n  tags String[]\n\n  @@index([tags], type: Gin)\n}\n`;
}

function migrationsFolder(scripts: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [name, script] of Object.entries(scripts)) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "migration.sql"), script);
  }
  return folder;
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kaskad-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function tables(url: string): Promise<unknown[]> {
  const sql = "SELECT tablename AS t FROM pg_tables WHERE schemaname = 'public' ORDER BY 1";
  return (await query(url, sql)).map(({ t }) => t);
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
