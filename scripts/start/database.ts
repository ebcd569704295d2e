import { existsSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { useEmbeddedServer } from "~/platform/postgres/embedded";
import type { StartOptions } from "./options.mjs";
import { StartError } from "./start-error.mjs";

export type StartedDatabase = {
  url: string;
  /** Tells a second start on the same data folder where this one answers. */
  announce: (address: string) => Promise<void>;
  release: () => Promise<void>;
};

const OLDEST_VERSION = 15;

/**
 * The database that DATABASE_URL names, or else the data folder's own, started, with this process
 * as its one program. Throws a StartError where it doesn't answer, or another program is running.
 */
export async function openDatabase(
  { dataDir }: StartOptions,
  signal: AbortSignal,
): Promise<StartedDatabase> {
  const url = process.env.DATABASE_URL;
  if (url) return openForeignDatabase(url);

  if (!existsSync(join(dataDir, "postgres"))) console.log(`Making a database in ${dataDir} …`);
  const server = await useEmbeddedServer({ dataDir, signal });
  const other = await server.claim();
  if (other === null) return server;
  await server.release();
  const where = other && ` at ${other}`;
  throw new StartError(`Kaskad is running already with the data in ${dataDir}${where}.`);
}

async function openForeignDatabase(url: string): Promise<StartedDatabase> {
  if (!/^postgres(ql)?:\/\//.test(url))
    throw new StartError("DATABASE_URL must begin with postgresql://");
  const version = await readVersion(url).catch((error: unknown) => {
    // Several addresses of one name are tried, and each has its reason.
    const reason: unknown = error instanceof AggregateError ? error.errors[0] : error;
    const message = reason instanceof Error ? reason.message : String(reason);
    throw new StartError(`The database of DATABASE_URL cannot be used: ${message}.`);
  });
  if (version < OLDEST_VERSION)
    throw new StartError(
      `The database of DATABASE_URL is PostgreSQL ${version}, and Kaskad needs ${OLDEST_VERSION} or newer.`,
    );
  return { url, announce: async () => undefined, release: async () => undefined };
}

async function readVersion(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int / 10000 AS version",
    );
    return rows[0]?.version ?? 0;
  } finally {
    await client.end().catch(() => undefined);
  }
}
