import { Prisma } from "~/generated/prisma/client";
import type { Database, Transaction } from "./db.server";

/** How long a transaction may take, and wait for its turn. */
const patience = { timeout: 60_000, maxWait: 10_000 };

type Work<Result> = (tx: Transaction) => Promise<Result>;

/**
 * Carries out a transaction. Of two that wait for each other PostgreSQL throws one out, with all
 * that it has done: that one begins again from the start, so `work` does nothing outside of it.
 */
export function inTransaction<Result>(db: Database, work: Work<Result>): Promise<Result> {
  return untilDone(() => db.$transaction(work, patience));
}

/**
 * Carries out a transaction in which every statement reads the database as it was at the first one.
 * Where somebody else has changed in between what it writes, it begins again, too.
 */
export function ofOneMoment<Result>(db: Database, work: Work<Result>): Promise<Result> {
  return untilDone(() => db.$transaction(work, { ...patience, isolationLevel: "RepeatableRead" }));
}

async function untilDone<Result>(carryOut: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await carryOut();
    } catch (error) {
      if (attempt === attempts || !isOvertaken(error)) throw error;
    }
  }
}

const attempts = 4;

/** Prisma's words for PostgreSQL's 40001 and 40P01, of its own statements and of raw ones. */
function isOvertaken(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === "P2034" || (error.code === "P2010" && overtaken.test(error.message));
}

const overtaken = /Code: `(?:40001|40P01)`/;
