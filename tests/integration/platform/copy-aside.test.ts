import { chmodSync, cpSync, lstatSync, mkdtempSync, readdirSync, realpathSync } from "node:fs";
import { renameSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { describe, expect, inject, it, onTestFinished, vi } from "vitest";
import { todayInStockholm } from "~/platform/clock";
import { prepareCluster } from "~/platform/postgres/cluster";
import { copyCluster } from "~/platform/postgres/cluster-copy";
import { openForMigrating } from "~/platform/postgres/copy-aside";
import { type EmbeddedServer, useEmbeddedServer } from "~/platform/postgres/embedded";
import { deployMigrations, MIGRATIONS_FOLDER } from "~/platform/postgres/migrations";
import { withDatabase } from "~/platform/postgres/with-database";
import { withScratchDatabase } from "../../../scripts/migrate/scratch-database";
import { openDatabase, type StartedDatabase } from "../../../scripts/start/database";

const [oldest = "", next = ""] = readdirSync(MIGRATIONS_FOLDER).sort();
const copyName = `before-${next}-${todayInStockholm()}`;

describe("a data folder whose database is older than the program", { timeout: 60_000 }, () => {
  it("is copied aside before it is migrated, and the copy can take its place", async () => {
    const dataDir = await olderDataFolder();
    const { database, said } = await start({ dataDir });
    expect(said).toEqual([
      `Kept a copy of the database before it is brought up to date: ${join(dataDir, copyName)}`,
    ]);
    expect((await deployMigrations(database.url))[0]).toBe(next);
    await query(database.url, "DELETE FROM authority");
    await database.release();

    const again = await open(dataDir);
    expect(again.said).toEqual([]);
    await again.server.release();
    rmSync(join(dataDir, "postgres"), { recursive: true });
    await expectOldIn(dataDir);
  });

  it("is copied once where nothing has changed since, and anew where something has", async () => {
    const dataDir = await olderDataFolder();
    for (const _start of [1, 2]) await (await open(dataDir)).server.release();
    expect(copiesIn(dataDir)).toEqual([copyName]);
    const before = new Date(Date.now() - 3_600_000);
    utimesSync(join(dataDir, copyName), before, before);
    await (await open(dataDir)).server.release();
    expect(copiesIn(dataDir)).toEqual([copyName, `${copyName}-2`]);
  });

  it("is copied by the command that migrates as well", async () => {
    const dataDir = await olderDataFolder();
    const said: string[] = [];
    await withDatabaseUrl(undefined, () =>
      withDatabase({ dataDir, durable: false, toMigrate: (line) => said.push(line) }, async () =>
        expect(copiesIn(dataDir)).toEqual([copyName]),
      ),
    );
    expect(said).toHaveLength(1);
  });

  it("is not copied while it is used, where there is no room, or half", async () => {
    const dataDir = await olderDataFolder();
    const other = await useServer(dataDir);
    await expect(open(dataDir)).rejects.toThrow("could not be: another program is using it.");
    await other.release();

    const cluster = await prepareCluster({ dataDir, durable: false });
    const copy = { dataDir, cluster, name: copyName, lastChange: null, durable: false };
    const noRoom = copyCluster({ ...copy, roomIn: async () => 5_000_000 });
    await expect(noRoom).rejects.toThrow(/it takes \d+ MB, and .* has 5 MB left/);
    const ended = copyCluster({ ...copy, signal: AbortSignal.timeout(1) });
    await expect(ended).rejects.toThrow("timeout");
    expect(copiesIn(dataDir)).toEqual([]);
  });

  it.runIf(process.getuid?.() === 0)(
    "is copied beside its cluster below a closed one",
    async () => {
      const dataDir = await olderDataFolder({ mode: 0o700 });
      const home = dirname(realpathSync(join(dataDir, "postgres")));
      onTestFinished(() => rmSync(home, { recursive: true }));
      await (await open(dataDir)).server.release();
      expect(lstatSync(join(dataDir, copyName)).isSymbolicLink()).toBe(true);
      expect(realpathSync(join(dataDir, copyName))).toBe(join(home, copyName));
      rmSync(join(dataDir, "postgres"));
      await expectOldIn(dataDir);
    },
  );
});

it("a new data folder is not copied", { timeout: 60_000 }, async () => {
  const dataDir = newFolder();
  expect((await open(dataDir)).said).toEqual([]);
  expect(copiesIn(dataDir)).toEqual([]);
});

it("of a DATABASE_URL it is said that its copy is somebody else's", () =>
  withScratchDatabase(inject("testServer").url, async (databaseUrl) => {
    const unused = { dataDir: "unused", databaseUrl };
    expect((await start(unused)).said).toEqual([]);
    await deployMigrations(databaseUrl, { migrations: onlyOldest(), relations: null });
    expect((await start(unused)).said).toEqual([
      "Of the database of DATABASE_URL Kaskad keeps no copy: that is up to its operator.",
    ]);
  }));

/** Puts the copy in the place of the cluster, and finds what was there before. */
async function expectOldIn(dataDir: string): Promise<void> {
  renameSync(join(dataDir, copyName), join(dataDir, "postgres"));
  const { url } = await useServer(dataDir);
  expect(await query(url, "SELECT name FROM authority")).toEqual([{ name: "Norrvik" }]);
  const history = await query(url, "SELECT migration_name AS m FROM _prisma_migrations");
  expect(history).toEqual([{ m: oldest }]);
}

async function open(dataDir: string): Promise<{ server: EmbeddedServer; said: string[] }> {
  const said: string[] = [];
  const server = await openForMigrating({
    dataDir,
    durable: false,
    open: () => useServer(dataDir),
    say: (line) => said.push(line),
  });
  return { server, said };
}

async function useServer(dataDir: string): Promise<EmbeddedServer> {
  const server = await useEmbeddedServer({ dataDir, durable: false });
  onTestFinished(() => server.release());
  return server;
}

/** What `npm start` opens, and what it says of it. */
async function start(options: {
  dataDir: string;
  databaseUrl?: string;
}): Promise<{ database: StartedDatabase; said: string[] }> {
  const said: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
  try {
    const database = await withDatabaseUrl(options.databaseUrl, () =>
      openDatabase(options, new AbortController().signal),
    );
    onTestFinished(() => database.release());
    return { database, said };
  } finally {
    log.mockRestore();
  }
}

/** A data folder as an earlier version, which had the first migration alone, has left it. */
async function olderDataFolder({ mode }: { mode?: number } = {}): Promise<string> {
  const dataDir = newFolder(mode);
  const server = await useServer(dataDir);
  await deployMigrations(server.url, { migrations: onlyOldest(), relations: null });
  await query(
    server.url,
    `INSERT INTO authority (id, name) VALUES (gen_random_uuid(), 'Norrvik');
     INSERT INTO audit_event (actor_name, action, subject_type, subject_id)
     VALUES ('Astrid', 'setup', 'authority', '1')`,
  );
  await server.release();
  return dataDir;
}

function onlyOldest(): string {
  const folder = newFolder();
  cpSync(join(MIGRATIONS_FOLDER, oldest), join(folder, oldest), { recursive: true });
  return folder;
}

// The server's own user must be able to pass, unless said otherwise.
function newFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), "kaskad-copy-aside-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, mode);
  return folder;
}

function copiesIn(dataDir: string): string[] {
  return readdirSync(dataDir)
    .filter((name) => name.startsWith("before-"))
    .sort();
}

async function withDatabaseUrl<T>(url: string | undefined, work: () => Promise<T>): Promise<T> {
  const before = process.env.DATABASE_URL;
  delete process.env.DATABASE_URL;
  if (url !== undefined) process.env.DATABASE_URL = url;
  try {
    return await work();
  } finally {
    delete process.env.DATABASE_URL;
    if (before !== undefined) process.env.DATABASE_URL = before;
  }
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
