import { Prisma } from "~/generated/prisma/client";
import { FieldError } from "./field-error";

/**
 * For `.catch` behind a write: what must be unique is taken already, and the person is told so
 * beside the field. Two who write the same at once meet here, in the unique index. Of a table with
 * several such rules, `rule` says which of the database's is meant; the others pass on.
 */
export function refuseTaken(field: string, key: string, rule?: string): (error: unknown) => never {
  return (error) => {
    const isTaken =
      rule === undefined
        ? error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002"
        : breaksRule(error, rule);
    if (isTaken) throw new FieldError({ [field]: { key } });
    throw error;
  };
}

/** Whether the database refused a write by its rule (a constraint, a unique index) of that name. */
export function breaksRule(error: unknown, rule: string): boolean {
  if (!(error instanceof Error)) return false;
  // Where the name stands depends on the kind of rule, and on whether the statement was Prisma's.
  return `${error.message} ${JSON.stringify(error)}`.includes(rule);
}
