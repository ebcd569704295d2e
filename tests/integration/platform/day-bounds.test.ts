import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, inject, onTestFinished, test } from "vitest";
import { addDays, dayBounds } from "~/terms/day";
import { deployMigrations, MIGRATIONS_FOLDER } from "~/platform/postgres/migrations";
import { withScratchDatabase } from "../../../scripts/migrate/scratch-database";

const { url: serverUrl } = inject("testServer");

test("every column of days has a check with the bounds that the app has", () =>
  withMigrated(async (client) => {
    const { rows } = await client.query<{ table: string; column: string; check: string | null }>(`
      SELECT c.relname AS table, a.attname AS column, pg_get_constraintdef(k.oid) AS check
      FROM pg_attribute a
      JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p')
      LEFT JOIN pg_constraint k ON k.conrelid = c.oid
        AND k.conname = c.relname || '_' || a.attname || '_in_bounds'
      WHERE a.atttypid = 'date'::regtype AND a.attnum > 0 AND NOT a.attisdropped
        AND c.relnamespace = 'public'::regnamespace`);
    expect(rows.length).toBeGreaterThan(25);
    for (const { table, column, check } of rows) {
      // An end is the first day after.
      const more = column === "ends_before" || column.endsWith("_until") ? 1 : 0;
      const [first, last] = [addDays(dayBounds.first, more), addDays(dayBounds.last, more)];
      const bounds = `((${column} >= '${first}'::date) AND (${column} <= '${last}'::date))`;
      expect(check, `${table}.${column}`).toBe(`CHECK (${bounds})`);
    }
  }));

test("a column of days that a later migration adds gets its check by one call", () =>
  withMigrated(async (client) => {
    await client.query("CREATE TABLE later (on_day date); INSERT INTO later VALUES ('infinity')");
    await client.query("SELECT keep_days_in_bounds()");
    expect((await client.query("SELECT on_day::text FROM later")).rows).toEqual([
      { on_day: dayBounds.last },
    ]);
    const outside = client.query("INSERT INTO later VALUES ('1899-12-31')");
    await expect(outside).rejects.toThrow("later_on_day_in_bounds");
  }));

test("days that lay outside are brought in: an end that never comes is none, others the nearest day", () =>
  withScratchDatabase(serverUrl, async (url) => {
    await deployMigrations(url, { migrations: migrationsBefore("bounded_days"), relations: null });
    await query(url, daysOutside);
    await deployMigrations(url);
    const stretches = `SELECT starts_on::text, ends_before::text, withdrawn_at IS NULL AS stands
      FROM placement ORDER BY starts_on, stands DESC`;
    expect(await query(url, stretches)).toEqual([
      { starts_on: "1900-01-01", ends_before: null, stands: true },
      { starts_on: "2199-12-31", ends_before: null, stands: false },
    ]);
    expect(await query(url, `SELECT starts_on::text, ends_before::text FROM project`)).toEqual([
      { starts_on: "2012-01-01", ends_before: "2200-01-01" },
    ]);
    expect(await query(url, `SELECT booked_on::text FROM cost`)).toEqual([
      { booked_on: "1900-01-01" },
    ]);
    const levels = `SELECT attested_on::text, stands_from::text FROM attestation`;
    expect(await query(url, levels)).toEqual([
      { attested_on: "1900-01-01", stands_from: "1900-01-01" },
    ]);
    const rates = `SELECT valid_from::text, rate_ore FROM hour_rate ORDER BY valid_from`;
    expect(await query(url, rates)).toEqual([
      { valid_from: "2012-01-01", rate_ore: "1" },
      { valid_from: "2199-12-30", rate_ore: "2" },
      { valid_from: "2199-12-31", rate_ore: "3" },
    ]);
    const amounts = `SELECT starts_on::text, ends_before::text FROM budget_amount`;
    expect(await query(url, amounts)).toEqual([
      { starts_on: "2199-12-31", ends_before: "2200-01-01" },
    ]);
  }));

const id = "00000000-0000-0000-0000-000000000001";
const daysOutside = `
  INSERT INTO authority (id, name) VALUES ('${id}', 'Staden');
  INSERT INTO unit (id, authority_id, name) VALUES ('${id}', '${id}', 'Enheten');
  INSERT INTO person (id, authority_id, given_name, family_name)
    VALUES ('${id}', '${id}', 'Åsa', 'Ek');
  INSERT INTO placement (id, person_id, unit_id, starts_on, ends_before) VALUES
    (gen_random_uuid(), '${id}', '${id}', '0001-01-01', '9999-12-31'),
    (gen_random_uuid(), '${id}', '${id}', '9999-12-31', NULL);
  INSERT INTO project (id, authority_id, unit_id, code, name, starts_on, ends_before)
    VALUES ('${id}', '${id}', '${id}', 'A', 'A', '2012-01-01', '10000-01-01');
  INSERT INTO competence (id, authority_id, code, name) VALUES ('${id}', '${id}', 'a', 'A');
  INSERT INTO attestation (id, person_id, competence_id, level, source, attested_on, stands_from)
    VALUES ('${id}', '${id}', '${id}', 1, 'manager', '0001-01-01', '0001-02-01');
  INSERT INTO cost (id, project_id, booked_on, amount_ore) VALUES ('${id}', '${id}', '0001-01-01', 1);
  INSERT INTO hour_rate (id, project_id, valid_from, rate_ore) VALUES
    (gen_random_uuid(), '${id}', '2012-01-01', 1),
    (gen_random_uuid(), '${id}', '9998-01-01', 2),
    (gen_random_uuid(), '${id}', '9999-01-01', 3);
  INSERT INTO budget_line (id, project_id, position, cost_category, name, financing)
    VALUES ('${id}', '${id}', 1, 'Lön', 'Lön', 'grant');
  INSERT INTO budget_amount (id, budget_line_id, starts_on, ends_before, amount_ore)
    VALUES ('${id}', '${id}', '9999-01-01', '10000-01-01', 1);`;

async function withMigrated(work: (client: pg.Client) => Promise<void>): Promise<void> {
  await withScratchDatabase(serverUrl, async (url) => {
    await deployMigrations(url);
    await withClient(url, work);
  });
}

async function query(url: string, sql: string): Promise<object[]> {
  return withClient(url, async (client) => (await client.query<object>(sql)).rows);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A folder with the migrations before the one of that name. */
function migrationsBefore(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), "kaskad-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const names = readdirSync(MIGRATIONS_FOLDER).sort();
  const first = names.findIndex((each) => each.endsWith(`_${name}`));
  for (const each of names.slice(0, first)) {
    cpSync(join(MIGRATIONS_FOLDER, each), join(folder, each), { recursive: true });
  }
  return folder;
}
