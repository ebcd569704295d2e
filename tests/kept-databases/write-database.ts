import pg from "pg";

/**
 * A database's history of migrations and its rows as a script of SQL, tables after those that they
 * refer to. The first line says, as JSON, which migrations have made its tables.
 */
export async function writeDatabase(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // One moment for all tables.
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const { migrations, mark } = await readHistory(client);
    const parts = [`-- ${JSON.stringify({ migrations })}\n`];
    if (mark) parts.push(`COMMENT ON TABLE _prisma_migrations IS ${client.escapeLiteral(mark)};\n`);
    for (const table of await tablesInOrder(client)) parts.push(await writeTable(client, table));
    return parts.join("");
  } finally {
    await client.end();
  }
}

type History = { migrations: { name: string; checksum: string }[]; mark: string | null };

async function readHistory(client: pg.Client): Promise<History> {
  const { rows } = await client.query<History>(
    `SELECT json_agg(json_build_object('name', migration_name, 'checksum', checksum)
                     ORDER BY migration_name) AS migrations,
            obj_description('_prisma_migrations'::regclass) AS mark
       FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  return rows[0] ?? { migrations: [], mark: null };
}

type Table = { name: string; refersTo: string[] };

async function tablesInOrder(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<Table>(
    `SELECT relname AS name,
            ARRAY(SELECT target.relname::text
                    FROM pg_constraint JOIN pg_class AS target ON target.oid = confrelid
                   WHERE conrelid = made.oid AND contype = 'f' AND confrelid <> conrelid)
              AS "refersTo"
       FROM pg_class AS made
      WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
        AND relname <> '_prisma_migrations'
      ORDER BY relname`,
  );
  const ordered: string[] = [];
  let rest = rows;
  while (rest.length > 0) {
    const ready = rest.filter(({ refersTo }) => refersTo.every((name) => ordered.includes(name)));
    if (ready.length === 0)
      throw new Error(
        `Tables refer to each other in a circle: ${rest.map(({ name }) => name).join(", ")}`,
      );
    ordered.push(...ready.map(({ name }) => name));
    rest = rest.filter((table) => !ready.includes(table));
  }
  return ordered;
}

// Every row is the JSON that PostgreSQL makes and reads: a sum of öre never passes through a
// number of JavaScript.
async function writeTable(client: pg.Client, name: string): Promise<string> {
  const table = client.escapeIdentifier(name);
  const columns = await readColumns(client, name);
  const names = columns.map((column) => client.escapeIdentifier(column.name)).join(", ");
  const { rows } = await client.query<{ row: string }>(
    `SELECT to_json(kept)::text AS row FROM (SELECT ${names} FROM ${table}) AS kept ORDER BY 1`,
  );
  if (rows.length === 0) return "";
  const list = rows.map(({ row }) => row).join(",\n");
  return [
    `INSERT INTO ${table} (${names})`,
    `SELECT ${names} FROM json_populate_recordset(NULL::${table}, ${quoted(`[${list}]`)});`,
    ...columns
      .filter(({ sequence }) => sequence !== null)
      .map((column) => setSequence(name, column)),
    "",
  ].join("\n");
}

type Column = { name: string; sequence: string | null };

async function readColumns(client: pg.Client, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `SELECT attname AS name, pg_get_serial_sequence(quote_ident($1), attname) AS sequence
       FROM pg_attribute
      WHERE attrelid = quote_ident($1)::regclass AND attnum > 0 AND NOT attisdropped
        AND attgenerated = ''
      ORDER BY attnum`,
    [table],
  );
  return rows;
}

function setSequence(table: string, { name, sequence }: Column): string {
  return `SELECT setval('${sequence}', (SELECT max("${name}") FROM "${table}"));`;
}

function quoted(text: string): string {
  if (text.includes("$rows$")) throw new Error("A row holds the sign that ends the rows");
  return `$rows$${text}$rows$`;
}
