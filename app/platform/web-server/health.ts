import { Router } from "express";
import pg from "pg";

const DATABASE_TIMEOUT_MS = 2000;

export type Health = {
  router: Router;
  /** From now on the server is not ready, so that no new requests are sent its way. */
  startStopping: () => void;
  close: () => Promise<void>;
};

export const healthAddresses = ["health/live", "health/ready"];

/** `/health/live`: the process answers. `/health/ready`: so does the database, within 2 seconds. */
export function healthChecks(databaseUrl: string): Health {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: "kaskad health",
    max: 1,
    connectionTimeoutMillis: DATABASE_TIMEOUT_MS,
    query_timeout: DATABASE_TIMEOUT_MS,
  });
  pool.on("error", () => undefined);
  let stopping = false;
  const router = Router();
  router.get("/health/live", (_request, response) => {
    response.set("cache-control", "no-store").json({ status: "live" });
  });
  router.get("/health/ready", async (_request, response) => {
    const ready = !stopping && (await answers(pool));
    response
      .status(ready ? 200 : 503)
      .set("cache-control", "no-store")
      .json({ status: ready ? "ready" : "not ready" });
  });
  return { router, startStopping: () => void (stopping = true), close };

  async function close(): Promise<void> {
    if (!pool.ending) await pool.end();
  }
}

function answers(pool: pg.Pool): Promise<boolean> {
  return pool.query("SELECT 1").then(
    () => true,
    () => false,
  );
}
