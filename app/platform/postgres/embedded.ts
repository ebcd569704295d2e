// The data folder's own PostgreSQL, shared by every program that needs it: the running app and
// the command-line tools. Whoever comes first starts it, whoever leaves last stops it.
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { appAddress } from "./app-database";
import { type Cluster, prepareCluster } from "./cluster";
import { EmbeddedPostgresError } from "./embedded-error";
import { leaveAsLast, type Place, takePlace } from "./place";
import { findServer, startServer, stopServer } from "./server-process";

export type EmbeddedServer = {
  /** The address of the app's database. */
  url: string;
  /**
   * Makes this process the one program of the data folder. Returns null, or where another program
   * has been it, that one's address ("" while it has none).
   */
  claim: () => Promise<string | null>;
  /** Tells others the address at which the program of the data folder answers. */
  announce: (address: string) => Promise<void>;
  /** Ends the use; stops the server if nobody else uses it. */
  release: () => Promise<void>;
};

/**
 * Starts the data folder's server, or joins the running one, for as long as this process uses it.
 * A server that dies meanwhile is started again at the same address. `durable: false` gives up
 * safety against power cuts, for tests. Throws EmbeddedPostgresError.
 */
export async function useEmbeddedServer(options: {
  dataDir: string;
  durable?: boolean;
  signal?: AbortSignal;
}): Promise<EmbeddedServer> {
  const dataDir = resolve(options.dataDir);
  const durable = options.durable ?? true;
  try {
    const cluster = await prepareCluster({ dataDir, durable, signal: options.signal });
    const place = await joinServer({ cluster, durable });
    return serverInUse({ cluster, durable, place });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    const because = error instanceof Error ? error.message : String(error);
    throw new EmbeddedPostgresError({ folder: dataDir, because, cause: error });
  }
}

async function joinServer(options: {
  cluster: Cluster;
  durable: boolean;
  port?: number;
}): Promise<Place> {
  for (let attempt = 1; ; attempt += 1) {
    const port = (await findServer(options.cluster)) ?? (await startServer(options));
    try {
      return await takePlace(options.cluster, port);
    } catch (error) {
      // The last user may have been stopping the server just then.
      if (attempt === 10) throw error;
      await sleep(200);
    }
  }
}

function serverInUse(options: {
  cluster: Cluster;
  durable: boolean;
  place: Place;
}): EmbeddedServer {
  const { cluster, durable } = options;
  const { port } = options.place;
  let { place } = options;
  let claimed = false;
  let address = "";
  let released = false;
  keepPlace();

  function keepPlace(): void {
    place.whenLost(async () => {
      while (!released) {
        try {
          place = await joinServer({ cluster, durable, port });
          if (claimed) await place.claim();
          if (address) await place.announce(address);
          return keepPlace();
        } catch {
          await sleep(1000);
        }
      }
    });
  }

  return {
    url: appAddress(cluster, port),
    async claim() {
      const holder = await place.claim();
      claimed = holder === null;
      return holder;
    },
    async announce(at) {
      address = at;
      await place.announce(at);
    },
    async release() {
      released = true;
      await place.leave();
      await leaveAsLast(cluster, port, () => stopServer(cluster, "fast"));
    },
  };
}
