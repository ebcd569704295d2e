import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Database } from "~/platform/db.server";

const processes = z.array(z.object({ pid: z.number() }));

/**
 * The milliseconds that this program and the database's processes for it have been at work so
 * far: what a page costs, however busy the machine is with other things. Null where it can't be
 * told: that is on anything but Linux, and for a server on another machine.
 */
export async function busyTime(db: Database): Promise<number | null> {
  try {
    const { user, system } = process.cpuUsage();
    return (await backendsBusy(db)) + (user + system) / 1000;
  } catch {
    return null;
  }
}

/**
 * The database's part of it, with what processes have done that are no longer there. Throws where it
 * can't be told.
 */
export async function backendsBusy(db: Database): Promise<number> {
  const pids = processes.parse(
    await db.$queryRaw`select pid from pg_stat_activity where datname = current_database()`,
  );
  const known = timesKnown.get(db) ?? new Map<number, number>();
  timesKnown.set(db, known);
  await Promise.all(pids.map(async ({ pid }) => known.set(pid, await timeAtWork(pid))));
  return [...known.values()].reduce((sum, time) => sum + time, 0);
}

/** By database and process, as of the last look. */
const timesKnown = new WeakMap<Database, Map<number, number>>();

/** Of one process. Throws where it can't be told. */
export async function timeAtWork(pid: number): Promise<number> {
  const [nanoseconds] = (await readFile(`/proc/${pid}/schedstat`, "utf8")).split(" ");
  return Number(nanoseconds) / 1e6;
}
