// The named relations of prisma/relations: SQL functions in which each room says its facts for a
// day, once. They are no part of the migrations: what stands in the folder is what the database
// has. Every function of the language SQL in the schema is one of them, so that all of an older
// version can be dropped without knowing their names.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";

/** The folder of the relations that belong to this version of the program. */
export const RELATIONS_FOLDER = fileURLToPath(
  new URL("../../../prisma/relations", import.meta.url),
);

// Each room may use the relations of those before it.
const ROOMS = [
  "access",
  "organisation",
  "competence",
  "funding",
  "training",
  "cascade",
  "outcomes",
  "reports",
];

const UNDEFINED_FUNCTION = "42883";

/** What makes the relations, and the mark by which a database knows that it has them. */
export type Relations = { script: string; fingerprint: string };

/** Reads a folder with one file a room. Throws where a file is no room's. */
export function readRelations(folder: string = RELATIONS_FOLDER): Relations {
  const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  const stray = files.find((name) => !ROOMS.includes(name.slice(0, -".sql".length)));
  if (stray) throw new Error(`${stray} is no room's: ${ROOMS.join(", ")}`);
  const script = ROOMS.filter((room) => files.includes(`${room}.sql`))
    .map((room) => readFileSync(join(folder, `${room}.sql`), "utf8").replaceAll("\r\n", "\n"))
    .join("\n");
  return { script, fingerprint: createHash("sha256").update(script).digest("hex") };
}

/** Whether the database has exactly these relations. */
export async function hasRelations(
  client: pg.Client,
  { fingerprint }: Relations,
): Promise<boolean> {
  try {
    const { rows } = await client.query<{ made: string }>("SELECT relations_fingerprint() AS made");
    return rows[0]?.made === fingerprint;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === UNDEFINED_FUNCTION) return false;
    throw error;
  }
}

/** Drops all relations, so that tables can change under them; in the caller's transaction, if any. */
export async function dropRelations(client: pg.Client): Promise<void> {
  await client.query(`DO $$
    DECLARE
      -- All named before the first falls, and others with it.
      drops text := (
        SELECT string_agg(format('DROP FUNCTION IF EXISTS %s CASCADE', pg_proc.oid::regprocedure), '; ')
        FROM pg_proc
        JOIN pg_language ON pg_language.oid = prolang AND lanname = 'sql'
        WHERE pronamespace = current_schema()::regnamespace
          AND NOT EXISTS (SELECT FROM pg_depend
            WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype = 'e'));
    BEGIN
      IF drops IS NOT NULL THEN EXECUTE drops; END IF;
    END $$`);
}

/** Puts these relations in the place of all that are there, at one stroke. */
export async function makeRelations(client: pg.Client, relations: Relations): Promise<void> {
  await client.query("BEGIN");
  try {
    await dropRelations(client);
    await client.query(relations.script);
    await client.query(
      `CREATE FUNCTION relations_fingerprint() RETURNS text LANGUAGE sql IMMUTABLE
         RETURN '${relations.fingerprint}'`,
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}
