import type { SourceType } from "~/generated/prisma/client";

/** The row of another room that a row came from: with it the row is withdrawn. */
export type Source = { type: SourceType; id: string };

/** A source as the columns that name it. */
export function sourceColumns({ type, id }: Source) {
  return { sourceType: type, sourceId: id };
}
