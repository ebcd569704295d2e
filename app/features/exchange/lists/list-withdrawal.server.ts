import { withdrawList } from "~/features/training/records/imported-training.commands.server";
import type { Db, Transaction } from "~/platform/db.server";
import type { Audit } from "~/platform/transact.server";

/** What taking a list back does: how many of its rows go, and how many that they replaced stand again. */
export type ListWithdrawal = { kind: "training"; rows: number; again: number };

export async function listWithdrawal(db: Db, importId: string): Promise<ListWithdrawal> {
  const [found] = await db.$queryRaw<{ rows: bigint; again: bigint }[]>`
    select (select count(*) from records_of_list(${importId}::uuid)) as rows,
      (select count(*) from replaced_by_list(${importId}::uuid)) as again`;
  return { kind: "training", rows: Number(found?.rows ?? 0), again: Number(found?.again ?? 0) };
}

/** Takes back what of a list stands; what it had replaced stands again. */
export async function withdrawListImport(
  tx: Transaction,
  audit: Audit,
  importId: string,
): Promise<ListWithdrawal> {
  const gone = await listWithdrawal(tx, importId);
  await withdrawList(tx, audit, importId);
  return gone;
}
