import type { Db } from "~/platform/db.server";

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
