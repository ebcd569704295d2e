import { inject } from "vitest";
import { todayInStockholm } from "~/platform/clock";
import { freezeSharedBefore } from "../../scripts/command-line/frozen-reports";
import { cloneDatabase, type TestDatabase } from "./database";
import { databaseExists, urlOf, withAdmin } from "./template-database";

/**
 * A database with the demo's data for one test file, called once at its top. The demo is loaded by
 * the first file that asks, the others get a copy.
 */
export async function demoDatabase(): Promise<TestDatabase> {
  return cloneDatabase(await demoTemplate());
}

async function demoTemplate(): Promise<string> {
  const server = inject("testServer");
  // Dropped with the clones when the run ends: what it holds depends on the code and the day.
  const name = `kaskad_test_${server.pid}_demo`;
  await withAdmin(server.url, async (admin) => {
    await admin.query("SELECT pg_advisory_lock(hashtext($1))", [name]);
    if (await databaseExists(admin, name)) return;
    const unfinished = `${name}_unfinished`;
    await admin.query(`CREATE DATABASE ${unfinished} TEMPLATE ${server.template}`);
    const { loadDemo } = await import("../../prisma/demo/load");
    const url = urlOf(server.url, unfinished);
    await loadDemo(url, todayInStockholm());
    await freezeSharedBefore(url);
    await admin.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
  });
  return name;
}
