import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deployMigrations, MIGRATIONS_FOLDER } from "~/platform/postgres/migrations";
import { diffDatabaseWithSchema, type SchemaFile } from "./schema-engine";
import { withScratchDatabase } from "./scratch-database";

/** The folder of the schema files, one .prisma file a feature. */
export const SCHEMA_FOLDER = fileURLToPath(new URL("../../prisma/schema", import.meta.url));

export type SchemaPlaces = {
  /** Any database of a server where databases can be created; it is not touched itself. */
  url: string;
  schemaFolder?: string;
  migrationsFolder?: string;
};

/**
 * The SQL that is missing in prisma/migrations to arrive at prisma/schema, or null when they
 * agree. Plays the migrations in a scratch database, so it also throws when one of them fails.
 */
export async function schemaDiffersFromMigrations({
  url,
  schemaFolder = SCHEMA_FOLDER,
  migrationsFolder = MIGRATIONS_FOLDER,
}: SchemaPlaces): Promise<string | null> {
  const schema = readSchema(schemaFolder);
  return withScratchDatabase(url, async (scratchUrl) => {
    // The relations may speak of what the schema has and the migrations lack.
    await deployMigrations(scratchUrl, { migrations: migrationsFolder, relations: null });
    return diffDatabaseWithSchema({ url: scratchUrl, schema });
  });
}

function readSchema(folder: string): SchemaFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => join(folder, name))
    .map((path) => ({ path, content: readFileSync(path, "utf8") }));
}
