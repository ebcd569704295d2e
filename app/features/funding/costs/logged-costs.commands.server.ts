import { Prisma } from "~/generated/prisma/client";
import { AppError } from "~/platform/app-error";
import type { Transaction } from "~/platform/db.server";
import type { Audit } from "~/platform/transact.server";
import { openLine } from "./open-line.server";

/** A logged cost, and the places of the rows of a voucher that stand for it, by the voucher's key. */
type LoggedTwin = {
  cost: { id: string; amountOre: number };
  voucher: { key: string };
  rows: readonly number[];
  /** Which part of each, where it shares them: `splitRows`. */
  part?: number;
};

/**
 * Lets the ledger's rows, just written by an import, take the place of logged courses' costs and
 * their links: the rows are the courses' now, on their budget lines where their accounts have none, and
 * the logged costs stay, name the voucher, and count nowhere. Only costs that the plan has paired can be replaced. Throws `conflict` for any other, and
 * where somebody has taken one back meanwhile. Returns the costs' ids.
 */
export async function replaceLogged(
  tx: Transaction,
  audit: Audit,
  {
    twins,
    replace,
    firstOf,
    ids,
  }: {
    twins: readonly LoggedTwin[];
    replace: readonly string[];
    /** By the costs' ids: what a course was first that has taken the place of others. */
    firstOf: ReadonlyMap<string, string>;
    /** The vouchers that have been written, by their keys; a pair's other one stays as it is. */
    ids: ReadonlyMap<string, string>;
  },
): Promise<string[]> {
  const wanted = new Set(replace);
  const paired = twins.filter(({ cost }) => wanted.has(cost.id));
  if (paired.length < wanted.size) throw new AppError("conflict");
  const written = paired.flatMap(({ voucher, ...pair }) => {
    const voucherId = ids.get(voucher.key);
    return voucherId === undefined ? [] : [{ ...pair, voucherId }];
  });
  for (const { cost, voucherId, rows, part } of written) {
    const replaced = await tx.$executeRaw`
      update cost set withdrawn_at = now(), replaced_by_id = ${voucherId}::uuid,
        first_record_id = coalesce(${firstOf.get(cost.id) ?? null}::uuid, cost.source_id)
      where cost.id = ${cost.id}::uuid and cost.withdrawn_at is null`;
    if (replaced === 0) throw new AppError("conflict");
    await tx.$executeRaw`
      update cost set source_type = logged.source_type, source_id = logged.source_id,
        first_record_id = logged.first_record_id,
        budget_line_id = coalesce(cost.budget_line_id,
          ${openLine(Prisma.sql`logged.budget_line_id`)})
      from cost logged
      where logged.id = ${cost.id}::uuid and cost.voucher_id = logged.replaced_by_id
        and cost.row_number = any(${rows.map((place) => place + 1)}::int[])
        and cost.row_part = coalesce(${part ?? null}::int, cost.row_part)`;
    const detail = { replacedByVoucher: voucherId, amountOre: cost.amountOre };
    audit({ type: "cost", id: cost.id, detail });
  }
  return written.map(({ cost }) => cost.id);
}

/** Lets costs count again that a voucher had replaced. Returns how many there were. */
export async function restoreLogged(
  tx: Transaction,
  audit: Audit,
  costIds: readonly string[],
): Promise<number> {
  await tx.$executeRaw`
    update cost set first_record_id = null
    from cost logged
    where logged.id = any(${costIds}::uuid[]) and cost.voucher_id = logged.replaced_by_id
      and cost.first_record_id = logged.first_record_id`;
  const costs = await tx.$queryRaw<{ id: string; amountOre: bigint }[]>`
    update cost set withdrawn_at = null, replaced_by_id = null
    where id = any(${costIds}::uuid[]) and replaced_by_id is not null
    returning id, amount_ore as "amountOre"`;
  for (const { id, amountOre } of costs) {
    audit({ type: "cost", id, detail: { restored: true, amountOre: Number(amountOre) } });
  }
  return costs.length;
}
