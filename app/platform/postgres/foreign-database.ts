import pg from "pg";

const OLDEST_VERSION = 15;

/** Why the database that DATABASE_URL names can't be used, as one sentence. */
export class ForeignDatabaseError extends Error {
  override name = "ForeignDatabaseError";
}

/** Makes sure that a database answers at the address of DATABASE_URL. Throws ForeignDatabaseError. */
export async function checkForeignDatabase(url: string): Promise<void> {
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new ForeignDatabaseError("DATABASE_URL must begin with postgresql://");
  }
  const version = await readVersion(url).catch((error: unknown) => {
    // Several addresses of one name are tried, and each has its reason.
    const reason: unknown = error instanceof AggregateError ? error.errors[0] : error;
    const message = reason instanceof Error ? reason.message : String(reason);
    throw new ForeignDatabaseError(`The database of DATABASE_URL cannot be used: ${message}.`);
  });
  if (version < OLDEST_VERSION) {
    throw new ForeignDatabaseError(
      `The database of DATABASE_URL is PostgreSQL ${version}, and Kaskad needs ${OLDEST_VERSION} or newer.`,
    );
  }
}

async function readVersion(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int / 10000 AS version",
    );
    return rows[0]?.version ?? 0;
  } finally {
    await client.end().catch(() => undefined);
  }
}
