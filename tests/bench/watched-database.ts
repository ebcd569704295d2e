import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "~/generated/prisma/client";
import type { Database } from "~/platform/db.server";

export type Statement = { text: string; values: unknown[] };

export type WatchedDatabase = {
  url: string;
  db: Database;
  /** What `work` sends to the database. */
  statementsOf: (work: () => Promise<unknown>) => Promise<Statement[]>;
  close: () => Promise<void>;
};

/** A client like the app's own, whose statements can be listened to. */
export function watchDatabase(url: string): WatchedDatabase {
  const pool = new pg.Pool({ connectionString: url, max: 10, idleTimeoutMillis: 0 });
  let heard: Statement[] | null = null;
  pool.on("connect", (client) => {
    const send = client.query.bind(client);
    const listen = (first: unknown, second: unknown, ...rest: unknown[]): unknown => {
      heard?.push(statementOf(first, second));
      // The arguments go on as they came.
      return (send as (...all: unknown[]) => unknown)(first, second, ...rest);
    };
    Object.assign(client, { query: listen });
  });
  const db = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    url,
    db,
    async statementsOf(work) {
      heard = [];
      await work();
      const statements = heard;
      heard = null;
      return statements;
    },
    async close() {
      await db.$disconnect();
      await pool.end();
    },
  };
}

function statementOf(first: unknown, second: unknown): Statement {
  const text = typeof first === "string" ? first : textOf(first);
  const values = Array.isArray(second) ? second : valuesOf(first);
  return { text, values };
}

function textOf(config: unknown): string {
  return isObject(config) && typeof config.text === "string" ? config.text : "";
}

function valuesOf(config: unknown): unknown[] {
  return isObject(config) && Array.isArray(config.values) ? config.values : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
