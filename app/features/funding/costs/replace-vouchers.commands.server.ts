import type { Transaction } from "~/platform/db.server";
import type { Audit } from "~/platform/transact.server";
import { grouped } from "~/terms/grouped";
import { rowSuccessors } from "../rules/row-successors";

/** What no longer stands, and what takes its place, by its key; null where nothing does. */
type Replacement = { known: { id: string; sumOre: number }; by: { key: string } | null };

/**
 * Takes back vouchers that an import replaces, or that its ledger no longer has, with their costs.
 * What took a voucher's place takes its rows' budget lines, courses and logged costs. Returns
 * the ids of those in whose place nothing is.
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
): Promise<string[]> {
  const voucherIds = given.removed.map(({ known }) => known.id);
  await keepAway(tx, { voucherIds, importId: given.importId });
  const vanished: string[] = [];
  for (const { known, by } of given.removed) {
    const newId = by ? (given.ids.get(by.key) ?? null) : null;
    if (newId) await passOn(tx, { oldId: known.id, newId });
    else vanished.push(known.id);
    await tx.$executeRaw`
      with gone as (
        update voucher set withdrawn_at = now(), replaced_by_id = ${newId}::uuid
        where id = ${known.id}::uuid and withdrawn_at is null returning id
      )
      update cost set withdrawn_at = now() from gone
      where cost.voucher_id = gone.id and cost.withdrawn_at is null`;
    audit({ type: "voucher", id: known.id, detail: { sumOre: known.sumOre, replacedBy: newId } });
  }
  return vanished;
}

/**
 * Notes that some vouchers, and whatever had stood in their places, don't stand by an import: taking
 * back what else keeps them away doesn't bring them here again.
 */
export async function keepAway(
  tx: Transaction,
  { voucherIds, importId }: { voucherIds: readonly string[]; importId: string },
): Promise<void> {
  await tx.$executeRaw`
    insert into voucher_removal (voucher_id, import_id)
    select distinct place.voucher_id, ${importId}::uuid
    from unnest(${voucherIds}::uuid[]) gone (id)
    cross join lateral vouchers_before(gone.id) place
    on conflict do nothing`;
}

async function passOn(tx: Transaction, { oldId, newId }: Succession): Promise<void> {
  const pairs = await rowPairs(tx, [{ oldId, newId }]);
  await tx.$executeRaw`
    update cost set budget_line_id = coalesce(old.budget_line_id, cost.budget_line_id),
      source_type = old.source_type, source_id = old.source_id, first_record_id = old.first_record_id
    from json_to_recordset(${JSON.stringify(pairs)}::json) as pair (old uuid, next uuid), cost old
    where old.id = pair.old and cost.id = pair.next`;
  await tx.$executeRaw`
    update cost set replaced_by_id = ${newId}::uuid where replaced_by_id = ${oldId}::uuid`;
}

type Booked = {
  id: string;
  voucherId: string;
  account: string;
  amountOre: bigint;
  text: string;
};

/** Rows of vouchers, each with the row that takes its place. */
async function rowPairs(
  tx: Transaction,
  vouchers: readonly Succession[],
): Promise<{ old: string; next: string }[]> {
  const ids = vouchers.flatMap(({ oldId, newId }) => [oldId, newId]);
  const rows = await tx.$queryRaw<Booked[]>`
    select id, voucher_id as "voucherId", coalesce(account, '') as account,
      amount_ore as "amountOre", text
    from cost where voucher_id = any(${ids}::uuid[]) order by row_number`;
  const byVoucher = grouped(
    rows.map((row) => ({ ...row, amountOre: Number(row.amountOre) })),
    ({ voucherId }) => voucherId,
  );
  return vouchers.flatMap(({ oldId, newId }) => {
    const [before, now] = [byVoucher.get(oldId) ?? [], byVoucher.get(newId) ?? []];
    return rowSuccessors(before, now).flatMap(([one, other]) => {
      const [old, next] = [before[one], now[other]];
      return old && next ? [{ old: old.id, next: next.id }] : [];
    });
  });
}

/** What was taken back, and what comes in its place. */
export type Succession = { oldId: string; newId: string };

/**
 * Lets vouchers that an import has just written take the place of others that were taken back before
 * they came again: they are the same rows, and what has no line yet is on the one that somebody has
 * placed it on.
 */
export async function succeedVouchers(
  tx: Transaction,
  { successions, importId }: { successions: readonly Succession[]; importId: string },
): Promise<void> {
  if (successions.length === 0) return;
  await keepAway(tx, { voucherIds: successions.map(({ oldId }) => oldId), importId });
  const links = successions.map(({ oldId, newId }) => ({ old: oldId, next: newId }));
  await tx.$executeRaw`
    update voucher set replaced_by_id = link.next
    from json_to_recordset(${JSON.stringify(links)}::json) as link (old uuid, next uuid)
    where voucher.id = link.old and voucher.withdrawn_at is not null`;
  const pairs = await rowPairs(tx, successions);
  await tx.$executeRaw`
    update cost set budget_line_id = old.budget_line_id
    from json_to_recordset(${JSON.stringify(pairs)}::json) as pair (old uuid, next uuid), cost old
    where old.id = pair.old and cost.id = pair.next and cost.budget_line_id is null`;
}

/**
 * Takes back what an import has brought of a ledger, its vouchers with their costs, and undoes its
 * `removeVouchers`: what no other import keeps back stands again, with its costs and its logged
 * courses. So a voucher is as the latest import that is left has left it. The rows stay.
 */
export async function withdrawVouchers(
  tx: Transaction,
  audit: Audit,
  importId: string,
): Promise<void> {
  const standing = await tx.$queryRaw<{ id: string }[]>`
    select distinct voucher_id as id from vouchers_removed_by(${importId}::uuid)`;
  await tx.$executeRaw`
    insert into voucher_removal (voucher_id, import_id)
    select voucher_id, again_by from vouchers_kept_back_by(${importId}::uuid)
    where again_by is not null on conflict do nothing`;
  await tx.$executeRaw`
    delete from voucher_removal removal using voucher
    where removal.import_id = ${importId}::uuid and voucher.id = removal.voucher_id
      and voucher.import_id is distinct from removal.import_id`;
  await tx.$executeRaw`
    insert into voucher_removal (voucher_id, import_id)
    select id, import_id from voucher where import_id = ${importId}::uuid on conflict do nothing`;
  await tx.$executeRaw`
    update cost set withdrawn_at = now() from voucher
    where voucher.import_id = ${importId}::uuid and voucher.withdrawn_at is null
      and cost.voucher_id = voucher.id and cost.withdrawn_at is null`;
  await tx.$executeRaw`
    update voucher set withdrawn_at = now()
    where import_id = ${importId}::uuid and withdrawn_at is null`;
  for (const { id } of standing) await restoreVoucher(tx, audit, id);
}

async function restoreVoucher(tx: Transaction, audit: Audit, id: string): Promise<void> {
  await tx.$executeRaw`
    update cost set withdrawn_at = null from voucher
    where voucher.id = ${id}::uuid and cost.voucher_id = voucher.id
      and cost.withdrawn_at = voucher.withdrawn_at`;
  // The logged costs of its courses are replaced by it again, unless another's invoice stands.
  await tx.$executeRaw`
    update cost set replaced_by_id = ${id}::uuid, withdrawn_at = coalesce(cost.withdrawn_at, now())
    from cost booked
    where booked.voucher_id = ${id}::uuid
      and booked.source_id = cost.source_id and booked.source_type = cost.source_type
      and cost.voucher_id is null
      and (cost.withdrawn_at is null or exists (select from voucher later
        where later.id = cost.replaced_by_id and later.withdrawn_at is not null))`;
  await tx.$executeRaw`
    update voucher set withdrawn_at = null, replaced_by_id = null where id = ${id}::uuid`;
  audit({ type: "voucher", id, detail: { restored: true } });
}
