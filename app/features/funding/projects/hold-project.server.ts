import type { Transaction } from "~/platform/db.server";

/**
 * Holds a project as it is until the transaction ends: who sets it up waits, and is waited for. In a
 * transaction of one moment whoever has seen it as it was before begins again.
 */
export async function holdProject(tx: Transaction, projectId: string): Promise<void> {
  await tx.$queryRaw`select from project where id = ${projectId}::uuid for share`;
}
