// What a database was begun with is written on its table of migrations, as a comment: it goes
// where the database goes, whichever server that is on, and no page can change it.
import pg from "pg";
import { todayInStockholm } from "~/platform/clock";
import { StartError } from "./start-error.mjs";

/** `demo`: the demo's data. `own`: anything else, also nothing yet. */
export type Contents = "demo" | "own";

type Mark = "demo" | "demo, loading" | "own";

/**
 * Sees to what is in a migrated database, and says what it is. The first start on an empty one
 * loads the demo, or with `empty` decides for good that it never will. A demo that was broken off
 * half-way is taken out and loaded anew.
 */
export async function prepareContents(options: {
  databaseUrl: string;
  empty: boolean;
}): Promise<Contents> {
  const { databaseUrl, empty } = options;
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { mark, isEmpty } = await readState(client);
    if (mark === "demo" && empty)
      throw new StartError(
        "The demo data is here already, so --empty comes too late: choose another folder with --data.",
      );
    if (mark === "demo" || mark === "own") return mark;
    if (mark === null && !isEmpty) return "own";
    if (mark === "demo, loading") await removeAll(client);
    if (empty) {
      await writeMark(client, "own");
      return "own";
    }
    console.log("Loading the demo data …");
    await writeMark(client, "demo, loading");
    const { loadDemo } = await import("../../prisma/demo/load");
    await loadDemo(databaseUrl, todayInStockholm());
    await writeMark(client, "demo");
    return "demo";
  } finally {
    await client.end();
  }
}

async function readState(client: pg.Client): Promise<{ mark: Mark | null; isEmpty: boolean }> {
  const { rows } = await client.query<{ mark: Mark | null; isEmpty: boolean }>(
    `SELECT obj_description('_prisma_migrations'::regclass) AS mark,
            NOT EXISTS (SELECT FROM account) AND NOT EXISTS (SELECT FROM authority) AS "isEmpty"`,
  );
  return rows[0] ?? { mark: null, isEmpty: false };
}

async function writeMark(client: pg.Client, mark: Mark): Promise<void> {
  await client.query(`COMMENT ON TABLE _prisma_migrations IS '${mark}'`);
}

async function removeAll(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ tables: string | null }>(
    `SELECT string_agg(format('%I', tablename), ', ') AS tables FROM pg_tables
      WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations'`,
  );
  const tables = rows[0]?.tables;
  if (tables) await client.query(`TRUNCATE ${tables}`);
}
