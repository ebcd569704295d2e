// Before a data folder's database is migrated, it is copied aside, so that the version that was can
// be gone back to: stop Kaskad, put the copy in the place of `postgres`, start the old version.
import pg from "pg";
import { todayInStockholm } from "../clock";
import { prepareCluster } from "./cluster";
import { ClusterCopyError, copyCluster } from "./cluster-copy";
import type { EmbeddedServer } from "./embedded";
import { MigrationError, migrationStatus } from "./migrations";
import { findServer } from "./server-process";

/**
 * The data folder's server, as `open` opens it, ready to be migrated: where migrations wait for a
 * database that has had others before, the cluster is first copied to DATA/before-MIGRATION-DAY,
 * with the server stopped. Says so in a line. Throws a MigrationError where that is not possible.
 */
export async function openForMigrating(options: {
  dataDir: string;
  open: () => Promise<EmbeddedServer>;
  say: (line: string) => void;
  durable?: boolean;
  signal?: AbortSignal;
}): Promise<EmbeddedServer> {
  const server = await options.open();
  const waiting = await readWaiting(server.url).catch(async (error: unknown) => {
    await server.release();
    throw error;
  });
  if (waiting === null) return server;
  await server.release();
  const name = `before-${waiting.migration}-${todayInStockholm()}`;
  const copy = await copyAside({ ...options, name, lastChange: waiting.lastChange });
  options.say(`Kept a copy of the database before it is brought up to date: ${copy}`);
  return options.open();
}

/** Says of a database elsewhere that will be migrated that nobody copies it here. */
export async function leaveCopyToOperator(url: string, say: (line: string) => void): Promise<void> {
  const waiting = await waitingMigrations(url);
  if (waiting.length > 0)
    say("Of the database of DATABASE_URL Kaskad keeps no copy: that is up to its operator.");
}

// Those that would change a database which is in use: none for one without tables.
async function waitingMigrations(url: string): Promise<string[]> {
  const { applied, pending, ...trouble } = await migrationStatus(url);
  const willBeRefused = Object.values(trouble).some((names) => names.length > 0);
  return applied.length === 0 || willBeRefused ? [] : pending;
}

// The first of them, and when something was last changed.
async function readWaiting(
  url: string,
): Promise<{ migration: string; lastChange: Date | null } | null> {
  const [migration] = await waitingMigrations(url);
  return migration === undefined ? null : { migration, lastChange: await readLastChange(url) };
}

// The newest row of the trail, into which every change of the pages goes.
async function readLastChange(url: string): Promise<Date | null> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ at: Date | null }>(
      "SELECT max(at) AS at FROM audit_event",
    );
    return rows[0]?.at ?? null;
  } finally {
    await client.end();
  }
}

async function copyAside(options: {
  dataDir: string;
  name: string;
  lastChange: Date | null;
  durable?: boolean;
  signal?: AbortSignal;
}): Promise<string> {
  const { dataDir, durable = true, signal } = options;
  try {
    const cluster = await prepareCluster({ dataDir, durable, signal });
    if ((await findServer(cluster)) !== null)
      throw new ClusterCopyError("another program is using it");
    return await copyCluster({ ...options, cluster, durable });
  } catch (error) {
    if (signal?.aborted) throw error;
    const because = error instanceof Error ? error.message : String(error);
    throw new MigrationError(
      `The database in ${dataDir} is copied aside before it is migrated, and could not be: ${because}. Nothing was changed. Mend that and start again.`,
      { cause: error },
    );
  }
}
