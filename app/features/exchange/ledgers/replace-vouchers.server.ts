import { Prisma } from "~/generated/prisma/client";
import type { Db, Transaction } from "~/platform/db.server";
import type { Audit } from "~/platform/transact.server";
import type { LedgerWrites } from "./ledger-answers";
import { rowSuccessors } from "./row-successors";

type Replacement = LedgerWrites["removed"][number];

/**
 * Takes back vouchers that an import replaces, or that its ledger no longer has, with their costs.
 * What took a voucher's place takes its rows' budget lines and courses; logged costs that a
 * vanished one had replaced count again.
 */
export async function removeVouchers(
  tx: Transaction,
  audit: Audit,
  given: {
    removed: readonly Replacement[];
    /** What has been written, by the vouchers' keys. */
    ids: ReadonlyMap<string, string>;
    importId: string;
  },
): Promise<void> {
  for (const { known, by } of given.removed) {
    const newId = by ? (given.ids.get(by.key) ?? null) : null;
    if (newId) await passOn(tx, { oldId: known.id, newId });
    else await restoreReplaced(tx, audit, known.id);
    await tx.$executeRaw`
      with gone as (
        update voucher set withdrawn_at = now(), withdrawn_by_id = ${given.importId}::uuid,
          replaced_by_id = ${newId}::uuid
        where id = ${known.id}::uuid and withdrawn_at is null returning id
      )
      update cost set withdrawn_at = now() from gone
      where cost.voucher_id = gone.id and cost.withdrawn_at is null`;
    audit({ type: "voucher", id: known.id, detail: { sumOre: known.sumOre, replacedBy: newId } });
  }
}

type Booked = {
  voucherId: string;
  rowNumber: number;
  account: string;
  amountOre: bigint;
  text: string;
};

async function passOn(
  tx: Transaction,
  { oldId, newId }: Record<"oldId" | "newId", string>,
): Promise<void> {
  const rows = await tx.$queryRaw<Booked[]>`
    select voucher_id as "voucherId", row_number as "rowNumber", coalesce(account, '') as account,
      amount_ore as "amountOre", text
    from cost where voucher_id in (${oldId}::uuid, ${newId}::uuid) order by row_number`;
  const of = (id: string) =>
    rows
      .filter(({ voucherId }) => voucherId === id)
      .map((row) => ({ ...row, amountOre: Number(row.amountOre) }));
  const [before, now] = [of(oldId), of(newId)];
  const pairs = rowSuccessors(before, now).map(([old, next]) => ({
    old: before[old]?.rowNumber,
    next: now[next]?.rowNumber,
  }));
  await tx.$executeRaw`
    update cost set budget_line_id = coalesce(old.budget_line_id, cost.budget_line_id),
      source_type = old.source_type, source_id = old.source_id
    from json_to_recordset(${JSON.stringify(pairs)}::json) as pair (old int, next int), cost old
    where old.voucher_id = ${oldId}::uuid and old.row_number = pair.old
      and cost.voucher_id = ${newId}::uuid and cost.row_number = pair.next`;
  await tx.$executeRaw`
    update cost set replaced_by_id = ${newId}::uuid where replaced_by_id = ${oldId}::uuid`;
}

async function restoreReplaced(tx: Transaction, audit: Audit, voucherId: string): Promise<void> {
  const costs = await tx.$queryRaw<{ id: string; amountOre: bigint }[]>`
    update cost set withdrawn_at = null, replaced_by_id = null
    from training_record record
    where cost.replaced_by_id = ${voucherId}::uuid and cost.source_type = 'training-record'
      and record.id = cost.source_id and record.status = 'approved'
    returning cost.id, cost.amount_ore as "amountOre"`;
  for (const { id, amountOre } of costs) {
    audit({ type: "cost", id, detail: { restored: true, amountOre: Number(amountOre) } });
  }
}

/**
 * Undoes `removeVouchers` of an import that is taken back, before its own vouchers go: what it took
 * back stands again, with its costs and its logged courses, unless it was taken back for another
 * reason meanwhile. Returns how many vouchers stand again.
 */
export async function restoreVouchers(
  tx: Transaction,
  audit: Audit,
  importId: string,
): Promise<number> {
  const restored = await tx.$queryRaw<{ id: string }[]>`
    select voucher.id from ${takenBackBy(importId)}`;
  for (const { id } of restored) {
    await tx.$executeRaw`
      update cost set withdrawn_at = null from voucher
      where voucher.id = ${id}::uuid and cost.voucher_id = voucher.id
        and cost.withdrawn_at = voucher.withdrawn_at`;
    // The logged costs of its courses are replaced by it again.
    await tx.$executeRaw`
      update cost set replaced_by_id = ${id}::uuid, withdrawn_at = coalesce(cost.withdrawn_at, now())
      from voucher, cost booked
      where voucher.id = ${id}::uuid and booked.voucher_id = voucher.id
        and booked.source_id = cost.source_id and booked.source_type = cost.source_type
        and cost.voucher_id is null
        and (cost.withdrawn_at is null or cost.replaced_by_id = voucher.replaced_by_id)`;
    await tx.$executeRaw`
      update voucher set withdrawn_at = null, withdrawn_by_id = null, replaced_by_id = null
      where id = ${id}::uuid`;
    audit({ type: "voucher", id, detail: { restored: true } });
  }
  return restored.length;
}

/** What `restoreVouchers` would bring back. */
export async function sumRestorable(
  db: Db,
  importId: string,
): Promise<{ vouchers: number; sumOre: number }> {
  const [sums] = await db.$queryRaw<{ vouchers: bigint; sumOre: bigint }[]>`
    select count(distinct voucher.id) as vouchers,
      coalesce(sum(cost.amount_ore), 0)::bigint as "sumOre"
    from (select voucher.* from ${takenBackBy(importId)}) voucher
    left join cost on cost.voucher_id = voucher.id and cost.withdrawn_at = voucher.withdrawn_at`;
  return { vouchers: Number(sums?.vouchers ?? 0), sumOre: Number(sums?.sumOre ?? 0) };
}

/** What an import took back of others that are still carried out, and that hasn't come again since. */
function takenBackBy(importId: string): Prisma.Sql {
  return Prisma.sql`voucher left join import on import.id = voucher.import_id
    where voucher.withdrawn_by_id = ${importId}::uuid
      and (import.id is null or import.applied_at is not null)
      and not exists (
        select from voucher again
        where (again.object_code, again.org_number, again.series, again.number, again.booked_on)
            = (voucher.object_code, voucher.org_number, voucher.series, voucher.number,
              voucher.booked_on)
          and (again.org_number <> '' or again.project_id = voucher.project_id)
          and again.withdrawn_at is null and again.import_id is distinct from ${importId}::uuid)`;
}
