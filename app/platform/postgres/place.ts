// Who uses the data folder's server is kept in advisory locks of that server: the operating system
// gives up a lock together with the connection of its holder, however that one ends, so a lock
// that somebody was killed with never has to be cleared away.
import pg from "pg";
import { adminAddress, makeAppDatabase } from "./app-database";
import type { Cluster } from "./cluster";

// Pairs of class and object in the locks' space of the maintenance database.
const LOCK_CLASS = 0x6b61736b;
const USED = [LOCK_CLASS, 1];
const PROGRAM = [LOCK_CLASS, 2];

/** One process's place among the users of a server. */
export type Place = {
  port: number;
  claim: () => Promise<string | null>;
  announce: (address: string) => Promise<void>;
  whenLost: (act: () => void) => void;
  leave: () => Promise<void>;
};

/** Enters this process among the users of the server and sees to it that the app's database exists. */
export async function takePlace(cluster: Cluster, port: number): Promise<Place> {
  const lock = await connect(cluster, port);
  try {
    await lock.query("SELECT pg_advisory_lock_shared($1, $2)", USED);
    await makeAppDatabase(lock, cluster);
  } catch (error) {
    await lock.end().catch(() => undefined);
    throw error;
  }
  let lost = false;
  let actOnLoss: (() => void) | undefined;
  lock.once("end", () => {
    lost = true;
    actOnLoss?.();
  });
  return {
    port,
    claim: () => claim(lock),
    announce: async (address) => {
      await lock.query("SELECT set_config('application_name', $1, false)", [address]);
    },
    whenLost(act) {
      if (lost) act();
      else actOnLoss = act;
    },
    async leave() {
      actOnLoss = undefined;
      if (lost) return;
      await lock.query("SELECT pg_advisory_unlock_all()").catch(() => undefined);
      await lock.end().catch(() => undefined);
    },
  };
}

/** Stops the server by `stop` unless somebody else has a place there. */
export async function leaveAsLast(
  cluster: Cluster,
  port: number,
  stop: () => Promise<void>,
): Promise<void> {
  const lock = await connect(cluster, port).catch(() => null);
  if (!lock) return;
  try {
    // Held until the server is down: who comes now waits, is cut off and begins again.
    if (await isLast(lock)) await stop();
  } finally {
    await lock.end().catch(() => undefined);
  }
}

/** False also where the server goes down under the question: then another was last, and stops it. */
async function isLast(lock: pg.Client): Promise<boolean> {
  const answer = await lock
    .query<{ last: boolean }>("SELECT pg_try_advisory_lock($1, $2) AS last", USED)
    .catch(() => null);
  return answer?.rows[0]?.last ?? false;
}

async function connect(cluster: Cluster, port: number): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: adminAddress(cluster, port),
    application_name: "",
    keepAlive: true,
  });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

async function claim(lock: pg.Client): Promise<string | null> {
  const { rows } = await lock.query<{ mine: boolean }>(
    "SELECT pg_try_advisory_lock($1, $2) AS mine",
    PROGRAM,
  );
  if (rows[0]?.mine) return null;
  const holder = await lock.query<{ address: string }>(
    `SELECT application_name AS address FROM pg_stat_activity JOIN pg_locks USING (pid)
      WHERE locktype = 'advisory' AND granted AND classid = $1 AND objid = $2`,
    PROGRAM,
  );
  return holder.rows[0]?.address ?? "";
}
