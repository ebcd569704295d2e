import type { Db } from "~/platform/db.server";

type Logged = { id: string; recordId: string };

/**
 * The logged costs, of courses that still stand, that an import let a voucher of another import stand
 * for.
 */
export async function loggedOfOthers(db: Db, importId: string): Promise<Logged[]> {
  return db.$queryRaw<Logged[]>`
    select logged.cost_id as id, logged.record_id as "recordId"
    from import
    cross join lateral logged_replaced(array(
      select jsonb_array_elements_text(import.outcome->'replaced'))::uuid[], import.id) logged
    join approved_training() course on course.record_id = logged.record_id
    where import.id = ${importId}::uuid`;
}

/**
 * The logged costs that vouchers have replaced and whose course still stands: one that has been
 * taken back since took its cost with it.
 */
export async function loggedOfStanding(db: Db, voucherIds: readonly string[]): Promise<string[]> {
  const costs = await db.$queryRaw<{ id: string }[]>`
    select logged.cost_id as id
    from unnest(${voucherIds}::uuid[]) voucher (id)
    cross join lateral logged_replaced_by(voucher.id) logged
    join approved_training() course on course.record_id = logged.record_id`;
  return costs.map(({ id }) => id);
}

/** The approved courses whose invoice an import alone has brought: their logged cost was never booked. */
export async function invoicedAlone(db: Db, importId: string): Promise<string[]> {
  const records = await db.$queryRaw<{ id: string }[]>`
    select course.record_id as id from invoiced_alone_by(${importId}::uuid) invoiced
    join approved_training() course on course.record_id = invoiced.record_id`;
  return records.map(({ id }) => id);
}

/** The records that vouchers, now taken back, were the invoices of and that have no cost any more. */
export async function unpaidAfter(db: Db, voucherIds: readonly string[]): Promise<string[]> {
  const records = await db.$queryRaw<{ id: string }[]>`
    select record_id as id from unpaid_after(${voucherIds}::uuid[])`;
  return records.map(({ id }) => id);
}

/** By the ids of a project's logged costs: what their courses were first, where that was another. */
export async function firstOfLogged(db: Db, projectId: string): Promise<Map<string, string>> {
  const costs = await db.$queryRaw<{ id: string; firstId: string }[]>`
    select booked.entry_id as id, first.first_id as "firstId"
    from costs_of(${projectId}::uuid) booked
    join first_records(${projectId}::uuid) first on first.record_id = booked.source_id`;
  return new Map(costs.map(({ id, firstId }) => [id, firstId]));
}
