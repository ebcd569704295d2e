import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, inject, onTestFinished, test } from "vitest";
import { deployMigrations, isUpToDate } from "~/platform/postgres/migrations";
import { withScratchDatabase } from "../../../scripts/migrate/scratch-database";
import { testDatabase } from "../../support/database";

const { db, url: databaseUrl } = await testDatabase();
const { url: serverUrl } = inject("testServer");

type PlanNode = { "Function Name"?: string; Plans?: PlanNode[] };

test("every relation is inlined: the planner sees tables, not functions", async () => {
  const relations = await db.$queryRaw<{ name: string; types: string[] }[]>`
    select proname as name, coalesce(array_agg(format_type(argument.type, null) order by position)
      filter (where argument.type is not null), '{}') as types
    from pg_proc
    left join lateral unnest(proargtypes) with ordinality as argument (type, position) on true
    where pronamespace = current_schema()::regnamespace and proretset
      and prolang = (select oid from pg_language where lanname = 'sql')
    group by pg_proc.oid, proname order by proname`;
  expect(relations.length).toBeGreaterThan(5);
  const called = new Set(relations.map(({ name }) => name));
  for (const { name, types } of relations) {
    // Of a table's columns, as pages ask: for one row of another relation at a time.
    const columns = types.map((type, index) => `null::${type} as "p${index}"`).join(", ");
    const given = types.map((_type, index) => `given."p${index}"`).join(", ");
    const from = types.length > 0 ? `(select ${columns} offset 0) given, lateral ` : "";
    const [row] = await db.$queryRawUnsafe<{ "QUERY PLAN": { Plan: PlanNode }[] }[]>(
      `explain (format json) select * from ${from}${name}(${given}) found`,
    );
    const scanned = functionsIn(row?.["QUERY PLAN"][0]?.Plan).filter((each) => called.has(each));
    expect(scanned, `${name} is called as a function`).toEqual([]);
  }
});

function functionsIn(plan: PlanNode | undefined): string[] {
  if (!plan) return [];
  const own = plan["Function Name"] === undefined ? [] : [plan["Function Name"]];
  return [...own, ...(plan.Plans ?? []).flatMap(functionsIn)];
}

test("relations are dropped before migrations, and made anew where they have changed", () =>
  withScratchDatabase(serverUrl, async (url) => {
    const folders = writeFolders(
      { "1_kept": "CREATE TABLE kept (x int);" },
      "SELECT kept.x FROM kept",
    );
    expect(await deployMigrations(url, folders)).toEqual(["1_kept"]);
    expect(await query(url, "SELECT * FROM every_kept()")).toEqual([]);

    // The relation would stand in the way of dropping the column.
    writeMigration(folders.migrations, "2_renamed", "ALTER TABLE kept DROP x, ADD y int;");
    writeRelation(folders.relations, "SELECT kept.y FROM kept");
    expect(await deployMigrations(url, folders)).toEqual(["2_renamed"]);

    await query(url, "INSERT INTO kept VALUES (3)");
    writeRelation(folders.relations, "SELECT kept.y + 1 FROM kept");
    expect(await deployMigrations(url, folders)).toEqual([]);
    expect(await query(url, "SELECT * FROM every_kept()")).toEqual([{ x: 4 }]);
  }));

test("a relation that can't be made leaves the ones that were", () =>
  withScratchDatabase(serverUrl, async (url) => {
    const folders = writeFolders(
      { "1_kept": "CREATE TABLE kept (x int);" },
      "SELECT kept.x FROM kept",
    );
    await deployMigrations(url, folders);
    writeRelation(folders.relations, "SELECT kept.nothing FROM kept");
    await expect(deployMigrations(url, folders)).rejects.toThrow("kept.nothing");
    expect(await query(url, "SELECT * FROM every_kept()")).toEqual([]);
  }));

test("commands notice a database whose relations are not this version's", async () => {
  expect(await isUpToDate(databaseUrl)).toBe(true);
  await query(databaseUrl, "DROP FUNCTION relations_fingerprint()");
  expect(await isUpToDate(databaseUrl)).toBe(false);
  await deployMigrations(databaseUrl);
  expect(await isUpToDate(databaseUrl)).toBe(true);
});

function writeFolders(migrations: Record<string, string>, relation: string) {
  const folder = mkdtempSync(join(tmpdir(), "kaskad-relations-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const folders = { migrations: join(folder, "migrations"), relations: join(folder, "relations") };
  mkdirSync(folders.relations);
  for (const [name, script] of Object.entries(migrations)) {
    writeMigration(folders.migrations, name, script);
  }
  writeRelation(folders.relations, relation);
  return folders;
}

function writeMigration(folder: string, name: string, script: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), script);
}

function writeRelation(folder: string, select: string): void {
  writeFileSync(
    join(folder, "organisation.sql"),
    `CREATE FUNCTION every_kept() RETURNS TABLE (x int) LANGUAGE sql STABLE
      BEGIN ATOMIC ${select}; END;`,
  );
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
