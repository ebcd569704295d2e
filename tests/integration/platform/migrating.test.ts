// Every migration is tried on databases that earlier versions of the program have left: it must
// lose no row, no öre and no minute of theirs.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { deployMigrations, MIGRATIONS_FOLDER } from "~/platform/postgres/migrations";
import { freezeSharedBefore } from "../../../scripts/command-line/frozen-reports";
import { reckonDueLineage } from "../../../scripts/command-line/lineage-due";
import { withScratchDatabase } from "../../../scripts/migrate/scratch-database";
import { keptDatabases, loadKeptDatabase } from "../../kept-databases/kept-database";
import { type Change, faultsOf, takeMeasures } from "../../kept-databases/measures";

/**
 * What migrations change on purpose, one by one, as
 * `{ by: "20270101000000_stretches", measure: "person rows", becomes: "workplace rows", because: "…" }`.
 */
const changes: Change[] = [
  ...withdrawnHours({ rows: 1n, minutes: 120n, amount_ore: 64_500n, rate_ore: 32_250n }),
];

/** A trainer's hours of a hand-over that its learners had declined, all of them. */
function withdrawnHours(sums: Record<string, bigint>): Change[] {
  const by = "20261127231000_hours_of_declined_hand_overs";
  const because = "the own hours of a hand-over that all its learners declined are withdrawn";
  return Object.entries(sums).flatMap(([name, sum]) => {
    const measure = name === "rows" ? "own_hours rows" : `own_hours.${name}`;
    return [
      { by, because, measure, plus: { "20261121231540-own": -sum } },
      { by, because, measure: `${measure} withdrawn`, plus: { "20261121231540-own": sum } },
    ];
  });
}

describe("the databases of earlier versions", { timeout: 60_000 }, () => {
  it.each(keptDatabases())("lose nothing in later migrations: %s", (kept) =>
    withScratchDatabase(inject("testServer").url, async (url) => {
      expect(await faultsOfMigrating({ url, kept })).toEqual([]);
    }),
  );

  // Those from before where somebody works became a stretch of its own.
  const withoutStretches = keptDatabases().filter((kept) => kept < "20261127200000");
  it.each(withoutStretches)("keep everybody who hasn't left where they work: %s", (kept) =>
    withScratchDatabase(inject("testServer").url, async (url) => {
      await loadKeptDatabase(url, kept);
      const here = await countOf(url, "person WHERE left_on IS NULL");
      await deployMigrations(url);
      expect(here).toBeGreaterThan(0);
      expect(await countOf(url, "placement WHERE ends_before IS NULL")).toBe(here);
    }),
  );

  // Those from before a course said for which project it was taken.
  const withoutProjects = keptDatabases().filter((kept) => kept < "20261128211000");
  it.each(withoutProjects)("give a course to the project whose group it falls in: %s", (kept) =>
    withScratchDatabase(inject("testServer").url, async (url) => {
      await loadKeptDatabase(url, kept);
      await ask(url, coursesInTwoProjects);
      await deployMigrations(url);
      const given = await ask<{ title: string; code: string | null }>(
        url,
        `SELECT title, code FROM training_record LEFT JOIN project ON project.id = project_id
          WHERE held_on < '1960-01-01' ORDER BY held_on, title`,
      );
      expect(given.map(({ title, code }) => [title, code])).toEqual([
        ["the day before", null],
        ["of another method", null],
        ["the first day", "Earlier"],
        ["in both", "Earlier"],
        ["in the later alone", "Later"],
        ["the day after", null],
      ]);
    }),
  );

  it.each(keptDatabases())(
    "have each shared report frozen at the first start: %s",
    { timeout: 180_000 },
    (kept) =>
      withScratchDatabase(inject("testServer").url, async (url) => {
        await loadKeptDatabase(url, kept);
        await deployMigrations(url);
        await reckonDueLineage(url);
        const count = await countOf(url, "report WHERE shared_at IS NOT NULL");
        expect(count).toBeGreaterThan(0);
        // Two at once wait for each other, and what one has frozen the other leaves.
        const frozen = await Promise.all([freezeSharedBefore(url), freezeSharedBefore(url)]);
        expect(frozen.toSorted()).toEqual([0, count]);
        expect(await countOf(url, "report_version WHERE freezing = 'at_upgrade'")).toBe(count);
        expect(await countOf(url, "report_version_file WHERE path = 'report.json'")).toBe(count);
        expect(await freezeSharedBefore(url)).toBe(0);
      }),
  );

  it("are missed where a migration deletes a row or empties an amount", () =>
    withScratchDatabase(inject("testServer").url, async (url) => {
      const [kept = ""] = keptDatabases();
      const folder = withMigration(
        `DELETE FROM measurement WHERE id = (SELECT id FROM measurement LIMIT 1);
         UPDATE own_hours SET minutes = minutes + 1 WHERE withdrawn_at IS NOT NULL;`,
      );
      const faults = await faultsOfMigrating({ url, kept, folder });
      expect(faults).toEqual([
        expect.stringMatching(/^measurement rows: \d+ instead of \d+/),
        expect.stringMatching(/^own_hours.minutes withdrawn: \d+ instead of \d+/),
      ]);
    }));

  it("are kept of every kind that the program has", () => {
    const kinds = new Set(keptDatabases().map((name) => name.split("-").at(-1)));
    expect([...kinds].sort()).toEqual(["demo", "own"]);
  });
});

describe("what a migration changes on purpose", () => {
  const before = new Map([["person rows", 12n]]);
  const moved = {
    ...{ by: "1_stretches", measure: "person rows", becomes: "workplace rows" },
    because: "each person has one stretch",
  };

  it("is followed to the measure that takes its place", () => {
    const after = new Map([["workplace rows", 12n]]);
    expect(faultsOf(before, after, { changes: [moved], kept: "1-own" })).toEqual([]);
    const fewer = new Map([["workplace rows", 11n]]);
    expect(faultsOf(before, fewer, { changes: [moved], kept: "1-own" })).toEqual([
      "workplace rows: 11 instead of 12",
    ]);
    expect(faultsOf(before, after, { changes: [], kept: "1-own" })).toEqual([
      "person rows: gone instead of 12",
    ]);
  });

  it("is followed over several migrations", () => {
    const again = { ...moved, by: "2_again", measure: "workplace rows", becomes: "stretch rows" };
    const options = { changes: [again, moved], kept: "1-own" };
    expect(faultsOf(before, new Map([["stretch rows", 12n]]), options)).toEqual([]);
    expect(faultsOf(before, new Map([["workplace rows", 12n]]), options)).toHaveLength(1);
  });

  it("differs by what is named, in the database that it is named for", () => {
    const after = new Map([["workplace rows", 13n]]);
    const options = { changes: [{ ...moved, plus: { "1-own": 1n } }] };
    expect(faultsOf(before, after, { ...options, kept: "1-own" })).toEqual([]);
    expect(faultsOf(before, after, { ...options, kept: "1-demo" })).toHaveLength(1);
  });
});

async function faultsOfMigrating(options: {
  url: string;
  kept: string;
  folder?: string;
}): Promise<string[]> {
  const { url, kept } = options;
  const migrations = await loadKeptDatabase(url, kept);
  const before = await takeMeasures(url);
  const { folder } = options;
  await deployMigrations(url, folder ? { migrations: folder, relations: null } : undefined);
  const after = await takeMeasures(url);
  const later = changes.filter(({ by }) => !migrations.includes(by));
  return faultsOf(before, after, { changes: later, kept });
}

/** Somebody of two projects' groups for one method, and their courses without a budget line. */
const coursesInTwoProjects = `
  CREATE TEMP TABLE made AS
    SELECT person.id AS person_id, person.authority_id, unit_id, competence.id AS competence_id
    FROM person JOIN competence ON competence.authority_id = person.authority_id LIMIT 1;
  INSERT INTO project (id, authority_id, unit_id, code, name, starts_on, ends_before)
    SELECT gen_random_uuid(), authority_id, unit_id, code, code, starts_on, ends_before
    FROM made, (VALUES ('Later', date '1950-02-01', date '1950-05-01'),
      ('Earlier', '1950-01-01', '1950-04-01')) two (code, starts_on, ends_before);
  INSERT INTO frozen_group (id, project_id, competence_id, frozen_on)
    SELECT gen_random_uuid(), id, competence_id, starts_on FROM project, made
    WHERE starts_on < '1960-01-01';
  INSERT INTO group_member (group_id, person_id)
    SELECT id, person_id FROM frozen_group, made WHERE frozen_on < '1960-01-01';
  INSERT INTO training_record
    (id, authority_id, person_id, kind, status, title, competence_id, held_on, minutes)
    SELECT gen_random_uuid(), authority_id, person_id, 'course', 'approved', title,
      CASE WHEN title <> 'of another method' THEN competence_id END, held_on, 60
    FROM made, (VALUES ('the day before', date '1949-12-31'), ('of another method', '1950-01-01'),
      ('the first day', '1950-01-01'), ('in both', '1950-02-01'),
      ('in the later alone', '1950-04-01'), ('the day after', '1950-05-01')) c (title, held_on)`;

async function countOf(url: string, rows: string): Promise<number> {
  const [counted] = await ask<{ count: string }>(url, `SELECT count(*) FROM ${rows}`);
  return Number(counted?.count);
}

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The program's migrations and one more. */
function withMigration(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), "kaskad-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(MIGRATIONS_FOLDER, folder, { recursive: true });
  mkdirSync(join(folder, "99999999999999_loses"));
  writeFileSync(join(folder, "99999999999999_loses/migration.sql"), script);
  return folder;
}
