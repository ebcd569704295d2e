import pg from "pg";
import { ordinaryPages, widePages } from "./pages";
import { findScene } from "./scene";
import { onConnection } from "./scratch-databases";
import type { Statement, WatchedDatabase } from "./watched-database";

/** What the database did for one statement. */
export type Plan = {
  text: string;
  /** As EXPLAIN (ANALYZE, BUFFERS) prints it. */
  lines: string[];
  ms: number;
  /** Blocks of 8 kB that were looked at. */
  blocks: number;
};

/**
 * Carries out once more those statements that only read, and tells how the database did them: by the
 * plan that it makes for the app, whatever the values (`makeDatabase`).
 */
export async function plansOf(url: string, statements: Statement[]): Promise<Plan[]> {
  return onConnection(url, async (client) => {
    const plans: Plan[] = [];
    await client.query("SET plan_cache_mode = force_generic_plan");
    for (const { text, values } of statements.filter(onlyReads)) {
      const given = values.length > 0 ? `(${values.map(literalOf).join(", ")})` : "";
      await client.query(`PREPARE planned AS ${text}`);
      const { rows } = await client.query<{ "QUERY PLAN": string }>(
        `EXPLAIN (ANALYZE, BUFFERS) EXECUTE planned${given}`,
      );
      await client.query("DEALLOCATE planned");
      const lines = rows.map((row) => row["QUERY PLAN"]);
      plans.push({ text, lines, ms: millisecondsIn(lines), blocks: blocksIn(lines) });
    }
    return plans;
  });
}

function literalOf(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  const list = (values: unknown[]) => `{${values.map((each) => JSON.stringify(each)).join(",")}}`;
  if (Array.isArray(value)) return pg.escapeLiteral(list(value));
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
}

function onlyReads({ text }: Statement): boolean {
  return /^\s*(select|with)\b/i.test(text);
}

function millisecondsIn(lines: string[]): number {
  const line = lines.find((each) => each.startsWith("Execution Time:")) ?? "";
  return Number(/[\d.]+/.exec(line)?.[0] ?? 0);
}

/** Of the topmost node, which has those of all below it. */
function blocksIn(lines: string[]): number {
  const line = lines.find((each) => each.startsWith("  Buffers: shared")) ?? "";
  return [...line.matchAll(/(?:hit|read)=(\d+)/g)].reduce(
    (sum, match) => sum + Number(match[1]),
    0,
  );
}

/** Prints how a database carries out every statement of the pages with that text in their name. */
export async function printPlans(database: WatchedDatabase, name: string): Promise<void> {
  process.env.DATABASE_URL = database.url;
  const scene = await findScene(database.db);
  for (const page of [...ordinaryPages, ...widePages]) {
    if (!page.name.includes(name)) continue;
    await page.show(scene);
    const statements = await database.statementsOf(() => page.show(scene));
    console.log(`\n══ ${page.name}: ${statements.length} statements`);
    for (const { text, lines, ms, blocks } of await plansOf(database.url, statements)) {
      console.log(`\n── ${ms} ms, ${blocks} blocks\n${text.trim()}\n\n${lines.join("\n")}`);
    }
  }
}
