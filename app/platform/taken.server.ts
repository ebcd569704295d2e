import { Prisma } from "~/generated/prisma/client";
import { FieldError } from "./field-error";

/**
 * For `.catch` behind a write: what must be unique is taken already, and the person is told so
 * beside the field. Two who write the same at once meet here, in the unique index.
 */
export function refuseTaken(field: string, key: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") {
      throw new FieldError({ [field]: { key } });
    }
    throw error;
  };
}
