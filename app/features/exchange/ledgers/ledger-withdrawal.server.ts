import { withdrawLedger } from "~/features/funding/costs/ledgers.commands.server";
import type { Db, Transaction } from "~/platform/db.server";
import type { Audit } from "~/platform/transact.server";
import { countRestorable, restoreLogged } from "./logged-costs.commands.server";
import { restoreVouchers, sumRestorable } from "./replace-vouchers.server";

/** What taking a ledger's import back does. */
export type LedgerWithdrawal = {
  kind: "ledger";
  vouchers: number;
  rows: number;
  sumOre: number;
  /** Logged costs that would count again. */
  restored: number;
  /** What it replaced, or took back because the ledger no longer had it, and that would stand again. */
  again: { vouchers: number; sumOre: number };
};

export async function ledgerWithdrawal(db: Db, importId: string): Promise<LedgerWithdrawal> {
  const [sums] = await db.$queryRaw<{ vouchers: bigint; rows: bigint; sumOre: bigint }[]>`
    select count(distinct voucher.id) as vouchers, count(cost.id) as rows,
      coalesce(sum(cost.amount_ore), 0)::bigint as "sumOre"
    from voucher left join cost on cost.voucher_id = voucher.id and cost.withdrawn_at is null
    where voucher.import_id = ${importId}::uuid and voucher.withdrawn_at is null`;
  return {
    kind: "ledger",
    vouchers: Number(sums?.vouchers ?? 0),
    rows: Number(sums?.rows ?? 0),
    sumOre: Number(sums?.sumOre ?? 0),
    restored: await countRestorable(db, importId),
    again: await sumRestorable(db, importId),
  };
}

/**
 * Withdraws a ledger's vouchers with their costs; earlier vouchers and logged costs that they
 * replaced count again.
 */
export async function withdrawLedgerImport(
  tx: Transaction,
  audit: Audit,
  importId: string,
): Promise<LedgerWithdrawal> {
  const gone = await ledgerWithdrawal(tx, importId);
  await restoreVouchers(tx, audit, importId);
  const restored = await restoreLogged(tx, audit, importId);
  await withdrawLedger(tx, importId);
  return { ...gone, restored };
}
