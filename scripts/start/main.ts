import { once } from "node:events";
import { relative } from "node:path";
import { EmbeddedPostgresError } from "~/platform/postgres/embedded-error";
import { ForeignDatabaseError } from "~/platform/postgres/foreign-database";
import { deployMigrations, MigrationError } from "~/platform/postgres/migrations";
import { ListenError, startWebServer } from "~/platform/web-server";
import { freezeSharedBefore } from "../command-line/frozen-reports";
import { reckonDueLineage } from "../command-line/lineage-due";
import { prepareContents } from "./contents";
import { openDatabase, type StartedDatabase } from "./database";
import { prepareLogFile } from "./log-file";
import type { StartOptions } from "./options.mjs";
import { refusePortInUse } from "./port";
import { openApp } from "./served-app";
import { layOutSamples } from "./samples";
import { isDemoOpen, signInHint } from "./sign-in-hint";
import { StartError } from "./start-error.mjs";
import type { Stopping } from "./stopping.mjs";

// What has to be taken down again, in the order in which it was put up.
type Undo = (() => Promise<void>)[];

/**
 * Starts Kaskad, serves it until the process is asked to stop, and takes everything down again,
 * whatever happens. Returns the process's exit code.
 */
export async function main(options: StartOptions, stopping: Stopping): Promise<number> {
  const { signal } = stopping;
  const undo: Undo = [];
  try {
    // Waited for even when asked to stop: a server half started could not be stopped.
    const database = await openDatabase(options, signal);
    undo.push(database.release);
    await unlessStopped(signal, serve({ options, stopping, database, undo }));
    await once(signal, "abort");
    return stopping.exitCode();
  } catch (error) {
    if (signal.aborted) return stopping.exitCode();
    console.error(isForPeople(error) ? error.message : error);
    return 1;
  } finally {
    if (signal.aborted) console.log("Stopping …");
    for (const step of undo.reverse()) await step().catch((error) => console.error(error));
  }
}

// A request to stop ends the wait, not the work: that ends with the database or the process.
async function unlessStopped(signal: AbortSignal, work: Promise<void>): Promise<void> {
  work.catch(() => undefined);
  signal.throwIfAborted();
  await Promise.race([work, once(signal, "abort")]);
  signal.throwIfAborted();
}

async function serve(run: {
  options: StartOptions;
  stopping: Stopping;
  database: StartedDatabase;
  undo: Undo;
}): Promise<void> {
  const { options, database, undo } = run;
  await refusePortInUse(options);
  const applied = await deployMigrations(database.url, undefined, console.log);
  if (applied.length > 0) console.log(`Brought the database up to date: ${applied.join(", ")}.`);

  // The app and what it shares with the loading of the demo read these when they are loaded.
  const logFile = prepareLogFile(options.dataDir);
  process.env.KASKAD_LOG_FILE = logFile;
  process.env.NODE_ENV = options.dev ? "development" : "production";
  process.env.DATABASE_URL = database.url;
  const contents = await prepareContents({ databaseUrl: database.url, empty: options.empty });
  await reckonDueLineage(database.url);
  await freezeSharedBefore(database.url);
  if (contents === "demo") await layOutSamples(options.dataDir);
  const demoOpen = isDemoOpen(contents, options);
  process.env.KASKAD_DEMO = demoOpen ? "1" : "0";

  const { app, close } = await openApp(options, run.stopping.signal);
  undo.push(close);
  const { log } = await import("~/platform/log.server");
  const server = await startWebServer({
    ...options,
    app,
    databaseUrl: database.url,
    log,
    trustProxy: readTrustProxy(options.trustProxy),
    https: process.env.KASKAD_HTTPS === "1",
  });
  undo.push(() => server.stop(run.stopping.hurry));
  await database.announce(server.url);
  const hint = await signInHint({ contents, demoOpen, url: server.url, databaseUrl: database.url });
  console.log(`Kaskad is ready: ${server.url}\n${hint}`);
  console.log(`Stop it with Ctrl-C. Its log is ${shortPath(logFile)}.`);
}

function readTrustProxy(setting: string | undefined): number | string | undefined {
  return setting && /^\d+$/.test(setting) ? Number(setting) : setting;
}

function shortPath(file: string): string {
  const fromHere = relative(process.cwd(), file);
  return fromHere.startsWith("..") ? file : fromHere;
}

function isForPeople(error: unknown): error is Error {
  const kinds = [
    StartError,
    EmbeddedPostgresError,
    ForeignDatabaseError,
    MigrationError,
    ListenError,
  ];
  return kinds.some((kind) => error instanceof kind);
}
