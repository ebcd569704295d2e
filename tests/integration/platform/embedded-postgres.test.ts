import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { type EmbeddedServer, useEmbeddedServer } from "~/platform/postgres/embedded";
import { withDatabase } from "~/platform/postgres/with-database";

// One cluster serves the tests that don't ask how it comes about: making one takes a second.
const folders: string[] = [];
const shared = newFolder();
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe("a data folder's server", { timeout: 60_000 }, () => {
  it("sorts Swedish, and is stopped by its only user", async () => {
    const server = await useServer(shared);
    const rows = await query(server.url, "SELECT unnest('{ö,a,å,z,ä}'::text[]) AS x ORDER BY x");
    expect(rows.map(({ x }) => x).join("")).toBe("azåäö");
    await server.release();
    await expectStopped(server.url);
  });

  it("gives the app a role that is no superuser", async () => {
    const server = await useServer(shared);
    await expect(query(server.url, "SHOW data_directory")).rejects.toThrow("permission denied");
    await server.release();
  });

  it("is shared: the last of two users stops it, whichever came first", async () => {
    const first = await useServer(shared);
    const second = await useServer(shared);
    expect(second.url).toBe(first.url);
    await first.release();
    expect(await query(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await second.release();
    await expectStopped(second.url);
  });

  it("has one program, whose address the others are told", async () => {
    const { child, url } = await holdInProcess(shared);
    const other = await useServer(shared);
    expect(other.url).toBe(url);
    expect(await other.claim()).toBe("http://held.test");
    child.kill("SIGKILL");
    await expect.poll(() => other.claim(), { timeout: 5000 }).toBeNull();
    await other.release();
    await expectStopped(url);
  });

  it("outlives a killed program and is taken over with all that was written", async () => {
    const { child, url } = await holdInProcess(shared);
    await query(url, "CREATE TABLE kept AS SELECT 42 AS x");
    await kill(child);
    const next = await useServer(shared);
    expect(next.url).toBe(url);
    expect(await next.claim()).toBeNull();
    expect(await query(next.url, "SELECT x FROM kept")).toEqual([{ x: 42 }]);
    await next.release();
    await expectStopped(url);
  });

  it("comes back at the same address when it is killed under its user", async () => {
    const server = await useServer(shared);
    expect(await server.claim()).toBeNull();
    const held = "SELECT count(*)::int AS locks FROM pg_locks WHERE locktype = 'advisory'";
    const before = await query(server.url, held);
    process.kill(postmasterPid(shared), "SIGKILL");
    // The place among the users and the claim come back too, just after the server itself.
    await expect
      .poll(() => query(server.url, held).catch(() => []), { timeout: 15_000 })
      .toEqual(before);
    const other = await useServer(shared);
    expect(await other.claim()).not.toBeNull();
    await other.release();
    await server.release();
    await expectStopped(server.url);
  });

  it("starts although its pid file names a living process that is something else", async () => {
    const port = Number(new URL((await endedServer()).url).port);
    const cluster = join(shared, "postgres");
    // The server only takes a process of its own user for a living server.
    const { uid, gid } = statSync(cluster);
    const something = spawn("sleep", ["60"], process.getuid?.() === 0 ? { uid, gid } : {});
    onTestFinished(() => void something.kill());
    const lines = [something.pid, cluster, 1, port, "", "127.0.0.1", "", "ready", ""];
    writeFileSync(join(cluster, "postmaster.pid"), lines.join("\n"));
    const server = await useServer(shared);
    expect(await query(server.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await server.release();
    expect(something.exitCode).toBeNull();
  });

  it("is left by all its users at once, and stopped by one of them", async () => {
    const users = await Promise.all(Array.from({ length: 12 }, () => useServer(shared)));
    await Promise.all(users.map((server) => server.release()));
    await expectStopped(users[0]?.url ?? "");
  });

  it("is not stopped by a tool while the program runs", async () => {
    const program = await useServer(shared);
    await withoutDatabaseUrl(() =>
      withDatabase({ dataDir: shared }, (url) => query(url, "SELECT")),
    );
    expect(await query(program.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await program.release();
  });
});

describe("making a cluster", { timeout: 60_000 }, () => {
  it("makes one for two programs that start at once", async () => {
    const dataDir = newFolder();
    const servers = await Promise.all([useServer(dataDir), useServer(dataDir)]);
    expect(servers[0].url).toBe(servers[1].url);
    await Promise.all(servers.map((server) => server.release()));
    await expectStopped(servers[0].url);
    expect(readdirSync(dataDir).filter((name) => name.includes("new"))).toEqual([]);
  });

  it("begins again after a program that was killed half-way", async () => {
    const dataDir = newFolder();
    const child = spawnHolder(dataDir);
    await expect
      .poll(() => readdirSync(dataDir).some((name) => name.startsWith("postgres.new")), {
        timeout: 10_000,
        interval: 20,
      })
      .toBe(true);
    await kill(child);
    expect(existsSync(join(dataDir, "postgres"))).toBe(false);
    const server = await useServer(dataDir);
    expect(await query(server.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await server.release();
  });

  it("names the folder and the way around when something is in the way", async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, "postgres"));
    writeFileSync(join(dataDir, "postgres", "holiday.jpg"), "");
    const failure = expect(useServer(dataDir)).rejects;
    await failure.toThrow(`The database in ${dataDir} cannot be used: ${dataDir}/postgres is in`);
    await expect(useServer(dataDir)).rejects.toThrow("DATABASE_URL");
  });

  it("never makes a new one while the cluster's place is unknown", async () => {
    const dataDir = newFolder();
    const server = await useServer(dataDir);
    await server.release();
    rmSync(join(dataDir, "postgres.password"));
    await expect(useServer(dataDir)).rejects.toThrow("its password file");
    rmSync(join(dataDir, "postgres"), { recursive: true });
    symlinkSync("/nowhere/postgres", join(dataDir, "postgres"));
    await expect(useServer(dataDir)).rejects.toThrow("/nowhere/postgres, where it lies, is gone");
  });

  it.runIf(process.getuid?.() === 0)("goes elsewhere below a folder closed to all", async () => {
    const closed = newFolder();
    chmodSync(closed, 0o700);
    const dataDir = join(closed, "data");
    const server = await useServer(dataDir);
    const place = realpathSync(join(dataDir, "postgres"));
    onTestFinished(() => rmSync(dirname(place), { recursive: true }));
    expect(place).toMatch(/^\/var\/lib\/kaskad\/data-/);
    expect(await query(server.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await server.release();
    await expectStopped(server.url);
  });
});

async function useServer(dataDir: string): Promise<EmbeddedServer> {
  const server = await useEmbeddedServer({ dataDir, durable: false });
  onTestFinished(() => server.release());
  return server;
}

async function endedServer(): Promise<{ url: string }> {
  const server = await useServer(shared);
  await server.release();
  return server;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kaskad-postgres-"));
  // The server's own user must be able to pass.
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function expectStopped(url: string): Promise<void> {
  await expect(query(url, "SELECT 1")).rejects.toMatchObject({ code: "ECONNREFUSED" });
}

async function holdInProcess(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawnHolder(dataDir);
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.once("data", (chunk: Buffer) => resolve(chunk.toString()));
    child.once("exit", (code) => reject(new Error(`The holder ended with ${code}.`)));
  });
  const { url, holder }: { url: string; holder: string | null } = JSON.parse(line);
  expect(holder).toBeNull();
  return { child, url };
}

function spawnHolder(dataDir: string): ChildProcess {
  const program = fileURLToPath(new URL("hold-server.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", program, dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => kill(child));
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
  await sleep(50);
}

function postmasterPid(dataDir: string): number {
  return Number.parseInt(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8"), 10);
}

async function withoutDatabaseUrl<T>(work: () => Promise<T>): Promise<T> {
  const before = process.env.DATABASE_URL;
  delete process.env.DATABASE_URL;
  try {
    return await work();
  } finally {
    if (before !== undefined) process.env.DATABASE_URL = before;
  }
}
