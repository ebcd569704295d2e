import { constants } from "node:os";
import { leaveCopyToOperator, openForMigrating } from "./copy-aside";
import { useEmbeddedServer } from "./embedded";
import { checkForeignDatabase } from "./foreign-database";

/** The data folder that a command-line option, KASKAD_DATA or the default names. */
export function dataFolder(option?: string): string {
  return option ?? (process.env.KASKAD_DATA || "data");
}

/**
 * Runs `work` with the address of the database: DATABASE_URL where it is set, otherwise the data
 * folder's own server, which is started for the call if it is not running. Connections that `work`
 * has opened must be closed when it ends, also by an error. Work that migrates the database has a
 * way to say, with `toMigrate`, what becomes of a copy of it.
 */
export async function withDatabase<T>(
  options: { dataDir?: string; durable?: boolean; toMigrate?: (line: string) => void },
  work: (databaseUrl: string) => Promise<T>,
): Promise<T> {
  const { durable, toMigrate } = options;
  const url = process.env.DATABASE_URL;
  if (url) {
    await checkForeignDatabase(url);
    if (toMigrate) await leaveCopyToOperator(url, toMigrate);
    return work(url);
  }
  const dataDir = dataFolder(options.dataDir);
  const open = () => useEmbeddedServer({ dataDir, durable });
  const server = await (toMigrate
    ? openForMigrating({ dataDir, open, say: toMigrate, durable })
    : open());
  const stopListening = onInterrupt(server.release);
  try {
    return await work(server.url);
  } finally {
    stopListening();
    await server.release();
  }
}

// A tool that is interrupted must not leave behind a server that it has started.
function onInterrupt(finish: () => Promise<void>): () => void {
  const end = (signal: NodeJS.Signals) => {
    void finish().finally(() => process.exit(128 + constants.signals[signal]));
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.once(signal, end);
  return () => {
    for (const signal of signals) process.off(signal, end);
  };
}
