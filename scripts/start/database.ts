import { existsSync } from "node:fs";
import { join } from "node:path";
import { leaveCopyToOperator, openForMigrating } from "~/platform/postgres/copy-aside";
import { type EmbeddedServer, useEmbeddedServer } from "~/platform/postgres/embedded";
import { checkForeignDatabase } from "~/platform/postgres/foreign-database";
import type { StartOptions } from "./options.mjs";
import { StartError } from "./start-error.mjs";

export type StartedDatabase = {
  url: string;
  /** Tells a second start on the same data folder where this one answers. */
  announce: (address: string) => Promise<void>;
  release: () => Promise<void>;
};

/**
 * The database that DATABASE_URL names, or else the data folder's own, started, with this process
 * as its one program, and copied aside where it will be migrated. Throws a ForeignDatabaseError
 * where it doesn't answer, a StartError where another program is running, a MigrationError where
 * it can't be copied.
 */
export async function openDatabase(
  { dataDir }: Pick<StartOptions, "dataDir">,
  signal: AbortSignal,
): Promise<StartedDatabase> {
  const url = process.env.DATABASE_URL;
  if (url) {
    await checkForeignDatabase(url);
    await leaveCopyToOperator(url, console.log);
    return { url, announce: async () => undefined, release: async () => undefined };
  }

  if (!existsSync(join(dataDir, "postgres"))) console.log(`Making a database in ${dataDir} …`);
  const open = () => claimServer(dataDir, signal);
  return openForMigrating({ dataDir, open, say: console.log, signal });
}

async function claimServer(dataDir: string, signal: AbortSignal): Promise<EmbeddedServer> {
  const server = await useEmbeddedServer({ dataDir, signal });
  const other = await server.claim();
  if (other === null) return server;
  await server.release();
  const where = other && ` at ${other}`;
  throw new StartError(`Kaskad is running already with the data in ${dataDir}${where}.`);
}
