// Starting, finding and stopping the one server of a cluster. A server outlives the program that
// started it when that is killed, so the first question is always whether one is running already.
import { readFileSync } from "node:fs";
import { chown, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { adminAddress } from "./app-database";
import type { Cluster } from "./cluster";
import { programFile } from "./program-folder";
import { runProgram } from "./run-program";

const ANSWER_TIMEOUT_MS = 30_000;
const START_TIMEOUT_S = 300;
const STOP_TIMEOUT_S = 30;
const LOG_LIMIT_BYTES = 5_000_000;

/**
 * The port of the cluster's running server, or null where none runs. Believes nothing that is
 * only written down: the server must know our password and name our folder as its own. Waits for
 * a server that is just starting or stopping, and stops one that has hung.
 */
export async function findServer(cluster: Cluster): Promise<number | null> {
  const giveUp = Date.now() + ANSWER_TIMEOUT_MS;
  for (;;) {
    const postmaster = await readPidFile(cluster);
    if (!postmaster) return null;
    if (postmaster.port && (await isOurServer(cluster, postmaster.port))) return postmaster.port;
    if (!(await isPostgresOf(cluster, postmaster.pid))) {
      await removeStalePidFile(cluster, postmaster.pid);
      return null;
    }
    if (Date.now() > giveUp) {
      await stopServer(cluster, "immediate");
      return null;
    }
    await sleep(200);
  }
}

/**
 * Starts the cluster's server at the given port of 127.0.0.1, by default a free one, and returns
 * the port. Where another program is starting the same cluster, its server is the answer.
 */
export async function startServer(options: {
  cluster: Cluster;
  durable: boolean;
  port?: number;
}): Promise<number> {
  const { cluster, durable } = options;
  const log = await prepareLog(cluster);
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const args = ["start", "--pgdata", cluster.folder, "--log", log, "--silent", "--wait"];
    args.push("--timeout", String(START_TIMEOUT_S), "--options", serverOptions(port, durable));
    const { ok } = await runProgram(programFile(cluster.programs, "pg_ctl"), args, {
      user: cluster.user,
      quiet: true,
    });
    if (ok && (await isOurServer(cluster, port))) return port;
    const others = await findServer(cluster);
    if (others) return others;
    // Somebody may have taken the free port in between.
    if (attempt === 3) throw new Error(`the server did not start: ${await lastWords(log)}`);
  }
}

/** Stops the cluster's server; open transactions are rolled back. */
export async function stopServer(cluster: Cluster, mode: "fast" | "immediate"): Promise<void> {
  const args = ["stop", "--pgdata", cluster.folder, "--mode", mode, "--silent", "--wait"];
  args.push("--timeout", String(STOP_TIMEOUT_S));
  const { ok } = await runProgram(programFile(cluster.programs, "pg_ctl"), args, {
    user: cluster.user,
    quiet: true,
  });
  if (!ok && mode === "fast" && (await readPidFile(cluster)))
    await stopServer(cluster, "immediate");
}

async function readPidFile(cluster: Cluster): Promise<{ pid: number; port: number } | null> {
  const file = join(cluster.folder, "postmaster.pid");
  const text = await readFile(file, "utf8").catch(() => null);
  if (!text) return null;
  // Lines: process id, cluster, start time, port, … The port is missing for a moment at first.
  const lines = text.split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3] ?? 0) };
}

async function isOurServer(cluster: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: adminAddress(cluster, port),
    connectionTimeoutMillis: 5000,
    query_timeout: 5000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
    return rows[0]?.data_directory === cluster.folder;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

// After a restart of the machine the same process id may belong to anything.
async function isPostgresOf(cluster: Cluster, pid: number): Promise<boolean> {
  const command = await commandLine(pid);
  return command.includes("postgres") && command.includes(cluster.folder);
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform === "linux") {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    } catch {
      return "";
    }
  }
  if (process.platform === "win32") {
    const query = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`;
    const args = ["-NoProfile", "-Command", query];
    return (await runProgram("powershell.exe", args, { user: undefined })).output;
  }
  const args = ["-ww", "-o", "command=", "-p", String(pid)];
  return (await runProgram("/bin/ps", args, { user: undefined })).output;
}

// A new server clears the file of a dead one away itself, but takes a recycled process id for a
// living one.
async function removeStalePidFile(cluster: Cluster, pid: number): Promise<void> {
  if ((await readPidFile(cluster))?.pid === pid)
    await rm(join(cluster.folder, "postmaster.pid"), { force: true });
}

async function prepareLog({ folder, user }: Cluster): Promise<string> {
  const log = join(dirname(folder), "postgres.log");
  const size = await stat(log).then(
    (file) => file.size,
    () => 0,
  );
  if (size > LOG_LIMIT_BYTES) await rename(log, `${log}.1`);
  await writeFile(log, "", { flag: "a", mode: 0o600 });
  if (user) await chown(log, user.uid, user.gid);
  return log;
}

function serverOptions(port: number, durable: boolean): string {
  const settings = [
    "listen_addresses=127.0.0.1",
    "max_connections=60",
    "shared_buffers=128MB",
    "effective_cache_size=512MB",
    "work_mem=8MB",
    "maintenance_work_mem=64MB",
    "max_wal_size=512MB",
    "jit=off",
    "random_page_cost=1.1",
    "max_parallel_workers_per_gather=0",
    "timezone=UTC",
    "log_timezone=UTC",
    "log_line_prefix='%m '",
  ];
  // Loopback works with every length of path and on every system; the password keeps others out.
  if (process.platform !== "win32") settings.push("unix_socket_directories=''");
  if (!durable) settings.push("fsync=off", "full_page_writes=off", "synchronous_commit=off");
  return [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(" ");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function lastWords(log: string): Promise<string> {
  const lines = (await readFile(log, "utf8")).trim().split("\n");
  const reason = lines.filter((line) => /FATAL|PANIC|could not|error/i.test(line)).at(-1);
  return `${(reason ?? lines.at(-1) ?? "").replace(/\.$/, "")} (${log})`;
}
