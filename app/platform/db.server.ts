import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "~/generated/prisma/client";
import { env } from "./env.server";
import { statementNames } from "./statement-names";

/** What queries read from: the database itself or a transaction in it. */
export type Db = PrismaClient | Prisma.TransactionClient;
/** What commands are given: only the database itself can open a transaction. */
export type Database = PrismaClient;
export type Transaction = Prisma.TransactionClient;

/**
 * A statement is planned once for a connection, whatever it is asked with. Left to itself PostgreSQL
 * plans it anew for the first five values, and for good where it thinks that a plan for one value is
 * worth more than what planning takes: of many of ours, which are put together from relations, that
 * is more than what carrying them out takes.
 */
const plannedOnce = "-c plan_cache_mode=force_generic_plan";

/** What a connection has planned goes with it: one that has had a few quiet minutes is kept. */
const idleTimeoutMillis = 10 * 60 * 1000;

/** A client of its own for one database; the caller ends it with `$disconnect()`. */
export function makeDatabase(url: string): Database {
  const nameOf = statementNames();
  const adapter = new PrismaPg(
    { connectionString: url, max: 10, idleTimeoutMillis, options: plannedOnce },
    { statementNameGenerator: ({ sql }) => nameOf(sql) },
  );
  return new PrismaClient({ adapter });
}

/** The process's client for `DATABASE_URL`. */
export function database(): Database {
  client ??= makeDatabase(env().DATABASE_URL);
  return client;
}

let client: Database | undefined;
