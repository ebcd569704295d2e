import { randomBytes } from "node:crypto";
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
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    }
  } finally {
    await client.end();
  }
}
