import pg from "pg";

/** What a database holds, by name: `cost rows`, `cost.amount_ore`, `cost.amount_ore withdrawn`. */
export type Measures = ReadonlyMap<string, bigint>;

/** A difference that a migration makes on purpose, and the rule that it follows. */
export type Change = {
  /** The migration that makes it. */
  by: string;
  measure: string;
  /** The measure that takes its place; left out where it stays where it is. */
  becomes?: string;
  /** What is added to it, by kept database; nothing where left out. */
  plus?: Readonly<Record<string, bigint>>;
  because: string;
};

/**
 * Counts a database's rows and sums its öre and minutes, table by table and column by column, each
 * apart for what is withdrawn. Columns are known by type and name, so that new ones are measured.
 */
export async function takeMeasures(url: string): Promise<Measures> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<Table>(TABLES);
    const measures = new Map<string, bigint>();
    for (const table of tables) {
      const { rows } = await client.query<Record<string, string>>(sumsOf(client, table));
      for (const [measure, sum] of Object.entries(rows[0] ?? {}))
        measures.set(measure, BigInt(sum));
    }
    return measures;
  } finally {
    await client.end();
  }
}

/** What differs afterwards without being among the changes, a sentence each. */
export function faultsOf(
  before: Measures,
  after: Measures,
  { changes, kept }: { changes: readonly Change[]; kept: string },
): string[] {
  const inOrder = changes.toSorted((a, b) => (a.by < b.by ? -1 : 1));
  const expected = new Map<string, bigint>();
  for (const [measure, sum] of before) {
    const meant = { measure, sum };
    for (const change of inOrder) {
      if (change.measure !== meant.measure) continue;
      meant.measure = change.becomes ?? meant.measure;
      meant.sum += change.plus?.[kept] ?? 0n;
    }
    expected.set(meant.measure, (expected.get(meant.measure) ?? 0n) + meant.sum);
  }
  return [...expected].flatMap(([measure, sum]) => {
    const found = after.get(measure);
    const isRight = found === sum || (found === undefined && sum === 0n);
    return isRight ? [] : [`${measure}: ${found ?? "gone"} instead of ${sum}`];
  });
}

type Table = { name: string; withdrawn: boolean; columns: string[] };

const TABLES = `
  SELECT relname AS name,
         bool_or(attname = 'withdrawn_at') AS withdrawn,
         COALESCE(array_agg(attname::text ORDER BY attname) FILTER (
           WHERE (atttypid = 'int8'::regtype AND attname LIKE '%\\_ore')
              OR (atttypid = 'int4'::regtype AND attname ~ '(^|_)minutes$')), '{}') AS columns
    FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
   WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
     AND relname <> '_prisma_migrations'
   GROUP BY relname
   ORDER BY relname`;

function sumsOf(client: pg.Client, { name, withdrawn, columns }: Table): string {
  const sets = withdrawn
    ? [
        { set: "", only: "FILTER (WHERE withdrawn_at IS NULL)" },
        { set: " withdrawn", only: "FILTER (WHERE withdrawn_at IS NOT NULL)" },
      ]
    : [{ set: "", only: "" }];
  const sums = sets.flatMap(({ set, only }) => [
    `count(*) ${only} AS ${client.escapeIdentifier(`${name} rows${set}`)}`,
    ...columns.map((column) => {
      const sum = `sum(${client.escapeIdentifier(column)}) ${only}`;
      return `COALESCE(${sum}, 0) AS ${client.escapeIdentifier(`${name}.${column}${set}`)}`;
    }),
  ]);
  return `SELECT ${sums.join(", ")} FROM ${client.escapeIdentifier(name)}`;
}
