import type { Transaction } from "~/platform/db.server";

/**
 * Holds people for this transaction: what is written of somebody is written by one at a time, so
 * that whoever comes second sees it. Always in the same order, so that no two wait for each other.
 */
export async function holdPeople(tx: Transaction, personIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    select from person where id = any(${[...personIds]}::uuid[]) order by id for no key update`;
}
