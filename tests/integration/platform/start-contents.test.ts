import { describe, expect, inject, it } from "vitest";
import { makeDatabase } from "~/platform/db.server";
import { deployMigrations } from "~/platform/postgres/migrations";
import { prepareContents } from "../../../scripts/start/contents";
import { withScratchDatabase } from "../../../scripts/migrate/scratch-database";

// The loading of the demo itself is the demo's own test; here it would only be slow.
describe("what a database begins with", () => {
  it("is for good nothing after a start with --empty", () =>
    withMigratedDatabase(async (databaseUrl) => {
      expect(await prepareContents({ databaseUrl, empty: true })).toBe("own");
      expect(await prepareContents({ databaseUrl, empty: false })).toBe("own");
      expect(await countAuthorities(databaseUrl)).toBe(0);
    }));

  it("is somebody's own where there is something already", () =>
    withMigratedDatabase(async (databaseUrl) => {
      await withDb(databaseUrl, (db) => db.authority.create({ data: { name: "Stockholm" } }));
      expect(await prepareContents({ databaseUrl, empty: false })).toBe("own");
      expect(await countAuthorities(databaseUrl)).toBe(1);
    }));

  it("is nothing again after a demo that was broken off half-way", () =>
    withMigratedDatabase(async (databaseUrl) => {
      await mark(databaseUrl, "demo, loading");
      await withDb(databaseUrl, (db) => db.authority.create({ data: { name: "Half a demo" } }));
      expect(await prepareContents({ databaseUrl, empty: true })).toBe("own");
      expect(await countAuthorities(databaseUrl)).toBe(0);
      expect(await deployMigrations(databaseUrl)).toEqual([]);
    }));

  it("stays the demo, and refuses to be empty then", () =>
    withMigratedDatabase(async (databaseUrl) => {
      await mark(databaseUrl, "demo");
      expect(await prepareContents({ databaseUrl, empty: false })).toBe("demo");
      const emptied = prepareContents({ databaseUrl, empty: true });
      await expect(emptied).rejects.toThrow("--empty comes too late");
    }));
});

function withMigratedDatabase(work: (databaseUrl: string) => Promise<void>): Promise<void> {
  return withScratchDatabase(inject("testServer").url, async (databaseUrl) => {
    await deployMigrations(databaseUrl);
    await work(databaseUrl);
  });
}

type Db = ReturnType<typeof makeDatabase>;

async function withDb<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = makeDatabase(url);
  try {
    return await work(db);
  } finally {
    await db.$disconnect();
  }
}

function countAuthorities(url: string): Promise<number> {
  return withDb(url, (db) => db.authority.count());
}

async function mark(url: string, text: string): Promise<void> {
  await withDb(url, (db) =>
    db.$executeRawUnsafe(`COMMENT ON TABLE _prisma_migrations IS '${text}'`),
  );
}
