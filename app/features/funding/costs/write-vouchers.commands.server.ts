import { randomUUID } from "node:crypto";
import type { Transaction } from "~/platform/db.server";
import { lineOfCost, takesOn } from "../rules/account-ranges";
import type { BookedVoucher } from "../rules/booked-voucher";
import { voucherIdentity } from "../rules/voucher-identity";
import { byDay, type LedgerTarget, type Placement } from "./ledger-target.queries.server";

type Written = {
  target: LedgerTarget;
  objectCode: string;
  placement: Placement;
  importId: string;
};

/** One statement takes so many: row by row a hundred thousand rows take minutes. */
const vouchersAStatement = 2000;

/** Writes vouchers with their rows as costs; returns how many rows, and the ids by the vouchers' keys. */
export async function writeVouchers(
  tx: Transaction,
  vouchers: readonly BookedVoucher[],
  written: Written,
): Promise<{ rows: number; ids: Map<string, string> }> {
  const identityOf = await freeIdentities(tx, written.objectCode);
  const ids = new Map<string, string>();
  let rows = 0;
  for (let first = 0; first < vouchers.length; first += vouchersAStatement) {
    const some = vouchers.slice(first, first + vouchersAStatement).map((voucher) => {
      const id = randomUUID();
      ids.set(voucher.key, id);
      return { ...voucher, id, identity: identityOf(voucher) };
    });
    await insertVouchers(tx, some, written);
    rows += await insertCosts(tx, some, written);
  }
  return { rows, ids };
}

type NewVoucher = BookedVoucher & { id: string; identity: string };

/** Gives each voucher an identity that no other of the object has that stands. */
async function freeIdentities(
  tx: Transaction,
  objectCode: string,
): Promise<(voucher: BookedVoucher) => string> {
  const standing = await tx.voucher.findMany({
    where: { objectCode, withdrawnAt: null },
    select: { identity: true },
  });
  const taken = new Set(standing.map(({ identity }) => identity));
  return (voucher) => {
    let occurrence = 0;
    let identity = voucherIdentity(voucher);
    while (taken.has(identity)) identity = voucherIdentity(voucher, (occurrence += 1));
    taken.add(identity);
    return identity;
  };
}

async function insertVouchers(
  tx: Transaction,
  vouchers: readonly NewVoucher[],
  { target, objectCode, importId }: Written,
): Promise<void> {
  const rows = vouchers.map((voucher) => {
    const { id, identity, organisation, fiscalYear, series, number, date, text } = voucher;
    return {
      ...{ id, identity, series, number, text },
      org_number: organisation,
      fiscal_year: fiscalYear,
      booked_on: date,
    };
  });
  await tx.$executeRaw`
    insert into voucher (project_id, object_code, import_id, id, identity, org_number,
      fiscal_year, series, number, booked_on, text)
    select ${target.id}::uuid, ${objectCode}, ${importId}::uuid, row.*
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (id uuid, identity text,
      org_number text, fiscal_year text, series text, number text, booked_on date, text text)`;
}

async function insertCosts(
  tx: Transaction,
  vouchers: readonly NewVoucher[],
  { target, placement }: Written,
): Promise<number> {
  const place = lineFinder(target, placement);
  const rows = vouchers.flatMap(({ id, rows: costs }) =>
    costs.map((row, index) => ({
      voucher_id: id,
      budget_line_id: place(row),
      booked_on: row.bookedOn,
      amount_ore: row.amountOre,
      text: row.costText,
      account: row.account,
      row_number: index + 1,
    })),
  );
  return tx.$executeRaw`
    insert into cost (id, project_id, voucher_id, budget_line_id, booked_on, amount_ore, text,
      account, row_number)
    select gen_random_uuid(), ${target.id}::uuid, row.*
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (voucher_id uuid,
      budget_line_id uuid, booked_on date, amount_ore bigint, text text, account text,
      row_number int)`;
}

/**
 * The line of a row: the one chosen for its account, where that takes costs of its day, else by its
 * day and the project's ranges.
 */
function lineFinder(
  target: LedgerTarget,
  placement: Placement,
): (row: { account: string; bookedOn: string }) => string | null {
  const lines = new Map(target.lines.map((line) => [line.id, line]));
  const found = new Map<string, string | null>();
  return ({ account, bookedOn: day }) => {
    const key = `${account} ${day}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const choice = Object.hasOwn(placement, account) ? placement[account] : byDay;
    const chosen = lines.get(choice ?? "");
    const isByDay = choice === byDay || (chosen && !takesOn(chosen, day));
    const line = isByDay ? lineOfCost(target.lines, { account, day }) : (chosen?.id ?? null);
    found.set(key, line);
    return line;
  };
}
