import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import pg from "pg";

/**
 * Makes an empty database beside the one of the url, hands its url to `work` and drops it again.
 * The user of the url must be allowed to create databases.
 */
export async function withScratchDatabase<T>(
  url: string,
  work: (scratchUrl: string) => Promise<T>,
): Promise<T> {
  const name = `kaskad_scratch_${randomBytes(6).toString("hex")}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name}`);
    try {
      const scratchUrl = new URL(url);
      scratchUrl.pathname = `/${name}`;
      return await work(scratchUrl.href);
    } finally {
      await dropDatabase(client, name);
    }
  } finally {
    await client.end();
  }
}

const INSUFFICIENT_PRIVILEGE = "42501";

/**
 * Drops a database with whoever is connected to it. The server's own vacuum may be there just
 * then, which only a superuser could end: it is gone in a moment.
 */
export async function dropDatabase(client: pg.Client, name: string, tries = 50): Promise<void> {
  try {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  } catch (error) {
    const isVacuumed = error instanceof pg.DatabaseError && error.code === INSUFFICIENT_PRIVILEGE;
    if (!isVacuumed || tries <= 1) throw error;
    await setTimeout(200);
    await dropDatabase(client, name, tries - 1);
  }
}
