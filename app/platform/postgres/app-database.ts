// Two roles: `postgres`, the server's superuser, keeps the house; the app and its tools are
// `kaskad`, who owns the database `kaskad` and may make others beside it, and no more: what works
// here works with a DATABASE_URL of somebody else's server too.
import { createHash } from "node:crypto";
import pg from "pg";
import type { Cluster } from "./cluster";

/** The address of the maintenance database, as superuser. */
export function adminAddress(cluster: Cluster, port: number): string {
  return `postgresql://postgres:${cluster.password}@127.0.0.1:${port}/postgres`;
}

/** The address of the app's database, as its owner. */
export function appAddress(cluster: Cluster, port: number): string {
  return `postgresql://kaskad:${appPassword(cluster)}@127.0.0.1:${port}/kaskad`;
}

/** Makes the app's role and database where they are missing. */
export async function makeAppDatabase(admin: pg.Client, cluster: Cluster): Promise<void> {
  const { rows } = await admin.query("SELECT FROM pg_database WHERE datname = 'kaskad'");
  if (rows.length > 0) return;
  await unlessItExists(
    admin.query(`CREATE ROLE kaskad LOGIN CREATEDB PASSWORD '${appPassword(cluster)}'`),
  );
  await unlessItExists(admin.query("CREATE DATABASE kaskad OWNER kaskad"));
}

// Whoever knows the app's password cannot tell the superuser's from it.
function appPassword(cluster: Cluster): string {
  return createHash("sha256").update(`app of ${cluster.password}`).digest("hex");
}

async function unlessItExists(creation: Promise<unknown>): Promise<void> {
  // Another program may be faster: reported as a role, a database or a key that exists.
  const exists = ["42710", "42P04", "23505"];
  await creation.catch((error: unknown) => {
    if (!(error instanceof pg.DatabaseError && exists.includes(error.code ?? ""))) throw error;
  });
}
