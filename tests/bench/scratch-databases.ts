import { randomBytes } from "node:crypto";
import pg from "pg";
import { todayInStockholm } from "~/platform/clock";
import { deployMigrations } from "~/platform/postgres/migrations";
import { freezeSharedBefore } from "../../scripts/command-line/frozen-reports";
import { reckonDueLineage } from "../../scripts/command-line/lineage-due";
import { useTestServer } from "../../scripts/test/database-server";
import {
  databaseExists,
  dropClones,
  prepareTemplate,
  urlOf,
  withAdmin,
} from "../support/template-database";
import { fillAuthority } from "./authority/fill";
import { authoritySize } from "./authority/size";

export type Scratch = {
  /** The address of a database with the demo in it. */
  demo: () => Promise<string>;
  /** The address of a database with an invented authority of that share of the full size. */
  authority: (share: number) => Promise<string>;
};

/**
 * Databases on the tests' own server, which are gone when `work` ends. With `keep` the authorities
 * stay, and a later run that keeps them takes them as they are, brought to its own version.
 */
export async function withScratchDatabases<T>(
  work: (scratch: Scratch) => Promise<T>,
  { keep = false } = {},
): Promise<T> {
  const server = await useTestServer();
  try {
    await dropClones(server.url);
    const template = await prepareTemplate(server.url);
    const today = todayInStockholm();
    const empty = async () => {
      // A run that is killed leaves its databases to the next one: they are known by this name.
      const name = `kaskad_test_${process.pid}_bench_${randomBytes(4).toString("hex")}`;
      await withAdmin(server.url, (admin) =>
        admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`),
      );
      return urlOf(server.url, name);
    };
    return await work({
      async demo() {
        const url = await empty();
        const { loadDemo } = await import("../../prisma/demo/load");
        await loadDemo(url, today);
        await freezeSharedBefore(url);
        await onConnection(url, (client) => client.query("VACUUM (ANALYZE)"));
        return url;
      },
      async authority(share) {
        const size = authoritySize(share, today);
        const kept = `kaskad_bench_${size.people}`;
        if (keep && (await withAdmin(server.url, (admin) => databaseExists(admin, kept)))) {
          const url = urlOf(server.url, kept);
          await deployMigrations(url);
          await reckonDueLineage(url);
          return url;
        }
        const url = await empty();
        await onConnection(url, (client) => fillAuthority(client, size));
        await reckonDueLineage(url);
        // What the server does by itself in an ordinary night.
        await onConnection(url, (client) => client.query("VACUUM (ANALYZE)"));
        if (!keep) return url;
        await withAdmin(server.url, (admin) =>
          admin.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} RENAME TO ${kept}`),
        );
        return urlOf(server.url, kept);
      },
    });
  } finally {
    await dropClones(server.url);
    await server.release();
  }
}

/** One connection of its own, for as long as `work` takes. */
export async function onConnection<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
