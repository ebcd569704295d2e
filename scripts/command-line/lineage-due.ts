import pg from "pg";

/**
 * Reckons the lineage of methods, and counts the units, whose facts were changed past the program:
 * by a migration, or by hand. Costs one small query where there are none. Returns how many methods there were.
 */
export async function reckonDueLineage(databaseUrl: string): Promise<number> {
  if (!(await isAnyDue(databaseUrl))) return 0;
  const { makeDatabase } = await import("~/platform/db.server");
  const { catchUpLineage } = await import("~/features/cascade/history/check-lineage.server");
  const db = makeDatabase(databaseUrl);
  try {
    return await catchUpLineage(db);
  } finally {
    await db.$disconnect();
  }
}

async function isAnyDue(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      "SELECT FROM lineage_due UNION ALL SELECT FROM unit_due LIMIT 1",
    );
    return rows.length > 0;
  } finally {
    await client.end();
  }
}
