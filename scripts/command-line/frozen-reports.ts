import pg from "pg";
import { underMigrationLock } from "~/platform/postgres/migrations";

/**
 * Freezes the reports that were shared before the program froze reports. Costs one small query where
 * there are none. Two programs at once wait for each other. Returns how many there were.
 */
export async function freezeSharedBefore(databaseUrl: string): Promise<number> {
  if (!(await isAnyWaiting(databaseUrl))) return 0;
  const { makeDatabase } = await import("~/platform/db.server");
  const { freezeSharedReports } = await import("~/features/reports/freezing/freeze-earlier.server");
  return underMigrationLock(databaseUrl, async () => {
    const db = makeDatabase(databaseUrl);
    try {
      return await freezeSharedReports(db);
    } finally {
      await db.$disconnect();
    }
  });
}

async function isAnyWaiting(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT FROM standing_reports() report
        WHERE report.shared_at IS NOT NULL AND report.id NOT IN (
          SELECT version.report_id FROM standing_versions() version) LIMIT 1`,
    );
    return rows.length > 0;
  } finally {
    await client.end();
  }
}
