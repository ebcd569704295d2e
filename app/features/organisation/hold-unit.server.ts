import type { Transaction } from "~/platform/db.server";

/** Whoever changes what is said of a unit does so one after the other: it is held until the end. */
export async function holdUnit(tx: Transaction, unitId: string): Promise<void> {
  await tx.$queryRaw`select id from unit where id = ${unitId}::uuid for no key update`;
}
