import { existsSync } from "node:fs";
import { join } from "node:path";
// Whatever a command changes, the lineage follows.
import "~/features/cascade/history/keep-lineage.server";
import { makeDatabase, type Database } from "~/platform/db.server";
import { isUpToDate } from "~/platform/postgres/migrations";
import { dataFolder, withDatabase } from "~/platform/postgres/with-database";
import { UserError } from "./user-error";

/** Runs `work` on the app's database: the running server's, or started for the call. */
export async function withAppDatabase<T>(
  options: { dataDir?: string },
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const folder = dataFolder(options.dataDir);
  const parts = ["postgres", "postgres.password"].map((name) => join(folder, name));
  // A folder that was mistyped is no reason to make a database there.
  if (!process.env.DATABASE_URL && !parts.some(existsSync)) {
    throw new UserError(`There is no database in ${folder}: run npm start once.`);
  }
  return withDatabase(options, async (url) => {
    if (!(await isUpToDate(url))) {
      throw new UserError(
        "The database is empty or older than this program: run npm start once, or npm run migrate -- deploy.",
      );
    }
    const db = makeDatabase(url);
    try {
      return await work(db);
    } finally {
      await db.$disconnect();
    }
  });
}
