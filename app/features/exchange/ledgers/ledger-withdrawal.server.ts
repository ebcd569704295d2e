import { releaseInvoices } from "~/features/funding/costs/costs.commands.server";
import { withdrawReading } from "~/features/funding/costs/ledgers.commands.server";
import { restoreLogged } from "~/features/funding/costs/logged-costs.commands.server";
import { withdrawVouchers } from "~/features/funding/costs/replace-vouchers.commands.server";
import { bookUnpaid } from "~/features/training/records/book-unpaid.commands.server";
import type { Db, Transaction } from "~/platform/db.server";
import type { Audit } from "~/platform/transact.server";
import {
  invoicedAlone,
  loggedOfOthers,
  loggedOfStanding,
  unpaidAfter,
} from "./logged-of-standing.server";

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
  const [gone, again] = await Promise.all([
    db.$queryRaw<StoredSums[]>`
      select count(distinct voucher_id) as vouchers, count(cost_id) as rows,
        coalesce(sum(amount_ore), 0)::bigint as "sumOre"
      from vouchers_brought_by(${importId}::uuid)`,
    db.$queryRaw<StoredSums[]>`
      select count(distinct voucher_id) as vouchers, count(cost_id) as rows,
        coalesce(sum(amount_ore), 0)::bigint as "sumOre"
      from vouchers_removed_by(${importId}::uuid)`,
  ]);
  const restored = [
    ...(await loggedOfStanding(db, await vouchersOf(db, importId))),
    ...(await loggedOfOthers(db, importId)),
    ...(await invoicedAlone(db, importId)),
  ];
  const { vouchers, sumOre } = sums(again);
  return {
    ...{ kind: "ledger", ...sums(gone), restored: restored.length },
    again: { vouchers, sumOre },
  };
}

type StoredSums = { vouchers: bigint; rows: bigint; sumOre: bigint };

function sums([found]: StoredSums[]) {
  const { vouchers, rows, sumOre } = found ?? { vouchers: 0, rows: 0, sumOre: 0 };
  return { vouchers: Number(vouchers), rows: Number(rows), sumOre: Number(sumOre) };
}

async function vouchersOf(db: Db, importId: string): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    select voucher_id as id from vouchers_of_list(${importId}::uuid)`;
  return found.map(({ id }) => id);
}

/**
 * Withdraws a ledger's vouchers with their costs; earlier vouchers, and the logged costs of courses
 * that stand, count again where they were replaced.
 */
export async function withdrawLedgerImport(
  tx: Transaction,
  audit: Audit,
  importId: string,
): Promise<LedgerWithdrawal> {
  const gone = await ledgerWithdrawal(tx, importId);
  const ofOthers = await loggedOfOthers(tx, importId);
  await withdrawVouchers(tx, audit, importId);
  const vouchers = await vouchersOf(tx, importId);
  const logged = await loggedOfStanding(tx, vouchers);
  for (const { recordId } of ofOthers) {
    await releaseInvoices(tx, { type: "training_record", id: recordId });
  }
  const again = await restoreLogged(tx, audit, [...logged, ...ofOthers.map(({ id }) => id)]);
  const restored = again + (await bookUnpaid(tx, await unpaidAfter(tx, vouchers)));
  await withdrawReading(tx, importId);
  return { ...gone, restored };
}
