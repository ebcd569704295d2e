import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";

/** A voucher of the ledger that is a course's invoice, and what of it is the course's. */
export type Invoice = { series: string; number: string; bookedOn: IsoDate; amountOre: number };

/** The invoices of some courses' records that are in the books, by the records' ids. */
export async function invoicesOf(
  db: Db,
  recordIds: readonly string[],
): Promise<Map<string, Invoice[]>> {
  const rows = await db.$queryRaw<(Omit<Invoice, "amountOre"> & StoredSum)[]>`
    select asked.id, invoice.series, invoice.number,
      to_char(invoice.booked_on, 'YYYY-MM-DD') as "bookedOn",
      sum(invoice.amount_ore)::bigint as "amountOre"
    from unnest(${[...recordIds]}::uuid[]) as asked (id)
    cross join lateral invoices_of(asked.id) invoice
    group by asked.id, invoice.voucher_id, invoice.series, invoice.number, invoice.booked_on
    order by invoice.booked_on, invoice.series, invoice.number`;
  const invoices = new Map<string, Invoice[]>();
  for (const { id, amountOre, ...voucher } of rows) {
    const known = invoices.get(id) ?? [];
    invoices.set(id, [...known, { ...voucher, amountOre: Number(amountOre) }]);
  }
  return invoices;
}

type StoredSum = { id: string; amountOre: bigint };
