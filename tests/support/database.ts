import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import type { Database } from "~/platform/db.server";
import { urlOf, withAdmin } from "./template-database";

export type TestDatabase = { url: string; db: Database };

/**
 * A migrated, empty database for one test file, called once at its top:
 * `const { db } = await testDatabase();`. The app's own client (`database()`) reaches it too.
 * All are dropped together at the
 * end of the run: dropping one makes the next one slow on some file systems.
 */
export async function testDatabase(): Promise<TestDatabase> {
  return cloneDatabase(inject("testServer").template);
}

/** A copy of a database that nobody is connected to, for one test file. */
export async function cloneDatabase(template: string): Promise<TestDatabase> {
  const server = inject("testServer");
  const name = `kaskad_test_${server.pid}_${randomBytes(6).toString("hex")}`;
  await withAdmin(server.url, (admin) =>
    admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`),
  );
  const url = urlOf(server.url, name);
  process.env.DATABASE_URL = url;
  // The settings are read when the client's module is first used: not before they are right.
  const { makeDatabase } = await import("~/platform/db.server");
  const db = makeDatabase(url);
  afterAll(() => db.$disconnect());
  return { url, db };
}
