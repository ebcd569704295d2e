import type { Transaction } from "~/platform/db.server";

/**
 * The units of whose people something has changed since they were counted, for who counts them
 * now: in the same transaction. They are no longer due.
 */
export async function takeDueUnits(tx: Transaction): Promise<string[]> {
  const due = await tx.$queryRaw<{ id: string }[]>`
    delete from unit_due returning unit_id::text as id`;
  return due.map(({ id }) => id);
}

/** Has all units counted anew by the next who counts. */
export async function noteAllUnits(tx: Transaction): Promise<void> {
  await tx.$executeRaw`insert into unit_due select id, 0 from unit on conflict do nothing`;
}
