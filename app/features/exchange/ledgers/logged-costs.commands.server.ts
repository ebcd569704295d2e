import { Prisma } from "~/generated/prisma/client";
import { AppError } from "~/platform/app-error";
import type { Db, Transaction } from "~/platform/db.server";
import type { Audit } from "~/platform/transact.server";
import type { LoggedTwin } from "./logged-twins";

/**
 * Lets the ledger's rows take the place of logged courses' costs: those stay, and count nowhere.
 * Only costs that the plan has paired can be replaced. Throws `conflict` for any other, and where
 * somebody has taken one back meanwhile.
 */
export async function replaceLogged(
  tx: Transaction,
  audit: Audit,
  { twins, replace }: { twins: readonly LoggedTwin[]; replace: readonly string[] },
): Promise<string[]> {
  const wanted = new Set(replace);
  const paired = twins.filter(({ cost }) => wanted.has(cost.id));
  if (paired.length < wanted.size) throw new AppError("conflict");
  const ids = paired.map(({ cost }) => cost.id);
  const { count } = await tx.cost.updateMany({
    where: { id: { in: ids }, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  });
  if (count < ids.length) throw new AppError("conflict");
  for (const { cost, voucher } of paired) {
    const detail = { replacedByVoucher: voucher.identity, amountOre: cost.amountOre };
    audit({ type: "cost", id: cost.id, detail });
  }
  return ids;
}

/**
 * Makes replaced costs count again, where their course still stands: one that has been taken back
 * since took its cost with it. Returns how many came back.
 */
export async function restoreLogged(
  tx: Transaction,
  audit: Audit,
  replaced: readonly string[],
): Promise<number> {
  const costs = await tx.$queryRaw<{ id: string; amountOre: bigint }[]>`
    update cost set withdrawn_at = null from training_record record
    where ${mayCount(replaced)} returning cost.id, cost.amount_ore as "amountOre"`;
  for (const { id, amountOre } of costs) {
    audit({ type: "cost", id, detail: { restored: true, amountOre: Number(amountOre) } });
  }
  return costs.length;
}

/** How many of replaced costs `restoreLogged` would bring back. */
export async function countRestorable(db: Db, replaced: readonly string[]): Promise<number> {
  const [found] = await db.$queryRaw<{ count: bigint }[]>`
    select count(*) as count from cost, training_record record where ${mayCount(replaced)}`;
  return Number(found?.count ?? 0);
}

function mayCount(replaced: readonly string[]): Prisma.Sql {
  return Prisma.sql`cost.id = any(${[...replaced]}::uuid[]) and cost.withdrawn_at is not null
    and record.id = cost.source_id and record.status = 'approved'`;
}
