import { Prisma } from "~/generated/prisma/client";
import type { Database, Transaction } from "./db.server";

/** How long a transaction may take, and wait for its turn. */
export const patience = { timeout: 60_000, maxWait: 10_000 };

/**
 * Carries out a transaction in which every statement reads the database as it was at the first one.
 * Where somebody else has changed in between what it writes, it begins again from the start, so
 * `work` does nothing outside of it.
 */
export async function ofOneMoment<Result>(
  db: Database,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(work, { ...patience, isolationLevel: "RepeatableRead" });
    } catch (error) {
      if (attempt === attempts || !isOvertaken(error)) throw error;
    }
  }
}

const attempts = 4;

/** Prisma's word for PostgreSQL's 40001. */
function isOvertaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2034";
}
